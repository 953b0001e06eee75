package io.touchline.hj212;

import io.touchline.hj212.Verdict.Accepted;
import io.touchline.hj212.Verdict.Rejected;
import java.util.List;

/**
 * Judges one candidate frame. Pure and thread-safe; any bytes give a verdict, none an exception.
 *
 * <p>The order of the questions is the order of trust. Head and length first (HJ 212-2017 table 2),
 * since a wrong length means that the check code was looked for in the wrong place; then the check
 * code (Appendix A) over the segment; then what the segment says. So of several faults the
 * outermost is the reason, and the others are among the diagnoses.
 */
public final class FrameDecoder {

  private static final int HEAD = 6;
  private static final int CHECK = 4;
  private static final int MAX_MN = 64;

  private final int maxSegment;

  public FrameDecoder() {
    this(FrameScanner.MAX_SEGMENT);
  }

  /** A decoder that rejects frames which declare more than {@code maxSegment} bytes. */
  public FrameDecoder(int maxSegment) {
    this.maxSegment = maxSegment;
  }

  /** As {@link #decode(byte[], boolean)}, where nobody can say whether a line break was due. */
  public Verdict decode(byte[] frame) {
    return decode(frame, false);
  }

  /**
   * Judges one candidate, {@code ##} to the check code; a line break or blanks may follow.
   *
   * @param frame kept by the packet and not copied: do not write to it afterwards
   * @param crlfMissing what the scanner saw behind the frame, see {@link Scan.Frame}
   */
  public Verdict decode(byte[] frame, boolean crlfMissing) {
    if (frame.length < 2 || frame[0] != '#' || frame[1] != '#') {
      return new Rejected(Reason.NO_HEADER, "the bytes do not begin with ##", List.of());
    }
    int end = contentEnd(frame);
    int length = declared(frame, end);
    if (length < 0) {
      return Autopsy.ofHead(frame, end);
    }
    if (length > maxSegment) {
      return new Rejected(
          Reason.OVERSIZED, "declared " + length + " bytes, the limit is " + maxSegment, List.of());
    }
    int check = HEAD + length;
    if (check + CHECK != end) {
      return Autopsy.ofLength(frame, length, end);
    }
    boolean closed = length >= 2 && frame[check - 1] == '&' && frame[check - 2] == '&';
    int crc = Crc.of(frame, HEAD, check);
    if (Crc.parse(frame, check) != crc) {
      return Autopsy.ofCrc(frame, check, crc);
    }
    if (!closed) {
      return Autopsy.ofOpenEnd(frame, check);
    }
    return read(frame, HEAD, check, crlfMissing, List.of());
  }

  /**
   * As {@link #decode(byte[], boolean)}, and where that fails once more in the sender's dialect. A
   * frame that needed it is accepted with the diagnoses that name its departures; one that is none
   * of the dialect either keeps the standard's verdict.
   *
   * @param dialect of the station that {@link #mnOf} names
   */
  public Verdict decode(byte[] frame, boolean crlfMissing, Dialect dialect) {
    Verdict verdict = decode(frame, crlfMissing);
    if (dialect.isStandard() || !(verdict instanceof Rejected rejected)) {
      return verdict;
    }
    return DialectReading.of(frame, contentEnd(frame), crlfMissing, dialect, rejected, maxSegment);
  }

  /**
   * The MN in the header of a frame that need not be right, so that its sender's dialect can be
   * looked up; empty when there is none to be seen.
   */
  public static String mnOf(byte[] frame) {
    int to = frame.length;
    for (int i = HEAD; i + 3 < to; i++) {
      if (frame[i] == 'C' && frame[i + 1] == 'P' && frame[i + 2] == '=') {
        return "";
      }
      if (frame[i] == 'M'
          && frame[i + 1] == 'N'
          && frame[i + 2] == '='
          && (i == HEAD || frame[i - 1] == ';' || frame[i - 1] == ',')) {
        int past = i + 3;
        while (past < to && frame[past] != ';' && past - i - 3 <= MAX_MN) {
          past++;
        }
        int range = PacketIndex.range(i + 3, past);
        return past < to && past - i - 3 <= MAX_MN && isMn(frame, range)
            ? Wire.text(frame, range)
            : "";
      }
    }
    return "";
  }

  /**
   * Judges what a segment says, whose length and check code are settled.
   *
   * @param departures from the standard that were overlooked to settle them
   */
  static Verdict read(
      byte[] frame, int from, int check, boolean crlfMissing, List<Diagnosis> departures) {
    int[] index = PacketIndex.of(frame, from, check);
    if (index[PacketIndex.CP] == 0) {
      return new Rejected(Reason.NO_CP_END, "the segment has no CP=&&...&&", List.of());
    }
    if (CipherText.fills(frame, index)) {
      return new Rejected(
          Reason.BAD_CRC,
          "CP is cipher text, the check code fits it by chance",
          List.of(Diagnosis.LOOKS_ENCRYPTED));
    }
    Packet packet = new Packet(frame, index);
    int cn = index[PacketIndex.CN];
    if (PacketIndex.from(cn) == PacketIndex.to(cn)) {
      return new Rejected(Reason.BAD_FIELD, "CN is missing", List.of());
    }
    int mn = index[PacketIndex.MN];
    if (PacketIndex.from(mn) == PacketIndex.to(mn)) {
      if (mn == 0 || !mayLackMn(frame, cn)) {
        return new Rejected(Reason.NO_MN, "MN is missing", List.of());
      }
    } else if (!isMn(frame, mn)) {
      return new Rejected(
          Reason.BAD_FIELD, "MN is not 1 to 64 printable ASCII characters", List.of());
    }
    return new Accepted(
        packet, departures, new Remarks(packet, from, check, crlfMissing, departures));
  }

  /** A new logger of 2025 sends 1001 with an empty MN, and the answer repeats it empty. */
  private static boolean mayLackMn(byte[] frame, int cn) {
    return Wire.is(frame, cn, CommandCode.JOIN) || frame[PacketIndex.from(cn)] == '9';
  }

  private static boolean isMn(byte[] frame, int mn) {
    if (PacketIndex.to(mn) - PacketIndex.from(mn) > MAX_MN) {
      return false;
    }
    for (int i = PacketIndex.from(mn); i < PacketIndex.to(mn); i++) {
      if (frame[i] <= ' ' || frame[i] == 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static int contentEnd(byte[] frame) {
    int end = frame.length;
    while (end > 2
        && (frame[end - 1] == '\n' || frame[end - 1] == '\r' || isBlank(frame[end - 1]))) {
      end--;
    }
    return end;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /** The length field, -1 when it is not four digits. */
  private static int declared(byte[] frame, int end) {
    return end < HEAD ? -1 : Wire.number(frame, PacketIndex.range(2, HEAD));
  }
}
