package io.touchline.ingest;

import io.touchline.hj212.CheckMode;
import io.touchline.hj212.Diagnosis;
import io.touchline.hj212.LengthMode;
import java.util.List;

/**
 * In what manner a frame was written, as far as its framing shows.
 *
 * @param check the algorithm that its check code fits, null where none does
 * @param length LENIENT where its length field counts in a way of its own
 * @param enciphered whether CP came enciphered, or looks so where it could not be read
 */
record Manner(CheckMode check, LengthMode length, boolean enciphered) {

  static final Manner STANDARD = new Manner(CheckMode.STANDARD, LengthMode.EXACT, false);

  /** A frame whose CP is cipher text that could not be read. */
  static final Manner UNREAD_CIPHER = new Manner(null, LengthMode.EXACT, true);

  /** The manner of a frame that could be read, by what the decoder overlooked in it. */
  static Manner of(List<Diagnosis> departures) {
    CheckMode check = CheckMode.STANDARD;
    LengthMode length = LengthMode.EXACT;
    boolean enciphered = false;
    for (Diagnosis departure : departures) {
      switch (departure) {
        case CRC_BYTES_SWAPPED -> check = CheckMode.STANDARD_SWAPPED;
        case CRC_IS_MODBUS -> check = CheckMode.MODBUS;
        case CRC_IS_MODBUS_SWAPPED -> check = CheckMode.MODBUS_SWAPPED;
        case LENGTH_COUNTS_CHARACTERS,
            LENGTH_COUNTS_CRC,
            LENGTH_COUNTS_FRAME,
            LENGTH_COUNTS_HEAD_OR_TAIL,
            LENGTH_NOT_FOUR_DIGITS,
            LENGTH_WRONG ->
            length = LengthMode.LENIENT;
        case ENCIPHERED, ENCIPHERED_IN_PRINT -> enciphered = true;
        default -> {}
      }
    }
    return check == CheckMode.STANDARD && length == LengthMode.EXACT && !enciphered
        ? STANDARD
        : new Manner(check, length, enciphered);
  }
}
