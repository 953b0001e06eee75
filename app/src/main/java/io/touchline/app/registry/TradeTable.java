package io.touchline.app.registry;

import io.touchline.domain.Decimal;
import io.touchline.domain.rights.Trade;
import io.touchline.domain.rights.TradedAmounts;
import io.touchline.domain.totals.PermittedAmount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code trades.csv}, which may be missing: emission rights that went from one permit to another. A
 * trade adjusts the yearly amounts of both from its date.
 */
final class TradeTable {

  private static final String FILE = "trades.csv";
  private static final List<String> COLUMNS =
      List.of("trade_no", "factor", "amount_t", "seller_permit", "buyer_permit", "valid_from");

  private final Findings findings;
  private final Map<String, List<PermittedAmount>> permits;

  /**
   * A reader of trades.
   *
   * @param permits amounts by enterprise
   */
  TradeTable(Findings findings, Map<String, List<PermittedAmount>> permits) {
    this.findings = findings;
    this.permits = permits;
  }

  /** The amounts after all trades, by enterprise. */
  Map<String, List<PermittedAmount>> adjust(RegistrySource source) {
    Map<String, Row> rows = new LinkedHashMap<>();
    List<Trade> trades = new ArrayList<>();
    for (Row row : Table.readIfThere(source, FILE, COLUMNS, findings)) {
      Trade trade = trade(row);
      Row earlier = trade == null ? null : rows.putIfAbsent(trade.number(), row);
      if (earlier != null) {
        findings.error(
            row, "trade_no", "trade.twice", trade.number(), Long.toString(earlier.line()));
      } else if (trade != null) {
        trades.add(trade);
      }
    }
    Map<String, List<PermittedAmount>> adjusted = new HashMap<>();
    permits.forEach(
        (enterprise, amounts) -> adjusted.put(enterprise, TradedAmounts.of(amounts, trades)));
    adjusted.values().forEach(amounts -> refuseOversold(amounts, trades, rows));
    return adjusted;
  }

  private Trade trade(Row row) {
    String number = row.required("trade_no");
    String factor = row.required("factor");
    Decimal tonnes = Tonnes.of(row, row.text("factor"), "amount", "trade.amount", findings);
    if (tonnes != null && tonnes.isZero()) {
      findings.error(row, "amount_t", "trade.amount", tonnes.toString());
    }
    String seller = party(row, "seller_permit", factor);
    String buyer = party(row, "buyer_permit", factor);
    if (seller == null ? buyer == null : seller.equals(buyer)) {
      findings.error(row, "buyer_permit", "trade.parties");
    }
    LocalDate from = row.requiredDate("valid_from");
    LocalDate to = row.date("valid_to");
    row.checkOrder(from, to);
    return number == null || factor == null || tonnes == null || from == null
        ? null
        : new Trade(number, factor, tonnes, seller, buyer, from, to);
  }

  private String party(Row row, String column, String factor) {
    String permit = row.textOrNull(column);
    boolean known =
        permit == null
            || factor == null
            || permits.values().stream()
                .flatMap(List::stream)
                .anyMatch(
                    amount ->
                        amount.permit().equals(permit)
                            && amount.factor().equals(factor)
                            && amount.period() == PermittedAmount.Period.YEAR);
    if (!known) {
      findings.error(row, column, "trade.permit", permit, factor);
    }
    return permit;
  }

  private void refuseOversold(
      List<PermittedAmount> amounts, List<Trade> trades, Map<String, Row> rows) {
    for (PermittedAmount amount : amounts) {
      if (amount.tonnes().isNegative()) {
        trades.stream()
            .filter(trade -> trade.factor().equals(amount.factor()))
            .filter(trade -> amount.permit().equals(trade.seller()))
            .reduce((a, b) -> b)
            .ifPresent(
                trade ->
                    findings.error(
                        rows.get(trade.number()),
                        "amount_t",
                        "trade.oversold",
                        amount.permit(),
                        amount.factor(),
                        amount.validFrom().toString(),
                        amount.tonnes().toString()));
      }
    }
  }
}
