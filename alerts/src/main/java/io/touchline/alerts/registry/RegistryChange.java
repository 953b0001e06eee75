package io.touchline.alerts.registry;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * A change of limits or permits: a line that is added, one that ends, or both where one takes the
 * other's place.
 *
 * @param adds cells of the new line by column; null for none
 * @param ends id of the line that ends; null for none
 * @param endsOn its last day; null where none ends
 */
public record RegistryChange(
    RegistryBook book, Map<String, String> adds, String ends, LocalDate endsOn) {

  /**
   * A change that says what it changes.
   *
   * @throws IllegalArgumentException where it does not
   */
  public RegistryChange {
    if (book == null || !book.isChangeable()) {
      throw new IllegalArgumentException("book is LIMITS or PERMITS");
    }
    if ((ends == null) != (endsOn == null)) {
      throw new IllegalArgumentException("ends names a line, endsOn its last day: both or neither");
    }
    if (adds == null && ends == null) {
      throw new IllegalArgumentException("a change adds a line, ends one, or does both");
    }
    if (adds != null && adds.values().stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("a cell that is empty is left out");
    }
    adds = adds == null ? null : Map.copyOf(adds);
  }
}
