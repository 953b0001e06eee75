package io.touchline.ingest;

import io.touchline.hj212.Packet;

/** What {@link FrameChecker} says of a piece; each outcome is kept in a topic of its own. */
sealed interface Checked {

  Piece piece();

  /** A frame of a registered station: evidence, to be answered once it is stored. */
  record Good(Piece piece, Packet packet) implements Checked {}

  /**
   * Anything else: kept too, never answered.
   *
   * @param mn the sender's MN, null where the piece does not say
   * @param detail the reason in a sentence, with its numbers
   */
  record Bad(Piece piece, String mn, QuarantineReason reason, String detail) implements Checked {}
}
