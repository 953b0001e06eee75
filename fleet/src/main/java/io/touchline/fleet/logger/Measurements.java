package io.touchline.fleet.logger;

import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * What a logger has measured and tells when it is asked. Called on the logger's event loop, which
 * many loggers share: what takes long is to be computed as the iterator goes on.
 */
public interface Measurements {

  /** Of a logger that has no instruments and no memory. */
  Measurements NONE = (commandCode, from, to) -> Collections.emptyIterator();

  /**
   * The stored periods of a kind, oldest first, one element a period: its packet, or the parts it
   * is split into.
   *
   * @param from first start wanted
   * @param to last start wanted, included (HJ 212-2017 C.20 to C.23 by example)
   */
  Iterator<List<Upload>> between(String commandCode, Instant from, Instant to);

  /** What the instruments show just now, empty where they show nothing. */
  default List<FactorFields> present(Instant now) {
    return List.of();
  }
}
