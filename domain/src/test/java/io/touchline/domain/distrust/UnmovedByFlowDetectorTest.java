package io.touchline.domain.distrust;

import static io.touchline.domain.distrust.Series.FLOW;
import static io.touchline.domain.distrust.Series.SO2;
import static io.touchline.domain.distrust.Series.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.distrust.Suspicion.Kind;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Days of COD between 50 and 51 or so while the flow goes from 70 to 101 or so. */
class UnmovedByFlowDetectorTest {

  private static final String COD = "w01018";
  private static final String WATER = "w00000";

  private static Series days(int hours, IntFunction<String> cod, IntFunction<String> flow) {
    return new Series().with(COD, hours, cod).with(WATER, hours, flow);
  }

  private static String flat(int hour) {
    return hour % 2 == 0 ? "50" : "50.9";
  }

  private static String swinging(int hour) {
    return hour % 12 == 3 ? "70" : "101";
  }

  private static List<Suspicion> of(Series series) {
    return series.find(Kind.UNMOVED_BY_FLOW, COD);
  }

  @Test
  void aDayOfTheSameWhileTheFlowSwingsIsAsked() {
    assertThat(of(days(40, at -> at < 30 ? flat(at) : "60", UnmovedByFlowDetectorTest::swinging)))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.from()).isEqualTo(hour(0));
              assertThat(one.to()).isEqualTo(hour(30));
              assertThat(one.text())
                  .isEqualTo("30 hours between 50 and 50.9 while the flow went from 70 to 101");
            });
  }

  @Test
  void twentyThreeHoursAreNotNorATwoPercentSwingNorASwingOfTheFlowByThreeTenths() {
    assertThat(of(days(40, at -> at < 23 ? flat(at) : "60", UnmovedByFlowDetectorTest::swinging)))
        .isEmpty();
    assertThat(
            of(days(24, at -> at % 2 == 0 ? "49.5" : "50.5", UnmovedByFlowDetectorTest::swinging)))
        .isEmpty();
    assertThat(of(days(24, UnmovedByFlowDetectorTest::flat, at -> at == 5 ? "70" : "100")))
        .isEmpty();
  }

  @Test
  void aGapEndsADay() {
    assertThat(of(days(40, at -> at == 20 ? "" : flat(at), UnmovedByFlowDetectorTest::swinging)))
        .isEmpty();
  }

  @Test
  void waterInWhichHardlyAnythingIsSaysTheSameByItself() {
    assertThat(of(days(24, at -> "0", UnmovedByFlowDetectorTest::swinging))).isEmpty();
    assertThat(of(days(24, at -> "9.9", UnmovedByFlowDetectorTest::swinging).range(COD, "100")))
        .isEmpty();
    assertThat(of(days(24, at -> "10", UnmovedByFlowDetectorTest::swinging).range(COD, "100")))
        .hasSize(1);
  }

  @Test
  void withoutAFlowInHalfOfTheHoursNobodyCanTell() {
    assertThat(of(new Series().with(COD, 48, UnmovedByFlowDetectorTest::flat))).isEmpty();
    assertThat(of(days(24, UnmovedByFlowDetectorTest::flat, at -> at < 11 ? swinging(at) : "100x")))
        .isEmpty();
  }

  @Test
  void aFlowKnownBetweenTwoDaysIsNamedOnce() {
    assertThat(
            of(
                days(
                    36,
                    UnmovedByFlowDetectorTest::flat,
                    at -> at >= 12 && at < 24 ? swinging(at) : "90x")))
        .singleElement()
        .satisfies(one -> assertThat(one.evidence()).containsEntry("flowTo", "101"));
  }

  @Test
  void flueGasIsNotAskedAbout() {
    assertThat(
            new Series()
                .with(SO2, 48, UnmovedByFlowDetectorTest::flat)
                .with(FLOW, 48, UnmovedByFlowDetectorTest::swinging)
                .find(Kind.UNMOVED_BY_FLOW, SO2))
        .isEmpty();
  }
}
