package io.touchline.domain.missing;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Decimal;
import io.touchline.domain.missing.MissingShare.Consequence;
import java.math.RoundingMode;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingShareTest {

  @ParameterizedTest(name = "example 6.3: {0} missing of 7800 is {1} %: {2}")
  @CsvSource({"2100, 26.9, DIRECT_DISCHARGE, true", "1700, 21.8, FILLED_BY_TABLES, false"})
  void example63SharePicksWhatFollows(
      int missing, String percent, Consequence consequence, boolean flagged) {
    MissingShare share = MissingShare.ofCounts(7800, missing, false, HourFixture.START);

    assertThat(share.percent().number().setScale(1, RoundingMode.HALF_EVEN)).hasToString(percent);
    assertThat(share.consequence()).isEqualTo(consequence);
    assertThat(share.isFlagged()).isEqualTo(flagged);
    assertThat(share.limit().source().verified()).isFalse();
  }

  @Test
  @DisplayName("example 6.3: 2100 h by the half-year before, 17.0 mg/m3 and 122 000 m3/h: 4.36 t")
  void example63PlantNotAtFaultIsReckonedByTheHalfYearBefore() {
    MissingShare share = MissingShare.ofCounts(7800, 2100, true, HourFixture.START);

    assertThat(share.consequence()).isEqualTo(Consequence.MANUAL_OR_HALF_YEAR_MEAN);
    assertThat(share.isFlagged()).isTrue();
    assertThat(share.halfYearMassMg(Decimal.of("17.0"), Decimal.of("122000")))
        .isEqualTo(4_355_400_000L);
    assertThat(share.halfYearMassMg(null, Decimal.of("122000"))).isNull();
  }

  @ParameterizedTest(name = "{1} missing of {0}: {2}")
  @CsvSource({
    "1000, 250, FILLED_BY_TABLES",
    "1000, 251, DIRECT_DISCHARGE",
    "10000000, 2500001, DIRECT_DISCHARGE",
    "1000, 0, NOTHING_MISSING",
    "0, 0, NOTHING_MISSING"
  })
  void exactlyAQuarterIsBorne(int operating, int missing, Consequence consequence) {
    assertThat(MissingShare.ofCounts(operating, missing, false, HourFixture.START).consequence())
        .isEqualTo(consequence);
  }

  @Test
  void stopsAreNoOperatingHours() {
    HourFixture fixture =
        HourFixture.measured(0).with(0, 1108, HourState.STOPPED).with(1200, 1500, HourState.FAULT);

    MissingShare share =
        MissingShare.of(HourFixture.Q3.start(), HourFixture.Q3.end(), fixture.hours(), false);

    assertThat(share.operating()).isEqualTo(1100);
    assertThat(share.missing()).isEqualTo(300);
    assertThat(share.isFlagged()).isTrue();
  }

  @Test
  void timeBeforeTheRuleIsNotFlagged() {
    MissingShare share =
        MissingShare.ofCounts(100, 90, false, Instant.parse("2018-02-07T15:59:59Z"));

    assertThat(share.consequence()).isEqualTo(Consequence.NO_RULE);
    assertThat(share.limit()).isNull();
  }
}
