package io.touchline.domain.totals;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsTest {

  @ParameterizedTest
  @CsvSource({
    "DAY, 2026-03-31T23:00:00+08:00, 2026-03-31",
    "DAY, 2026-03-31T16:00:00Z, 2026-04-01",
    "MONTH, 2026-03-31T23:00:00+08:00, 2026-03-01",
    "QUARTER, 2026-03-31T23:00:00+08:00, 2026-01-01",
    "QUARTER, 2026-12-31T23:00:00+08:00, 2026-10-01",
    "YEAR, 2026-12-31T15:59:59Z, 2026-01-01",
    "YEAR, 2026-12-31T16:00:00Z, 2027-01-01",
    "ROLLING_12M, 2026-03-31T23:00:00+08:00, 2025-04-01",
    "ROLLING_12M, 2026-12-01T00:00:00+08:00, 2026-01-01"
  })
  void periodsBeginInChinaTime(TotalPeriod period, String instant, LocalDate start) {
    assertThat(period.startOf(ChinaTime.parse(instant)))
        .isEqualTo(ChinaTime.instant(start.atStartOfDay()));
  }

  @Test
  void aboveAnOutletStandItsEnterpriseCountyPrefectureAndProvince() {
    assertThat(Scope.above("E1", "630121", null))
        .extracting(Scope::text)
        .containsExactly("ENTERPRISE|E1", "REGION|630121", "REGION|630100", "REGION|630000");
    assertThat(Scope.above(null, "630100", null))
        .extracting(Scope::text)
        .containsExactly("REGION|630100", "REGION|630000");
    assertThat(Scope.above("E1", null, null)).hasSize(1);
    assertThat(Scope.above(null, "63", null)).isEmpty();
  }

  @Test
  void inTheProvinceStandTheDivisionAndTheClassOfItsSector() {
    assertThat(Scope.above(null, "630000", "D4411"))
        .extracting(Scope::text)
        .containsExactly("REGION|630000", "SECTOR|630000/D44", "SECTOR|630000/D4411");
    assertThat(Scope.above(null, "630000", "C30"))
        .extracting(Scope::text)
        .containsExactly("REGION|630000", "SECTOR|630000/C30");
    assertThat(Scope.above("E1", null, "C30")).hasSize(1);
  }

  @Test
  void aYearsAmountIsThatOfTheYearAndOfTwelveMonthsInARow() {
    List<PermittedAmount> permits =
        List.of(
            amount("P1", "a21026", "110.5", PermittedAmount.Period.YEAR, "2020-01-01", null),
            amount("P2", "a21026", "2", PermittedAmount.Period.YEAR, "2020-01-01", "2025-12-31"),
            amount("P1", "a21026", "0.4", PermittedAmount.Period.DAY, "2020-01-01", null));

    assertThat(PermittedAmount.of(permits, "a21026", TotalPeriod.YEAR, at("2026-01-01")))
        .hasValue(110_500_000_000L);
    assertThat(PermittedAmount.of(permits, "a21026", TotalPeriod.YEAR, at("2025-01-01")))
        .hasValue(112_500_000_000L);
    assertThat(PermittedAmount.of(permits, "a21026", TotalPeriod.ROLLING_12M, at("2026-02-01")))
        .hasValue(110_500_000_000L);
    assertThat(PermittedAmount.of(permits, "a21026", TotalPeriod.DAY, at("2026-01-01")))
        .hasValue(400_000_000L);
    assertThat(PermittedAmount.of(permits, "a21026", TotalPeriod.MONTH, at("2026-01-01")))
        .isEmpty();
    assertThat(PermittedAmount.of(permits, "a21002", TotalPeriod.YEAR, at("2026-01-01"))).isEmpty();
  }

  private static PermittedAmount amount(
      String permit,
      String factor,
      String tonnes,
      PermittedAmount.Period period,
      String from,
      String to) {
    return new PermittedAmount(
        permit,
        factor,
        Decimal.of(tonnes),
        period,
        LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to));
  }

  private static Instant at(String day) {
    return ChinaTime.instant(LocalDate.parse(day).atStartOfDay());
  }
}
