package io.touchline.ingest;

import io.touchline.hj212.Packet;
import java.util.List;

/** What {@link FrameChecker} says of a piece; each outcome is kept in a topic of its own. */
sealed interface Checked {

  Piece piece();

  /**
   * A frame of a registered station: evidence, to be answered once it is stored.
   *
   * @param packet what it says, deciphered where it came enciphered; the piece keeps what came
   * @param station the station as registered when the frame came
   */
  record Good(Piece piece, Packet packet, Station station, Manner manner) implements Checked {}

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
   * @param mn the sender's MN, null where the piece does not say, or says one that is not
   *     registered in a frame that is not right
   * @param detail the reason in a sentence, with its numbers
   * @param sender what it shows of its sender all the same, null where nothing
   */
  record Bad(Piece piece, String mn, QuarantineReason reason, String detail, Sender sender)
      implements Checked {

    /** A piece that shows nothing of its sender. */
    Bad(Piece piece, String mn, QuarantineReason reason, String detail) {
      this(piece, mn, reason, detail, null);
    }
  }

  /**
   * Who seems to have sent a frame that was not taken, and how.
   *
   * @param mn as the header says, registered or not
   * @param packet what the frame says, null where it cannot be read
   */
  record Sender(String mn, Packet packet, Manner manner) {}
}
