package io.touchline.alerts;

import io.touchline.contract.ExceedanceRecord;
import java.time.Instant;

/**
 * One episode as the ledger has it.
 *
 * @param publishedAt when this revision was published
 * @param outlet what people call its outlet; its fields are null where no profile came yet; of an
 *     enterprise's episode only enterprise and region are named
 */
public record LedgerEntry(ExceedanceRecord episode, Instant publishedAt, Outlet outlet) {

  /** Who it concerns. */
  public record Outlet(
      String code, String name, String enterpriseName, String regionCode, String regionName) {}
}
