package io.touchline.domain.flue;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.MeanLevel;
import io.touchline.domain.Unit;
import io.touchline.domain.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodMeanTest {

  private static final Instant HOUR = ChinaTime.parse("2026-01-15T08:00:00+08:00");
  private static final Validity CALIBRATION = new Validity(Validity.Reason.FLAGGED, "flag C");

  @ParameterizedTest
  @DisplayName("example 1.1: 44 valid minutes give no value to judge, 45 do; 19 hours, 20 hours")
  @CsvSource({
    "MINUTE, 2026-01-15T08:00:00+08:00, 12, 11, 11 valid readings of at least 12",
    "HOUR, 2026-01-15T08:00:00+08:00, 60, 44, 44 valid minutes of at least 45",
    "HOUR, 2026-01-15T08:00:00+08:00, 60, 45, ''",
    "HOUR, 2026-01-15T08:00:00+08:00, 60, 60, ''",
    "DAY, 2026-01-15T00:00:00+08:00, 24, 19, 19 valid hours of at least 20",
    "DAY, 2026-01-15T00:00:00+08:00, 24, 20, ''",
    "MONTH, 2026-01-01T00:00:00+08:00, 31, 24, 24 valid days of at least 25",
    "MONTH, 2026-01-01T00:00:00+08:00, 31, 25, ''",
    "MONTH, 2026-02-01T00:00:00+08:00, 28, 22, 22 valid days of at least 23",
    "MONTH, 2026-02-01T00:00:00+08:00, 28, 23, ''"
  })
  void example_1_1_aMeanNeedsItsValidParts(
      MeanLevel level, String start, int came, int valid, String reason) {
    Instant at = ChinaTime.parse(start);

    PeriodMean mean = PeriodMean.of(level, at, parts(level, at, came, valid), Unit.MG_PER_M3);

    assertThat(mean.validity().text()).isEqualTo(reason);
    assertThat(mean.value()).contains(Decimal.of("20"));
    assertThat(mean.valueToJudge().isPresent()).isEqualTo(reason.isEmpty());
    assertThat(mean.counts().came()).isEqualTo(came);
    assertThat(mean.counts().valid()).isEqualTo(valid);
  }

  @Test
  void aPeriodOfWhichNothingCameHasNoMeanAndIsNotValid() {
    PeriodMean mean = PeriodMean.of(MeanLevel.HOUR, HOUR, Map.of(), Unit.MG_PER_M3);

    assertThat(mean.value()).isEmpty();
    assertThat(mean.validity().reason()).isEqualTo(Validity.Reason.TOO_FEW_PARTS);
    assertThat(mean.counts()).isEqualTo(new PeriodMean.Counts(60, 0, 0, 0, 45));
    assertThat(mean.derivations().get(0).working()).isEqualTo("? / 0 = no value: no sum");
  }

  @Test
  void aPartWithoutANumberDoesNotCountThoughItsFlagIsGood() {
    Map<Instant, PeriodMean.Part> parts = parts(MeanLevel.HOUR, HOUR, 60, 45);
    parts.put(HOUR, PeriodMean.Part.valid(null));

    assertThat(PeriodMean.of(MeanLevel.HOUR, HOUR, parts, Unit.MG_PER_M3).counts().valid())
        .isEqualTo(44);
  }

  @Test
  void partsOutsideOfThePeriodAreLeftOut() {
    Map<Instant, PeriodMean.Part> parts = parts(MeanLevel.HOUR, HOUR, 60, 60);
    parts.put(HOUR.minusSeconds(1), PeriodMean.Part.valid(Decimal.of("999")));
    parts.put(HOUR.plusSeconds(3_600), PeriodMean.Part.valid(Decimal.of("999")));

    PeriodMean mean = PeriodMean.of(MeanLevel.HOUR, HOUR, parts, Unit.MG_PER_M3);

    assertThat(mean.value()).contains(Decimal.of("20"));
    assertThat(mean.counts().came()).isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({"8, false", "9, true"})
  void uploadsFiveMinutesApartCoverFiveMinutesEach(int uploads, boolean valid) {
    Map<Instant, PeriodMean.Part> parts = new LinkedHashMap<>();
    for (int i = 0; i < uploads; i++) {
      parts.put(HOUR.plusSeconds(300L * i), PeriodMean.Part.valid(Decimal.of("20")));
    }

    PeriodMean mean =
        PeriodMean.of(MeanLevel.HOUR, HOUR, parts, Unit.MG_PER_M3, Duration.ofMinutes(5));

    assertThat(mean.validity().isValid()).isEqualTo(valid);
  }

  @Test
  void dayThatIsNotValidDoesNotCountInItsMonth() {
    Instant day = ChinaTime.parse("2026-01-15T00:00:00+08:00");
    PeriodMean mean =
        PeriodMean.of(MeanLevel.DAY, day, parts(MeanLevel.DAY, day, 24, 19), Unit.MG_PER_M3);

    assertThat(mean.asPart().counts()).isFalse();
  }

  @Test
  void theWorkingShowsSumCountAndClause() {
    PeriodMean mean =
        PeriodMean.of(MeanLevel.HOUR, HOUR, parts(MeanLevel.HOUR, HOUR, 60, 46), Unit.MG_PER_M3);

    assertThat(mean.derivations().get(0).working()).isEqualTo("920 / 46 = 20 mg/m3");
    assertThat(mean.derivations().get(0).rule()).startsWith("HJ 76-2017 App. B");
  }

  @Test
  void orderOfPartsMakesNoDifference() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Map.Entry<Instant, PeriodMean.Part>> parts = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Decimal value = Decimal.of(random.nextInt(100_000) + "." + random.nextInt(1_000));
        Validity validity = random.nextInt(5) == 0 ? CALIBRATION : Validity.VALID;
        parts.add(Map.entry(HOUR.plusSeconds(60L * i), new PeriodMean.Part(value, validity)));
      }
      PeriodMean inOrder = hourOf(parts);
      Collections.shuffle(parts, random);
      parts.addAll(parts.subList(0, random.nextInt(30)).stream().toList());

      assertThat(hourOf(parts)).as("seed %d, round %d", seed, round).isEqualTo(inOrder);
    }
  }

  private static PeriodMean hourOf(List<Map.Entry<Instant, PeriodMean.Part>> parts) {
    Map<Instant, PeriodMean.Part> byStart = new LinkedHashMap<>();
    parts.forEach(part -> byStart.put(part.getKey(), part.getValue()));
    return PeriodMean.of(MeanLevel.HOUR, HOUR, byStart, Unit.MG_PER_M3);
  }

  /** The first so many valid at 20, the rest under calibration at 99. */
  private static Map<Instant, PeriodMean.Part> parts(
      MeanLevel level, Instant start, int came, int valid) {
    Map<Instant, PeriodMean.Part> parts = new LinkedHashMap<>();
    for (int i = 0; i < came; i++) {
      parts.put(
          start.plus(level.partLength().multipliedBy(i)),
          i < valid
              ? PeriodMean.Part.valid(Decimal.of("20"))
              : new PeriodMean.Part(Decimal.of("99"), CALIBRATION));
    }
    return parts;
  }
}
