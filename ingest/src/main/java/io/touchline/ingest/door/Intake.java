package io.touchline.ingest.door;

import io.touchline.hj212.Reason;
import java.util.function.Consumer;

/**
 * The way of all frames, as the doors see it: the same checks, the same records, the same counters
 * as over TCP. Thread-safe, and never waits.
 */
public interface Intake {

  /** Whether more is to be read: false while Kafka is slow or away. */
  boolean isOpen();

  /**
   * Checks what may be a frame. It counts as received from then on, so that exactly one of {@link
   * #keep} and {@link #settled} is to follow.
   *
   * @param place where it stood in what its sender sent, for the record
   */
  Examined examine(byte[] candidate, String place, Sender sender);

  /** The same for bytes that begin no frame. */
  Examined examineGarbage(byte[] bytes, Reason reason, String place, Sender sender);

  /**
   * Sends the record.
   *
   * @param settled told once, on any thread, whether the broker has it; false at once when the
   *     whole in-flight budget is used
   */
  void keep(Examined examined, Consumer<Boolean> settled);

  /** Counts what became of a record that the caller sent itself. */
  void settled(Examined examined, boolean stored);
}
