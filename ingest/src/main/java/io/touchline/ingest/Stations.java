package io.touchline.ingest;

import java.util.Optional;

/** Who is registered. Asked on event loops: never waits. */
@FunctionalInterface
public interface Stations {

  /** The station of that MN as the registry has it now. */
  Optional<Station> find(String mn);

  /**
   * The MN registered for a data logger with that hardware serial (i23005 to i23008), by which one
   * that joins (HJ 212-2025, 1001) is known before it has an MN.
   */
  default Optional<String> mnOfSerial(String serial) {
    return Optional.empty();
  }
}
