package io.touchline.ingest;

import io.touchline.hj212.Packet;
import java.util.List;

/** What {@link FrameChecker} says of a piece; each outcome is kept in a topic of its own. */
sealed interface Checked {

  Piece piece();

  /** A frame of a registered station: evidence, to be answered once it is stored. */
  record Good(Piece piece, Packet packet) implements Checked {}

  /**
   * A frame of a logger that joins (HJ 212-2025): its 1001 asks for an MN, its next answers may
   * still carry none. Kept in quarantine; its 1001 is answered once it is stored.
   *
   * @param serials hardware serials (i23005 to i23008) that it names, in the order of their codes
   */
  record Nameless(Piece piece, Packet packet, List<String> serials) implements Checked {}

  /**
   * Anything else: kept too, never answered.
   *
   * @param mn the sender's MN, null where the piece does not say
   * @param detail the reason in a sentence, with its numbers
   */
  record Bad(Piece piece, String mn, QuarantineReason reason, String detail) implements Checked {}
}
