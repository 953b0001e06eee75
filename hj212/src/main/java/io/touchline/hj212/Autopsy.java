package io.touchline.hj212;

import io.touchline.hj212.Verdict.Rejected;
import java.util.ArrayList;
import java.util.List;

/** Finds out what is wrong with a frame that failed, and how its sender can mend it. */
final class Autopsy {

  private static final int HEAD = 6;
  private static final int CHECK = 4;

  private final byte[] frame;
  private final List<Diagnosis> found = new ArrayList<>();

  private Autopsy(byte[] frame) {
    this.frame = frame;
  }

  /** The length field is not four digits. */
  static Rejected ofHead(byte[] frame, int end) {
    boolean cut = end < HEAD;
    for (int i = 2; i < end && i < HEAD; i++) {
      cut &= frame[i] >= '0' && frame[i] <= '9';
    }
    if (cut) {
      return new Rejected(Reason.TRUNCATED, "the frame ends in its head", List.of());
    }
    boolean digit = frame[2] >= '0' && frame[2] <= '9';
    return digit
        ? new Rejected(
            Reason.BAD_LENGTH,
            "the length is not four digits",
            List.of(Diagnosis.LENGTH_NOT_FOUR_DIGITS))
        : new Rejected(Reason.NO_HEADER, "no length after ##", List.of());
  }

  /** The check code does not end the frame where the length says. */
  static Rejected ofLength(byte[] frame, int declared, int end) {
    Autopsy autopsy = new Autopsy(frame);
    int came = end - HEAD - CHECK;
    int check = end - CHECK;
    if (declared < came
        && Crc.parse(frame, HEAD + declared) == Crc.of(frame, HEAD, HEAD + declared)) {
      autopsy.found.add(Diagnosis.BYTES_AFTER_FRAME);
      return autopsy.reject(Reason.BAD_LENGTH, (came - declared) + " bytes follow the check code");
    }
    if (declared == came + 2 && autopsy.isBinaryCode(HEAD + declared)) {
      autopsy.found.add(Diagnosis.CRC_NOT_HEX);
      return autopsy.reject(Reason.BAD_CRC, "the check code came as two bytes");
    }
    boolean endsInCode = came >= 0 && Crc.parse(frame, check) >= 0;
    boolean ended = endsInCode && came >= 2 && frame[check - 1] == '&' && frame[check - 2] == '&';
    if (ended) {
      return autopsy.closedElsewhere(declared, came, check);
    }
    if (declared > came) {
      if (endsInCode && autopsy.closesWhenAdded(check, declared - came)) {
        return autopsy.reject(
            Reason.NO_CP_END, "the segment lacks " + (declared - came) + " closing &");
      }
      int bytes = Math.max(0, end - HEAD);
      return autopsy.reject(
          Reason.TRUNCATED, "declared " + declared + " bytes, " + bytes + " came after the head");
    }
    if (autopsy.endsInSeparator(check)) {
      autopsy.found.add(Diagnosis.SEPARATOR_AFTER_CLOSING);
    }
    return autopsy.reject(
        Reason.BAD_LENGTH, "declared " + declared + " bytes, no check code stands there");
  }

  /** Length and check code are right, but the segment does not close. */
  static Rejected ofOpenEnd(byte[] frame, int check) {
    Autopsy autopsy = new Autopsy(frame);
    autopsy.found.add(autopsy.openEnd(check));
    return autopsy.reject(Reason.NO_CP_END, "the segment does not end with &&");
  }

  /** The check code of {@code frame[6, check)} is {@code crc}, and that is not what came. */
  static Rejected ofCrc(byte[] frame, int check, int crc) {
    Autopsy autopsy = new Autopsy(frame);
    int sent = Crc.parse(frame, check);
    boolean closed = check >= HEAD + 2 && frame[check - 1] == '&' && frame[check - 2] == '&';
    if (!closed
        && sent >= 0
        && (autopsy.closesWhenAdded(check, 1) || autopsy.closesWhenAdded(check, 2))) {
      return autopsy.reject(Reason.NO_CP_END, "the segment does not end with &&");
    }
    if (!closed) {
      autopsy.found.add(autopsy.openEnd(check));
    }
    autopsy.code(check, crc, sent);
    autopsy.cipher(check);
    String detail =
        sent < 0
            ? "no hexadecimal check code, computed " + Crc.hex(crc)
            : "check code " + Crc.hex(sent) + ", computed " + Crc.hex(crc);
    return autopsy.reject(Reason.BAD_CRC, detail);
  }

  /** The frame is whole, but longer or shorter than it says. */
  private Rejected closedElsewhere(int declared, int came, int check) {
    int crc = Crc.of(frame, HEAD, check);
    boolean printed =
        PrintedCipher.segment(frame, HEAD, check)
            .filter(segment -> segment.length == declared)
            .isPresent();
    if (printed) {
      found.add(Diagnosis.LOOKS_ENCRYPTED);
      return reject(Reason.BAD_CRC, "CP is cipher text in print notation");
    }
    found.add(lengthFault(frame, HEAD, check));
    int sent = Crc.parse(frame, check);
    if (sent != crc) {
      code(check, crc, sent);
    }
    return reject(
        Reason.BAD_LENGTH,
        "declared "
            + declared
            + " bytes, came "
            + came
            + (sent == crc ? ", check code right" : ", check code wrong too"));
  }

  /**
   * What the length field of a frame counts that it should not.
   *
   * @param from where the segment begins, behind a field of whatever digits
   */
  static Diagnosis lengthFault(byte[] frame, int from, int check) {
    if (from != HEAD) {
      return Diagnosis.LENGTH_NOT_FOUR_DIGITS;
    }
    int declared = Wire.number(frame, PacketIndex.range(2, HEAD));
    int came = check - from;
    if (declared < came && Wire.characters(frame, from, check) == declared) {
      return Diagnosis.LENGTH_COUNTS_CHARACTERS;
    }
    return switch (declared - came) {
      case 4 -> Diagnosis.LENGTH_COUNTS_CRC;
      case 2, 6, 8 -> Diagnosis.LENGTH_COUNTS_HEAD_OR_TAIL;
      case 10, 12 -> Diagnosis.LENGTH_COUNTS_FRAME;
      default -> Diagnosis.LENGTH_WRONG;
    };
  }

  /** Says which other way of computing gives the code that was sent. */
  private void code(int check, int crc, int sent) {
    int modbus = Crc.modbus(frame, HEAD, check);
    if (sent < 0) {
      found.add(Diagnosis.CRC_NOT_HEX);
    } else if (sent == modbus) {
      found.add(Diagnosis.CRC_IS_MODBUS);
    } else if (sent == Crc.swapped(modbus)) {
      found.add(Diagnosis.CRC_IS_MODBUS_SWAPPED);
    } else if (sent == Crc.swapped(crc)) {
      found.add(Diagnosis.CRC_BYTES_SWAPPED);
    } else if (!Crc.possible(sent)) {
      found.add(Diagnosis.CRC_OTHER_ALGORITHM);
    } else if (sent == Crc.of(frame, 0, check) || sent == Crc.of(frame, 2, check)) {
      found.add(Diagnosis.CRC_COVERS_HEAD);
    } else if (check >= HEAD + 2 && sent == Crc.of(frame, HEAD, check - 2)) {
      found.add(Diagnosis.CRC_WITHOUT_CLOSING);
    }
  }

  private Diagnosis openEnd(int check) {
    return endsInSeparator(check) ? Diagnosis.SEPARATOR_AFTER_CLOSING : Diagnosis.CP_END_MISSING;
  }

  private boolean endsInSeparator(int check) {
    return check >= HEAD + 3
        && frame[check - 1] == ';'
        && frame[check - 2] == '&'
        && frame[check - 3] == '&';
  }

  /** Whether the two bytes behind the closing are the code itself, not its digits. */
  private boolean isBinaryCode(int at) {
    int crc = Crc.of(frame, HEAD, at);
    return frame[at] == (byte) (crc >> 8) && frame[at + 1] == (byte) crc;
  }

  private void cipher(int check) {
    int cp = PrintedCipher.cpStart(frame, HEAD, check - 2);
    if (cp >= 0 && CipherText.stands(frame, cp, check - 2)) {
      found.add(Diagnosis.LOOKS_ENCRYPTED);
    }
  }

  /** Whether the sent code is right once {@code count} lost {@code &} are put back at the end. */
  private boolean closesWhenAdded(int check, int count) {
    if (count > 2) {
      return false;
    }
    byte[] segment = new byte[check - HEAD + count];
    System.arraycopy(frame, HEAD, segment, 0, check - HEAD);
    for (int i = segment.length - count; i < segment.length; i++) {
      segment[i] = '&';
    }
    boolean right = Crc.of(segment, 0, segment.length) == Crc.parse(frame, check);
    if (right) {
      found.add(Diagnosis.CP_END_MISSING);
    }
    return right;
  }

  private Rejected reject(Reason reason, String detail) {
    return new Rejected(reason, detail, List.copyOf(found));
  }
}
