package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlyWarningTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final EmissionLimit LIMIT = Samples.limit("a21026", "50", "mg/m3");

  /** (50 × 60 − 30 × 60) / 30 = 40; (50 × 60 − 45 × 70) / 15 = −10. */
  @ParameterizedTest
  @CsvSource({
    "30, 60, 40, false",
    "45, 70, -10, true",
    "15, 50.0001, 49.9999, false",
    "59, 52, -68, true"
  })
  void restOfTheHourMustStayUnderWhatIsLeft(int came, String value, String under, boolean certain) {
    EarlyWarning warning = warn(came, value).orElseThrow();

    assertThat(warning.restUnder()).hasToString(under);
    assertThat(warning.isCertain()).isEqualTo(certain);
    assertThat(warning.valid()).isEqualTo(came);
    assertThat(warning.left()).isEqualTo(60 - came);
  }

  @ParameterizedTest
  @CsvSource({"14, 900", "30, 50", "60, 90"})
  void tooEarlyOrEqualOrOverSaysNothing(int came, String value) {
    assertThat(warn(came, value)).isEmpty();
  }

  @Test
  void whatIsRoundedIsRoundedDownSoThatTheHourComplies() {
    EarlyWarning warning =
        EarlyWarning.of(LIMIT, minutes(53, "51"), MINUTE.multipliedBy(53), MINUTE).orElseThrow();

    assertThat(warning.restUnder()).hasToString("42.4285");
  }

  @Test
  void minutesThatAreNotValidDoNotCount() {
    List<FactorMean> minutes = new ArrayList<>(minutes(20, "60"));
    minutes.addAll(
        minutes(10, "900").stream()
            .map(one -> one.withValidity(new Validity(Validity.Reason.FLAGGED, "flag C")))
            .toList());

    EarlyWarning warning =
        EarlyWarning.of(LIMIT, minutes, MINUTE.multipliedBy(30), MINUTE).orElseThrow();

    assertThat(warning.mean()).hasToString("60");
    assertThat(warning.restUnder()).hasToString("43.3333");
  }

  private static Optional<EarlyWarning> warn(int came, String value) {
    return EarlyWarning.of(LIMIT, minutes(came, value), MINUTE.multipliedBy(came), MINUTE);
  }

  private static List<FactorMean> minutes(int count, String value) {
    List<FactorMean> minutes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      minutes.add(
          new FactorMean(
              Decimal.of(value),
              null,
              null,
              Unit.MG_PER_M3,
              null,
              null,
              Validity.VALID,
              FactorMean.Source.REPORTED,
              new TreeSet<>()));
    }
    return minutes;
  }
}
