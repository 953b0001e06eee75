package io.touchline.domain.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Decimal;
import io.touchline.domain.totals.PermittedAmount;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradedAmountsTest {

  private static final long TONNE = 1_000_000_000L;
  private static final String SO2 = "a21026";
  private static final List<PermittedAmount> AMOUNTS =
      List.of(
          amount("P1", "100", PermittedAmount.Period.YEAR, "2026-12-31"),
          amount("P2", "50", PermittedAmount.Period.YEAR, null),
          amount("P1", "1", PermittedAmount.Period.DAY, null));

  @Test
  void aTradeAdjustsBothPermitsFromItsDateAndLeavesTheDayAlone() {
    List<PermittedAmount> adjusted =
        TradedAmounts.of(AMOUNTS, List.of(trade("T1", "20", "P1", "P2", "2026-07-01", null)));

    assertThat(adjusted)
        .extracting(TradedAmountsTest::text)
        .containsExactly(
            "P1 100 2020-01-01 2026-06-30 table 5",
            "P1 80 2026-07-01 2026-12-31 table 5 and trade T1",
            "P2 50 2020-01-01 2026-06-30 table 5",
            "P2 70 2026-07-01 null table 5 and trade T1",
            "P1 1 2020-01-01 null table 5");
  }

  @Test
  void aTradeThatEndsGivesTheAmountBack() {
    List<PermittedAmount> adjusted =
        TradedAmounts.of(
            AMOUNTS.subList(1, 2),
            List.of(trade("T1", "20", "P2", null, "2026-01-01", "2026-12-31")));

    assertThat(adjusted)
        .extracting(TradedAmountsTest::text)
        .containsExactly(
            "P2 50 2020-01-01 2025-12-31 table 5",
            "P2 30 2026-01-01 2026-12-31 table 5 and trade T1",
            "P2 50 2027-01-01 null table 5");
  }

  /** P2 holds 50 t; 10 t bought in 2025 count from the year after on; 20 t bought and 5 t sold. */
  @ParameterizedTest
  @CsvSource({
    "2025, 50, 10, 0, 40, 55, 5",
    "2026, 60, 20, 5, 40, 70, 5",
    "2026, 60, 20, 5, 40, ,   35",
    "2026, 60, 20, 5, 80, 70, -5",
    "2027, 75, 0,  0, 0,  ,   75"
  })
  void theLedgerOfAYear(
      int year, long opening, long bought, long sold, long used, Long forecast, long headroom) {
    RightsLedger ledger =
        RightsLedger.of(
            "P2",
            SO2,
            Year.of(year),
            AMOUNTS,
            List.of(
                trade("T0", "10", null, "P2", "2025-05-01", null),
                trade("T1", "20", "P1", "P2", "2026-07-01", null),
                trade("T2", "5", "P2", null, "2026-09-01", null)),
            used * TONNE,
            forecast == null ? null : forecast * TONNE);

    assertThat(ledger.openingMg()).isEqualTo(opening * TONNE);
    assertThat(ledger.boughtMg()).isEqualTo(bought * TONNE);
    assertThat(ledger.soldMg()).isEqualTo(sold * TONNE);
    assertThat(ledger.headroomMg()).isEqualTo(headroom * TONNE);
  }

  private static String text(PermittedAmount amount) {
    return amount.permit()
        + " "
        + amount.tonnes()
        + " "
        + amount.validFrom()
        + " "
        + amount.validTo()
        + " "
        + amount.clause();
  }

  private static PermittedAmount amount(
      String permit, String tonnes, PermittedAmount.Period period, String to) {
    return new PermittedAmount(
        permit,
        SO2,
        Decimal.of(tonnes),
        period,
        LocalDate.of(2020, 1, 1),
        to == null ? null : LocalDate.parse(to),
        "table 5");
  }

  private static Trade trade(
      String number, String tonnes, String seller, String buyer, String from, String to) {
    return new Trade(
        number,
        SO2,
        Decimal.of(tonnes),
        seller,
        buyer,
        LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to));
  }
}
