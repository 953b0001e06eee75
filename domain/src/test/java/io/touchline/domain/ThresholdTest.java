package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ThresholdTest {

  @ParameterizedTest
  @EnumSource(Threshold.Name.class)
  void everyNameHasExactlyOneRowInForceAndOnlyTheSeenOneNeedsNoCheck(Threshold.Name name) {
    Instant at = ChinaTime.parse("2026-07-01T00:00:00+08:00");

    assertThat(Threshold.rows().stream().filter(row -> row.name() == name && holds(row, at)))
        .hasSize(1)
        .allSatisfy(
            row ->
                assertThat(row.source().verified())
                    .isEqualTo(name == Threshold.Name.MONTH_SHARE_WITHIN))
        .allSatisfy(
            row ->
                assertThat(row.source().text().endsWith(", needs check"))
                    .isEqualTo(!row.source().verified()));
  }

  @ParameterizedTest
  @CsvSource({"2020-03-23T23:59:59+08:00, false", "2020-03-24T00:00:00+08:00, true"})
  void rowHoldsFromTheFirstMomentOfItsFirstDayInChina(String at, boolean holds) {
    assertThat(Threshold.at(Threshold.Name.WATER_VALID_SHARE, ChinaTime.parse(at)).isPresent())
        .isEqualTo(holds);
  }

  @Test
  void rowWithALastDayHoldsThroughIt() {
    RuleFile.Source source =
        new RuleFile.Source(
            "s", "c", ChinaTime.date(Instant.EPOCH), ChinaTime.date(Instant.EPOCH), true);

    assertThat(source.holdsAt(ChinaTime.parse("1970-01-01T23:59:59+08:00"))).isTrue();
    assertThat(source.holdsAt(ChinaTime.parse("1970-01-02T00:00:00+08:00"))).isFalse();
    assertThat(source.text()).isEqualTo("s c");
  }

  private static boolean holds(Threshold row, Instant at) {
    return row.source().holdsAt(at);
  }
}
