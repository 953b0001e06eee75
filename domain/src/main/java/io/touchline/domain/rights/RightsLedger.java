package io.touchline.domain.rights;

import io.touchline.domain.totals.PermittedAmount;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;

/**
 * The ledger of a permit, factor and calendar year (排污权台账); milligrams.
 *
 * @param openingMg permitted on the year's first day on which the permit holds, without the trades
 *     that begin in the year
 * @param boughtMg by trades that begin in the year; {@code soldMg} likewise
 * @param usedMg emitted so far
 * @param forecastMg what will have been emitted at the end of the year; not less than was used
 * @param headroomMg what may still be sold, or where negative must be bought
 */
public record RightsLedger(
    String permit,
    String factor,
    Year year,
    long openingMg,
    long boughtMg,
    long soldMg,
    long usedMg,
    long forecastMg,
    long headroomMg) {

  /**
   * The ledger of a year.
   *
   * @param amounts of any permit, before trades
   * @param trades of any permit
   * @param forecastMg null where no pace is known: then what was used stands for it
   */
  public static RightsLedger of(
      String permit,
      String factor,
      Year year,
      List<PermittedAmount> amounts,
      List<Trade> trades,
      long usedMg,
      Long forecastMg) {
    List<PermittedAmount> own =
        amounts.stream()
            .filter(amount -> amount.permit().equals(permit) && amount.factor().equals(factor))
            .toList();
    List<Trade> earlier =
        trades.stream().filter(trade -> trade.from().getYear() < year.getValue()).toList();
    List<PermittedAmount> ofYear =
        TradedAmounts.of(own, earlier).stream()
            .filter(amount -> amount.period() == PermittedAmount.Period.YEAR)
            .toList();
    LocalDate first = firstDay(ofYear, year);
    long opening =
        ofYear.stream()
            .filter(amount -> amount.holdsOn(first))
            .mapToLong(PermittedAmount::milligrams)
            .sum();
    long bought = 0;
    long sold = 0;
    for (Trade trade : trades) {
      if (trade.factor().equals(factor) && trade.from().getYear() == year.getValue()) {
        bought = Math.addExact(bought, Math.max(0, trade.addsMg(permit)));
        sold = Math.addExact(sold, Math.max(0, -trade.addsMg(permit)));
      }
    }
    long forecast = forecastMg == null ? usedMg : Math.max(usedMg, forecastMg);
    return new RightsLedger(
        permit,
        factor,
        year,
        opening,
        bought,
        sold,
        usedMg,
        forecast,
        opening + bought - sold - forecast);
  }

  /** New Year's Day, or the day on which the first permit of that year begins. */
  private static LocalDate firstDay(List<PermittedAmount> amounts, Year year) {
    LocalDate newYear = year.atDay(1);
    return amounts.stream().anyMatch(amount -> amount.holdsOn(newYear))
        ? newYear
        : amounts.stream()
            .map(PermittedAmount::validFrom)
            .filter(from -> from.getYear() == year.getValue())
            .min(Comparator.naturalOrder())
            .orElse(newYear);
  }
}
