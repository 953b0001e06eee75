package io.touchline.domain.barometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Decimal;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

  private static final long TONNE = 1_000_000_000L;

  /**
   * Base 1000 t, of which 400 t monitored, cap 900 t: 40 t of the monitored are to go in five
   * years. At the end of 2017 two fifths have passed: 16 t are due, and the region may emit 960 t.
   */
  @ParameterizedTest
  @CsvSource({
    "384,    GREEN,  1,      0.4",
    "380,    GREEN,  1.25,   0.3958",
    "385.6,  YELLOW, 0.9,    0.4017",
    "385.61, ORANGE, 0.8994, 0.4017",
    "391.9,  ORANGE, 0.5062, 0.4082",
    "392,    RED,    0.5,    0.4083",
    "410,    RED,    -0.625, 0.4271"
  })
  void theLevelIsThatOfTheBandOfCompletion(
      String tonnes, Level level, String completion, String share) {
    Progress progress =
        Progress.of(
            target("900", "400"),
            Progress.bandsOf(YearMonth.of(2017, 12)),
            YearMonth.of(2017, 12),
            Decimal.of(tonnes).shifted(9).number().longValueExact(),
            365);

    assertThat(progress.level()).isEqualTo(level);
    assertThat(progress.completion()).hasToString(completion);
    assertThat(progress.monitoredShare()).hasToString(share);
    assertThat(progress.requiredMg()).isEqualTo(960 * TONNE);
  }

  @Test
  void whatIsKnownOfAYearStandsForAllOfIt() {
    Progress progress =
        Progress.of(
            target("900", "400"),
            Progress.bandsOf(YearMonth.of(2017, 2)),
            YearMonth.of(2017, 2),
            59 * TONNE,
            50);

    assertThat(progress.annualisedMg()).isEqualTo(59 * TONNE * 365 / 50);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 44, NO_DATA, 44 of 59 days are known",
    "400, 45, GREEN, ",
    "400, 0, NO_DATA, no day is known",
    ", 59, NO_DATA, what the monitored outlets emitted in the base year is not known"
  })
  void withoutEnoughDataThereIsNoLevelAndNeverGreen(
      String monitored, int knownDays, Level level, String reason) {
    Progress progress =
        Progress.of(
            target("900", monitored),
            Progress.bandsOf(YearMonth.of(2017, 2)),
            YearMonth.of(2017, 2),
            TONNE,
            knownDays);

    assertThat(progress.level()).isEqualTo(level);
    if (reason != null) {
      assertThat(progress.reason()).isEqualTo(reason);
    }
  }

  @ParameterizedTest
  @CsvSource({"400, GREEN", "401, RED"})
  void whereNothingIsToBeReducedTheCapItselfDecides(long tonnes, Level level) {
    Progress progress =
        Progress.of(
            target("1000", "400"),
            Progress.bandsOf(YearMonth.of(2018, 12)),
            YearMonth.of(2018, 12),
            tonnes * TONNE,
            365);

    assertThat(progress.level()).isEqualTo(level);
    assertThat(progress.completion()).isNull();
  }

  /** Founding policies R8 and R18, in ten thousand tonnes, and their reductions in percent. */
  @ParameterizedTest
  @CsvSource({
    "630000, w01018, 2020, 10.32, 1.1",
    "630000, w21003, 2020, 0.981, 1.4",
    "630000, a21026, 2020, 14.17, 6.0",
    "630000, a21002, 2020, 11.08, 6.0",
    "140000, w01018, 2015, 45.8, 9.6",
    "140000, w21003, 2015, 5.21, 12.2",
    "140000, a21026, 2015, 127.6, 11.3",
    "140000, a21002, 2015, 106.9, 13.9",
    "140000, a34013, 2015, 69.91, 10.0",
    "140000, industrial-dust, 2015, 35.23, 10.0"
  })
  void theShippedCapsAreThoseOfTheFoundingPolicies(
      String region, String factor, int year, Decimal cap, double percent) {
    RegionTarget target =
        RegionTarget.shipped(region).stream()
            .filter(one -> one.factor().equals(factor))
            .findFirst()
            .orElseThrow();

    assertThat(target.year()).isEqualTo(year);
    assertThat(target.capTonnes()).isEqualByComparingTo(cap.shifted(4));
    double base = target.baseTonnes().number().doubleValue();
    double reduction = 100 * (base - target.capTonnes().number().doubleValue()) / base;
    assertThat(reduction).isCloseTo(percent, org.assertj.core.data.Offset.offset(0.1));
  }

  @ParameterizedTest
  @CsvSource({
    "RED, GREEN, true",
    "YELLOW, YELLOW, false",
    "GREEN, RED, false",
    "NO_DATA, GREEN, false",
    "RED, NO_DATA, false"
  })
  void onlyKnownLevelsAreWorse(Level level, Level other, boolean worse) {
    assertThat(level.isWorseThan(other)).isEqualTo(worse);
  }

  private static RegionTarget target(String cap, String monitored) {
    return new RegionTarget(
        "a21026",
        2020,
        Decimal.of(cap),
        2015,
        Decimal.of("1000"),
        monitored == null ? null : Decimal.of(monitored),
        null,
        "plan");
  }
}
