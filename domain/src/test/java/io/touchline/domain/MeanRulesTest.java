package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeanRulesTest {

  @ParameterizedTest
  @CsvSource({
    "MINUTE, 2026-01-15T08:00:00+08:00, 12, 12",
    "HOUR, 2026-02-15T08:00:00+08:00, 45, 60",
    "DAY, 2026-02-15T00:00:00+08:00, 20, 24",
    "MONTH, 2026-01-01T00:00:00+08:00, 25, 31",
    "MONTH, 2026-02-01T00:00:00+08:00, 23, 28",
    "MONTH, 2028-02-01T00:00:00+08:00, 23, 29",
    "HOUR, 2011-05-01T08:00:00+08:00, 45, 60"
  })
  void eachLevelNeedsItsPartsAndFebruaryFewerDays(
      MeanLevel level, String start, long needed, long parts) {
    Instant at = ChinaTime.parse(start);

    assertThat(MeanRules.standard().at(level, at).needed(at)).isEqualTo(needed);
    assertThat(level.partsIn(at)).isEqualTo(parts);
  }

  @Test
  void newerRowHoldsFromItsFirstDayAndTheOldOneBefore() {
    MeanRules rules = new MeanRules(List.of(row(45, 2018), row(50, 2027)));

    assertThat(rules.at(MeanLevel.HOUR, at("2026-12-31T23:00:00+08:00")).needed()).isEqualTo(45);
    assertThat(rules.at(MeanLevel.HOUR, at("2027-01-01T00:00:00+08:00")).needed()).isEqualTo(50);
  }

  @Test
  void askingWithoutADateFailsOnceTheNumberHasChanged() {
    MeanRules rules = new MeanRules(List.of(row(45, 2018), row(50, 2027)));

    assertThatThrownBy(() -> rules.undated(MeanLevel.HOUR))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("HOUR needs a date");
  }

  @ParameterizedTest
  @EnumSource(value = AveragingPeriod.class, names = "MONTH", mode = EnumSource.Mode.EXCLUDE)
  void recomputedPeriodMayStillAskWithoutADate(AveragingPeriod period) {
    assertThat(RecomputedPeriod.needed(period)).isEqualTo(period == AveragingPeriod.HOUR ? 45 : 20);
  }

  @ParameterizedTest
  @CsvSource({"HOUR, 4, 10, 40", "HOUR, 5, 10, 50", "DAY, 20, 60, 20", "HOUR, 45, 1, 45"})
  void uploadsFurtherApartCoverMoreMinutes(MeanLevel level, int valid, long minutes, long covered) {
    assertThat(MeanRules.covered(level, valid, Duration.ofMinutes(minutes))).isEqualTo(covered);
  }

  private static Instant at(String text) {
    return ChinaTime.parse(text);
  }

  private static MeanRules.Row row(long needed, int year) {
    LocalDate from = LocalDate.of(year, 1, 1);
    return new MeanRules.Row(
        MeanLevel.HOUR,
        needed,
        needed,
        new RuleFile.Source("standard", "clause", from, null, true));
  }
}
