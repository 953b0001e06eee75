package io.touchline.domain.rights;

import io.touchline.domain.Decimal;
import io.touchline.domain.totals.PermittedAmount;
import java.time.LocalDate;

/**
 * A trade of emission rights (排污权交易): so much a year goes from one permit to another.
 *
 * @param number of the contract
 * @param tonnes a year
 * @param seller number of the permit that gives, null for the government's reserve
 * @param buyer number of the permit that takes, null for the government's reserve
 * @param from first day on which it counts
 * @param to last day, null where it counts as long as the permits hold
 */
public record Trade(
    String number,
    String factor,
    Decimal tonnes,
    String seller,
    String buyer,
    LocalDate from,
    LocalDate to) {

  /** Whether it counts on a day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /** What it adds to a permit a year: less than nothing for the seller, nothing for others. */
  public long addsMg(String permit) {
    long mg = PermittedAmount.milligrams(tonnes);
    return (permit.equals(buyer) ? mg : 0) - (permit.equals(seller) ? mg : 0);
  }
}
