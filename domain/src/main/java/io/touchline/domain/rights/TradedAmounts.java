package io.touchline.domain.rights;

import io.touchline.domain.totals.PermittedAmount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What trades make of permitted amounts of a year. */
public final class TradedAmounts {

  private TradedAmounts() {}

  /**
   * The same amounts, each of a year cut in pieces where a trade begins or ends to count; the
   * clause of a piece names the trades in it. A seller who sold more than it has is left with less
   * than nothing: that is for the registry to refuse.
   */
  public static List<PermittedAmount> of(List<PermittedAmount> amounts, List<Trade> trades) {
    List<PermittedAmount> pieces = new ArrayList<>();
    for (PermittedAmount amount : amounts) {
      List<Trade> own =
          amount.period() != PermittedAmount.Period.YEAR
              ? List.of()
              : trades.stream()
                  .filter(trade -> trade.factor().equals(amount.factor()))
                  .filter(trade -> trade.addsMg(amount.permit()) != 0)
                  .toList();
      if (own.isEmpty()) {
        pieces.add(amount);
      } else {
        cut(amount, own, pieces);
      }
    }
    return pieces;
  }

  private static void cut(PermittedAmount amount, List<Trade> trades, List<PermittedAmount> to) {
    TreeSet<LocalDate> firsts = new TreeSet<>();
    firsts.add(amount.validFrom());
    for (Trade trade : trades) {
      firsts.add(trade.from());
      if (trade.to() != null) {
        firsts.add(trade.to().plusDays(1));
      }
    }
    for (LocalDate first : firsts) {
      if (amount.holdsOn(first)) {
        LocalDate next = firsts.higher(first);
        LocalDate last = next == null ? null : next.minusDays(1);
        boolean permitEndsFirst =
            last == null || (amount.validTo() != null && amount.validTo().isBefore(last));
        List<Trade> counting = trades.stream().filter(trade -> trade.holdsOn(first)).toList();
        long mg = amount.milligrams();
        for (Trade trade : counting) {
          mg = Math.addExact(mg, trade.addsMg(amount.permit()));
        }
        to.add(
            new PermittedAmount(
                amount.permit(),
                amount.factor(),
                PermittedAmount.tonnes(mg),
                amount.period(),
                first,
                permitEndsFirst ? amount.validTo() : last,
                clause(amount, counting)));
      }
    }
  }

  private static String clause(PermittedAmount amount, List<Trade> trades) {
    if (trades.isEmpty()) {
      return amount.clause();
    }
    String of = amount.clause() == null ? "permitted amount" : amount.clause();
    return of
        + trades.stream()
            .map(trade -> " and trade " + trade.number())
            .sorted()
            .collect(Collectors.joining());
  }
}
