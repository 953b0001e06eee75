package io.touchline.domain.flue;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourConversionTest {

  private static final Instant HOUR = ChinaTime.parse("2026-01-15T08:00:00+08:00");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Reference BY_SIX = new Reference.Oxygen(Decimal.of("6"));

  @Test
  @DisplayName("example 1.5 B: minute level 60, hour level 45, and the difference is told")
  void example_1_5_B_orderOfConversionMatters() {
    HourConversion hour = hour(30, "30", "6", "30", "16", BY_SIX);

    assertThat(hour.minuteLevel().value()).contains(Decimal.of("60"));
    assertThat(hourLevel(hour)).isEqualTo("45");
    assertThat(hour.differencePercent()).hasToString("33.3333");
    assertThat(hour.differs()).isTrue();
  }

  @Test
  void theSameByExcessAir() {
    HourConversion hour =
        hour(30, "30", "6", "30", "16", new Reference.ExcessAir(Decimal.of("1.4")));

    assertThat(hour.minuteLevel().value()).contains(Decimal.of("60"));
    assertThat(hourLevel(hour)).isEqualTo("45");
  }

  @ParameterizedTest
  @CsvSource({"33, false", "33.0002, true", "27, false", "26.9998, true"})
  void aDifferenceOfExactlyTenPercentIsNotYetOne(String minuteLevel, boolean differs) {
    assertThat(HourConversion.differ(Decimal.of(minuteLevel), Decimal.of("30"), Decimal.of("10")))
        .isEqualTo(differs);
  }

  @Test
  void steadyOxygenMakesNoDifference() {
    HourConversion hour = hour(30, "20", "7.2", "36", "7.2", BY_SIX);

    assertThat(hour.differencePercent().number()).isLessThan(Decimal.of("0.001").number());
    assertThat(hour.differs()).isFalse();
    assertThat(hour.hourLevelIsValid()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"45, true", "44, false"})
  void minutesWithOxygenOfAirDoNotConvertAndTakeTheMinuteLevelBelow45(int good, boolean valid) {
    HourConversion hour = hour(good, "30", "6", "30", "21", BY_SIX);

    assertThat(hour.minuteLevel().validity().isValid()).isEqualTo(valid);
    assertThat(hour.minuteLevel().value()).contains(Decimal.of("30"));
  }

  @Test
  void anHourOfAirHasNeitherLevel() {
    HourConversion hour = hour(60, "30", "21", "30", "21", BY_SIX);

    assertThat(hour.minuteLevel().value()).isEmpty();
    assertThat(hour.hourLevel().orElseThrow().derivation().outcome())
        .isEqualTo(Derivation.Outcome.OXYGEN_OF_AIR);
    assertThat(hour.hourLevelIsValid()).isFalse();
    assertThat(hour.differs()).isFalse();
    assertThat(hour.differencePercent()).isNull();
  }

  @Test
  void oxygenUnderCalibrationTakesTheConvertedHourButNotTheMeasuredOne() {
    Validity calibration = new Validity(Validity.Reason.FLAGGED, "flag C");
    Map<Instant, HourConversion.Minute> minutes = new TreeMap<>();
    for (int i = 0; i < 60; i++) {
      minutes.put(
          HOUR.plusSeconds(60L * i),
          new HourConversion.Minute(
              Gases.measured("30"),
              Decimal.of("6"),
              Validity.VALID,
              i < 44 ? Validity.VALID : calibration));
    }

    HourConversion hour = HourConversion.of(HOUR, minutes, MINUTE, BY_SIX);

    assertThat(hour.concentration().validity().isValid()).isTrue();
    assertThat(hour.minuteLevel().validity().isValid()).isFalse();
    assertThat(hour.hourLevelIsValid()).isFalse();
    assertThat(HourConversion.of(HOUR, minutes, MINUTE, new Reference.None()).hourLevelIsValid())
        .isTrue();
  }

  @Test
  void anHourOfZeroDiffersByNoPercent() {
    HourConversion hour = hour(60, "0", "6", "0", "6", BY_SIX);

    assertThat(hour.differencePercent()).isNull();
    assertThat(hour.differs()).isFalse();
  }

  @Test
  void anHourWithoutMinutesHasNothing() {
    HourConversion hour = HourConversion.of(HOUR, Map.of(), MINUTE, BY_SIX);

    assertThat(hour.hourLevel()).isEmpty();
    assertThat(hour.hourLevelIsValid()).isFalse();
  }

  private static String hourLevel(HourConversion hour) {
    return hour.hourLevel().orElseThrow().mgPerM3().orElseThrow().toString();
  }

  /** So many minutes of the one, the rest of the hour of the other. */
  private static HourConversion hour(
      int first, String c1, String oxygen1, String c2, String oxygen2, Reference reference) {
    Map<Instant, HourConversion.Minute> minutes = new TreeMap<>();
    for (int i = 0; i < 60; i++) {
      boolean one = i < first;
      minutes.put(
          HOUR.plusSeconds(60L * i),
          HourConversion.Minute.valid(
              Gases.measured(one ? c1 : c2), Decimal.of(one ? oxygen1 : oxygen2)));
    }
    return HourConversion.of(HOUR, minutes, MINUTE, reference);
  }
}
