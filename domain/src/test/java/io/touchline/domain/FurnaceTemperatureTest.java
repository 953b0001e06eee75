package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Judgement.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule sheet 4.2: five-minute means of a furnace against 850 °C. */
class FurnaceTemperatureTest {

  private static final Instant DAY = ChinaTime.parse("2026-01-01T00:00:00+08:00");
  private static final Unit CELSIUS = Unit.of("℃");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration FIVE = Duration.ofMinutes(5);

  private static final EmissionLimit LIMIT =
      new EmissionLimit(
          "a01012",
          null,
          Decimal.of("850"),
          CELSIUS,
          Averaging.FIVE_MINUTES,
          EmissionLimit.Basis.MEASURED,
          "permit",
          "5",
          LocalDate.of(2020, 1, 1),
          null);

  @ParameterizedTest
  @CsvSource({
    "288, 0, 850, COMPLIANT, '0 of 288 five-minute means below, 5 allowed', 850",
    "283, 5, 849.9, COMPLIANT, '5 of 288 five-minute means below, 5 allowed', 849.9",
    "282, 6, 849.9, EXCEEDS, '6 of 288 five-minute means below, 5 allowed', 849.9"
  })
  void aSixthMeanBelowInADayDoesNotComply(
      int at850, int below, String low, Verdict verdict, String counted, String lowest) {
    SortedMap<Instant, FactorMean> means = new TreeMap<>();
    for (int i = 0; i < at850 + below; i++) {
      means.put(DAY.plus(FIVE.multipliedBy(i)), mean(i < below ? low : "850"));
    }

    Judgement judgement = FurnaceTemperature.judge(LIMIT, DAY, means, FIVE, at -> true);

    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.reason()).isEqualTo(counted);
    assertThat(judgement.judged()).hasToString(lowest);
  }

  @Test
  void minutesAreMeansOfFiveOfWhichFourMustBeValid() {
    SortedMap<Instant, FactorMean> minutes = new TreeMap<>();
    for (int block = 0; block < 6; block++) {
      for (int minute = 0; minute < 5; minute++) {
        minutes.put(
            DAY.plus(MINUTE.multipliedBy(block * 5L + minute)), mean(minute == 0 ? "600" : "900"));
      }
    }

    Judgement six = FurnaceTemperature.judge(LIMIT, DAY, minutes, MINUTE, at -> true);
    assertThat(six.verdict()).isEqualTo(Verdict.EXCEEDS);
    assertThat(six.judged()).hasToString("840");

    minutes.remove(DAY);
    assertThat(FurnaceTemperature.judge(LIMIT, DAY, minutes, MINUTE, at -> true).reason())
        .startsWith("5 of 6");
    minutes.remove(DAY.plus(MINUTE));
    assertThat(FurnaceTemperature.judge(LIMIT, DAY, minutes, MINUTE, at -> true).reason())
        .startsWith("5 of 5");
  }

  @Test
  void startUpAndShutDownAreNotNormalOperation() {
    SortedMap<Instant, FactorMean> means = new TreeMap<>();
    for (int i = 0; i < 12; i++) {
      means.put(DAY.plus(FIVE.multipliedBy(i)), mean("300"));
    }
    Instant heated = DAY.plus(FIVE.multipliedBy(8));

    Judgement judgement =
        FurnaceTemperature.judge(LIMIT, DAY, means, FIVE, at -> !at.isBefore(heated));

    assertThat(judgement.reason()).startsWith("4 of 4");
    assertThat(judgement.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(FurnaceTemperature.judge(LIMIT, DAY, means, FIVE, at -> false).verdict())
        .isEqualTo(Verdict.NOT_JUDGED);
  }

  @Test
  void ofTwoFloorsTheHigherIsTheStricter() {
    EmissionLimit higher =
        new EmissionLimit(
            "a01012",
            null,
            Decimal.of("900"),
            CELSIUS,
            Averaging.FIVE_MINUTES,
            EmissionLimit.Basis.MEASURED,
            "local",
            "1",
            LocalDate.of(2020, 1, 1),
            null);
    OutletProfile outlet = Samples.outlet(Medium.AIR, null, LIMIT, higher);

    assertThat(outlet.limitFor("a01012", AveragingPeriod.DAY, DAY)).contains(higher);
    assertThat(outlet.countsParts("a01012", AveragingPeriod.DAY, DAY)).isTrue();
    assertThat(outlet.countsParts("a01012", AveragingPeriod.HOUR, DAY)).isFalse();
  }

  private static FactorMean mean(String value) {
    return new FactorMean(
        Decimal.of(value),
        null,
        null,
        CELSIUS,
        null,
        null,
        Validity.VALID,
        FactorMean.Source.REPORTED,
        new TreeSet<>());
  }
}
