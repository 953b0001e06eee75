package io.touchline.app.registry;

import io.touchline.contract.RegistryEntry;
import java.time.LocalDate;

/** Further columns of a table: since when a row stands, who entered it and why. */
final class EntryColumns {

  private EntryColumns() {}

  /** Null where all of them are empty. */
  static RegistryEntry read(Row row) {
    LocalDate from = row.date("valid_from");
    LocalDate to = row.date("valid_to");
    row.checkOrder(from, to);
    RegistryEntry entry =
        new RegistryEntry(from, to, row.textOrNull("changed_by"), row.textOrNull("reason"));
    return entry.equals(new RegistryEntry(null, null, null, null)) ? null : entry;
  }
}
