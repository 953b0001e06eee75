package io.touchline.domain.sample;

import static io.touchline.domain.sample.SampleFixture.COD;
import static io.touchline.domain.sample.SampleFixture.SO2;
import static io.touchline.domain.sample.SampleFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {

  @Test
  void ofTheVersionsOfASampleTheGreatestStands() {
    Sample first = SampleFixture.water(COD, "30").make();
    Sample second = SampleFixture.water(COD, "33").version(2, Sample.State.SET).make();

    assertThat(Samples.of(List.of(second, first)).standing()).containsExactly(second);
    assertThat(Samples.of(List.of(first, second)).latest("S1", COD)).contains(second);
  }

  @Test
  void oneSampleMaySaySeveralFactors() {
    Sample demand = SampleFixture.water(COD, "30").make();
    Sample ammonia = SampleFixture.water("w21003", "3").make();

    assertThat(Samples.of(List.of(demand, ammonia)).standing()).hasSize(2);
  }

  @Test
  void aWithdrawnSampleNoLongerStandsButIsKnown() {
    Sample gone = SampleFixture.water(COD, "30").version(2, Sample.State.WITHDRAWN).make();
    Samples samples = Samples.of(List.of(gone, SampleFixture.water(COD, "30").make()));

    assertThat(samples.standing()).isEmpty();
    assertThat(samples.latest("S1", COD)).contains(gone);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theOrderOfTheVersionsMakesNoDifference(long seed) {
    Random random = new Random(seed);
    List<Sample> versions = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      versions.add(
          SampleFixture.water(COD, Integer.toString(20 + random.nextInt(20)))
              .id("S" + random.nextInt(8))
              .taken(at(random.nextInt(48), 0))
              .version(
                  1 + random.nextInt(4),
                  random.nextInt(4) == 0 ? Sample.State.WITHDRAWN : Sample.State.SET)
              .make());
    }
    List<Sample> standing = Samples.of(versions).standing();

    Collections.shuffle(versions, random);

    assertThat(Samples.of(versions).standing()).as("seed %d", seed).isEqualTo(standing);
  }

  @Test
  void aMomentLiesInTheStretchThatBeginsWithIt() {
    Sample grab = SampleFixture.water(COD, "30").taken(at(9, 0)).make();
    Sample hour = SampleFixture.water(COD, "30").taken(at(8, 0), at(9, 0)).make();

    assertThat(grab.touches(at(9, 0), at(10, 0))).isTrue();
    assertThat(grab.touches(at(8, 0), at(9, 0))).isFalse();
    assertThat(hour.touches(at(8, 59), at(10, 0))).isTrue();
    assertThat(hour.touches(at(9, 0), at(10, 0))).isFalse();
  }

  @Test
  void thoseThatBeginInAStretchAreFoundByTheirTime() {
    Sample eight = SampleFixture.water(COD, "30").id("1").taken(at(8, 0)).make();
    Sample nine = SampleFixture.water(COD, "30").id("2").taken(at(9, 0), at(12, 0)).make();
    Samples samples = Samples.of(List.of(nine, eight));

    assertThat(samples.beginning(at(8, 0), at(9, 0))).containsExactly(eight);
    assertThat(samples.beginning(at(8, 0), at(10, 0))).containsExactly(eight, nine);
    assertThat(samples.beginning(at(10, 0), at(12, 0))).isEmpty();
  }

  @Test
  void oxygenGoesWithWhatWasMeasuredAtTheVerySameTime() {
    Sample sulphur = SampleFixture.gas(SO2, "30").taken(at(8, 0), at(9, 0)).make();
    Sample oxygen = SampleFixture.of("a19001", "7.5", "%").taken(at(8, 0), at(9, 0)).id("O").make();
    Sample later = SampleFixture.of("a19001", "9.5", "%").taken(at(8, 1), at(9, 0)).id("P").make();

    assertThat(Samples.of(List.of(sulphur, oxygen, later)).oxygenWith(sulphur)).hasToString("7.5");
    assertThat(Samples.of(List.of(sulphur, later)).oxygenWith(sulphur)).isNull();
  }

  @Test
  void whatIsNoSampleIsRefused() {
    assertThatThrownBy(() -> SampleFixture.water(COD, "0").belowDetection().make())
        .hasMessageContaining("detection limit");
    assertThatThrownBy(() -> SampleFixture.water(COD, "9").taken(at(9, 0), at(8, 0)).make())
        .hasMessageContaining("does not end before it begins");
    assertThatThrownBy(
            () ->
                SampleFixture.water(COD, "9")
                    .taken(at(0, 0), at(0, 1).plus(Duration.ofDays(7)))
                    .make())
        .hasMessageContaining("within 7 days");
    assertThatThrownBy(() -> SampleFixture.water(COD, "9").version(0, Sample.State.SET).make())
        .hasMessageContaining("count from 1");
    assertThatThrownBy(() -> SampleFixture.water(COD, "9").kind(null).make())
        .hasMessageContaining("a sample has");
  }

  @Test
  void aKindIsKnownByItsNameOrItsTerm() {
    assertThat(SampleKind.named("inspector-grab")).contains(SampleKind.INSPECTOR_GRAB);
    assertThat(SampleKind.named("监督性监测")).contains(SampleKind.SUPERVISORY);
    assertThat(SampleKind.named("rain")).isEmpty();
  }
}
