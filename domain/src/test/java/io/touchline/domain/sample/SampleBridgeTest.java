package io.touchline.domain.sample;

import static io.touchline.domain.sample.SampleFixture.COD;
import static io.touchline.domain.sample.SampleFixture.at;
import static io.touchline.domain.sample.SampleFixture.mean;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Decimal;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Unit;
import io.touchline.domain.Validity;
import io.touchline.domain.sample.SampleBridge.FilledHour;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SampleBridgeTest {

  private static final Validity FAULT = new Validity(Validity.Reason.FLAGGED, "flag D");
  private static final Validity STOPPED = new Validity(Validity.Reason.STOPPED, "marked STOPPED");

  private final SortedMap<Instant, SortedMap<String, FactorMean>> hours = new TreeMap<>();

  @Test
  void aSampleStandsForSixHoursFromItsOwnOn() {
    outage(6, 20);

    SampleBridge bridge = bridge(manual("40").taken(at(8, 30)));

    assertThat(bridge.filled())
        .extracting(FilledHour::start)
        .containsExactly(at(8, 0), at(9, 0), at(10, 0), at(11, 0), at(12, 0), at(13, 0));
    // 40 mg/L × 100 m3
    assertThat(bridge.filled()).extracting(FilledHour::massMg).containsOnly(4_000_000L);
    assertThat(bridge.missing()).isEqualTo(14);
    assertThat(bridge.uncovered()).isEqualTo(8);
  }

  @Test
  void theNextSampleTakesOver() {
    outage(8, 12);

    SampleBridge bridge =
        bridge(manual("40").id("1").taken(at(8, 0)), manual("20").id("2").taken(at(10, 0)));

    assertThat(bridge.filled())
        .extracting(FilledHour::massMg)
        .containsExactly(4_000_000L, 4_000_000L, 2_000_000L, 2_000_000L);
  }

  @Test
  void fourADaySixHoursApartCoverADay() {
    outage(0, 24);

    SampleBridge bridge =
        bridge(
            manual("40").id("1").taken(at(0, 10)),
            manual("40").id("2").taken(at(6, 10)),
            manual("40").id("3").taken(at(12, 10)),
            manual("40").id("4").taken(at(18, 10)));

    assertThat(bridge.filled()).hasSize(24);
    assertThat(bridge.uncovered()).isZero();
  }

  @Test
  void aCompositeSampleStandsForAllOfItsTime() {
    outage(0, 12);

    assertThat(bridge(manual("40").taken(at(0, 0), at(10, 0))).filled()).hasSize(10);
  }

  @Test
  void validAndStoppedHoursAreNotFilled() {
    outage(8, 12);
    put(9, mean("35", "mg/L"), flow("100"));
    put(10, mean("35", "mg/L", STOPPED), flow("100"));

    assertThat(bridge(manual("40")).filled())
        .extracting(FilledHour::start)
        .containsExactly(at(8, 0), at(11, 0));
  }

  @Test
  void anHourOfWhichNothingCameButTheFlowIsMissing() {
    put(8, null, flow("100"));

    assertThat(bridge(manual("40")).filled()).hasSize(1);
  }

  @Test
  void withoutAVolumeNothingIsFilledAndWhereNothingFlowedNothingIsMissing() {
    put(8, mean("35", "mg/L", FAULT), flow(null));
    put(9, mean("35", "mg/L", FAULT), flow("0"));

    SampleBridge bridge = bridge(manual("40"));

    assertThat(bridge.filled()).isEmpty();
    assertThat(bridge.missing()).isEqualTo(1);
    assertThat(bridge.uncovered()).isZero();
  }

  @Test
  void aRuleFromRecallFillsNothingThatNoOfficerAdopted() {
    outage(8, 10);

    SampleBridge bridge = bridge(manual("40").adoptedBy(null));

    assertThat(SampleFigure.GAP_HOURS.source().verified()).isFalse();
    assertThat(bridge.filled()).isEmpty();
    assertThat(bridge.uncovered()).isZero();
  }

  @Test
  void onlyManualSubstitutesStandIn() {
    outage(8, 10);

    assertThat(bridge(manual("40").kind(SampleKind.SUPERVISORY)).filled()).isEmpty();
    assertThat(bridge(manual("40").kind(SampleKind.SUPERVISORY)).uncovered()).isEqualTo(2);
  }

  @Test
  void belowTheDetectionLimitHalfOfItCounts() {
    outage(8, 9);

    assertThat(bridge(manual("4").belowDetection()).filled())
        .extracting(FilledHour::massMg)
        .containsExactly(200_000L);
  }

  private void outage(int from, int to) {
    for (int hour = from; hour < to; hour++) {
      put(hour, mean("35", "mg/L", FAULT), flow("100"));
    }
  }

  private void put(int hour, FactorMean demand, FactorMean flow) {
    SortedMap<String, FactorMean> means = new TreeMap<>();
    means.put("w00000", flow);
    if (demand != null) {
      means.put(COD, demand);
    }
    hours.put(at(hour, 0), means);
  }

  private static FactorMean flow(String volume) {
    return new FactorMean(
        Decimal.of("28"),
        null,
        null,
        Unit.of("L/s"),
        Decimal.parse(volume),
        null,
        Validity.VALID,
        FactorMean.Source.REPORTED,
        Collections.emptySortedSet());
  }

  private static SampleFixture manual(String value) {
    return SampleFixture.water(COD, value)
        .kind(SampleKind.MANUAL_SUBSTITUTE)
        .adoptedBy("officer Li")
        .taken(at(8, 30));
  }

  private SampleBridge bridge(SampleFixture... samples) {
    List<Sample> made = List.of(samples).stream().map(SampleFixture::make).toList();
    return SampleBridge.of(COD, hours, made);
  }
}
