package io.touchline.domain.distrust;

import static io.touchline.domain.distrust.Series.SO2;
import static io.touchline.domain.distrust.Series.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.distrust.Suspicion.Kind;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** A month of 30 days with a check at two o'clock of some of them. */
class CheckTheatreDetectorTest {

  @Test
  void fiveChecksThatComeOutTheSameToTheLastDigitAreAsked() {
    assertThat(checks(5, day -> "100.2c"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.from()).isEqualTo(hour(2));
              assertThat(one.to()).isEqualTo(hour(4 * 24 + 3));
              assertThat(one.score()).hasToString("0.1667");
              assertThat(one.text())
                  .isEqualTo("5 checks in a row came out the same to the last digit, 100.2");
            });
  }

  @Test
  void fourChecksAreNotNorAreFiveWithAnotherBetweenThem() {
    assertThat(checks(4, day -> "100.2c")).isEmpty();
    assertThat(checks(8, day -> day == 4 ? "100.3c" : "100.2c")).isEmpty();
  }

  @Test
  void checksThatScatterAreAsTheyShouldBe() {
    assertThat(checks(30, day -> "100." + day % 7 + "c")).isEmpty();
  }

  @Test
  void aLoggerThatSendsNothingButZeroWhileItChecksSaysNothing() {
    assertThat(checks(30, day -> "0c")).isEmpty();
  }

  @Test
  void equalHoursOfMaintenanceOrOfMeasurementAreNoChecks() {
    assertThat(checks(30, day -> "100.2m")).isEmpty();
    assertThat(checks(30, day -> "100.2")).isEmpty();
  }

  @Test
  void checkOfTwoHoursIsOneCheck() {
    Series series =
        new Series()
            .with(
                SO2, 720, at -> at % 24 == 2 || at % 24 == 3 ? "100.2c" : Integer.toString(at % 9));

    assertThat(series.find(Kind.CHECK_THEATRE, SO2))
        .singleElement()
        .extracting(one -> one.evidence().get("checks"))
        .isEqualTo("30");
  }

  private static List<Suspicion> checks(int days, IntFunction<String> value) {
    return new Series()
        .with(
            SO2,
            720,
            at ->
                at % 24 == 2 && at / 24 < days
                    ? value.apply(at / 24)
                    : Integer.toString(20 + at % 7))
        .find(Kind.CHECK_THEATRE, SO2);
  }
}
