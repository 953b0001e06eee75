package io.touchline.hj212;

import io.touchline.hj212.Verdict.Accepted;
import io.touchline.hj212.Verdict.Rejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a frame that the standard's way rejects once more, in its sender's dialect. The check code
 * stays a condition, of the standard or of the dialect, and over the plain segment.
 */
final class DialectReading {

  private static final int HEAD = 6;
  private static final int CHECK = 4;
  private static final int MAX_LENGTH_DIGITS = 5;

  private final byte[] frame;
  private final boolean crlfMissing;
  private final Dialect dialect;
  private final Rejected standard;

  /** Where the segment begins and the check code stands. */
  private final int from;

  private final int check;
  private final int sent;

  private DialectReading(
      byte[] frame, int end, boolean crlfMissing, Dialect dialect, Rejected standard) {
    this.frame = frame;
    this.crlfMissing = crlfMissing;
    this.dialect = dialect;
    this.standard = standard;
    this.check = end - CHECK;
    this.from = segmentStart(frame, check);
    this.sent = Crc.parse(frame, check);
  }

  /**
   * The verdict in the dialect; where the frame is none of that either, the standard's.
   *
   * @param end behind the check code
   */
  static Verdict of(
      byte[] frame,
      int end,
      boolean crlfMissing,
      Dialect dialect,
      Rejected standard,
      int maxSegment) {
    if (standard.reason() == Reason.NO_HEADER || end < HEAD + CHECK) {
      return standard;
    }
    DialectReading reading = new DialectReading(frame, end, crlfMissing, dialect, standard);
    int length = reading.check - reading.from;
    boolean whole = reading.from > 0 && reading.sent >= 0 && length >= 2 && length <= maxSegment;
    return whole && frame[reading.check - 1] == '&' && frame[reading.check - 2] == '&'
        ? reading.verdict()
        : standard;
  }

  private Verdict verdict() {
    int[] index = PacketIndex.of(frame, from, check);
    int cp = index[PacketIndex.CP];
    if (cp == 0) {
      return standard;
    }
    Optional<byte[]> printed = PrintedCipher.segment(frame, from, check);
    boolean exact = declares(check - from);
    if (CipherText.stands(frame, PacketIndex.from(cp), PacketIndex.to(cp))) {
      boolean fits = exact || (printed.isPresent() && declares(printed.get().length));
      boolean lenient = printed.isPresent() && dialect.length() == LengthMode.LENIENT;
      byte[] cipher = printed.orElseGet(() -> Arrays.copyOfRange(frame, from, check));
      return Sm4.appliesTo(Wire.text(frame, index[PacketIndex.CN])) && (fits || lenient)
          ? deciphered(cipher, printed.isPresent())
          : standard;
    }
    if (!exact && dialect.length() == LengthMode.EXACT) {
      return standard;
    }
    return fitting(frame, from, check)
        .map(mode -> FrameDecoder.read(frame, from, check, crlfMissing, departures(mode, !exact)))
        .orElse(standard);
  }

  /** Tries each key on a raw segment; the first that gives text and a fitting check code is it. */
  private Verdict deciphered(byte[] segment, boolean printed) {
    int cp = PrintedCipher.cpStart(segment, 0, segment.length);
    int closing = segment.length - 2;
    for (Sm4Key key : dialect.keys()) {
      byte[] plain = segment.clone();
      Sm4.decipher(key, plain, cp, closing);
      Optional<CheckMode> mode =
          CipherText.isUndone(plain, cp, closing)
              ? fitting(plain, 0, plain.length)
              : Optional.empty();
      if (mode.isPresent()) {
        List<Diagnosis> departures = departures(mode.get(), false);
        departures.add(printed ? Diagnosis.ENCIPHERED_IN_PRINT : Diagnosis.ENCIPHERED);
        return readDeciphered(plain, departures);
      }
    }
    return dialect.keys().isEmpty()
        ? standard
        : new Rejected(
            Reason.BAD_CRC,
            "CP is cipher text that none of " + dialect.keys().size() + " keys opens",
            List.of(Diagnosis.KEY_DOES_NOT_FIT));
  }

  private Verdict readDeciphered(byte[] segment, List<Diagnosis> departures) {
    int at = HEAD + segment.length;
    byte[] plain = Arrays.copyOf(PacketWriter.head(segment.length), at + frame.length - check);
    System.arraycopy(segment, 0, plain, HEAD, segment.length);
    System.arraycopy(frame, check, plain, at, frame.length - check);
    Verdict verdict = FrameDecoder.read(plain, HEAD, at, crlfMissing, departures);
    return verdict instanceof Accepted accepted
        ? new Accepted(
            accepted.packet().asEnciphered(), accepted.departures(), accepted.diagnoses())
        : verdict;
  }

  /** The way of computing that gives the code that was sent, the standard's before all. */
  private Optional<CheckMode> fitting(byte[] bytes, int begin, int end) {
    if (CheckMode.STANDARD.codeOf(bytes, begin, end) == sent) {
      return Optional.of(CheckMode.STANDARD);
    }
    return dialect.check().codeOf(bytes, begin, end) == sent
        ? Optional.of(dialect.check())
        : Optional.empty();
  }

  private List<Diagnosis> departures(CheckMode mode, boolean length) {
    List<Diagnosis> departures = new ArrayList<>();
    if (length) {
      departures.add(Autopsy.lengthFault(frame, from, check));
    }
    switch (mode) {
      case STANDARD -> {}
      case STANDARD_SWAPPED -> departures.add(Diagnosis.CRC_BYTES_SWAPPED);
      case MODBUS -> departures.add(Diagnosis.CRC_IS_MODBUS);
      case MODBUS_SWAPPED -> departures.add(Diagnosis.CRC_IS_MODBUS_SWAPPED);
    }
    return departures;
  }

  private boolean declares(int length) {
    return from == HEAD && Wire.number(frame, PacketIndex.range(2, HEAD)) == length;
  }

  /** Behind a length field of four digits that is right, else of one to five; 0 without one. */
  static int segmentStart(byte[] frame, int check) {
    if (Wire.number(frame, PacketIndex.range(2, HEAD)) == check - HEAD) {
      return HEAD;
    }
    int at = 2;
    while (at < check && at <= 2 + MAX_LENGTH_DIGITS && frame[at] >= '0' && frame[at] <= '9') {
      at++;
    }
    return at == 2 || at > 2 + MAX_LENGTH_DIGITS ? 0 : at;
  }
}
