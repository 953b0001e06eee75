package io.touchline.ingest;

import io.touchline.hj212.Diagnosis;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.Verdict.Accepted;
import io.touchline.hj212.Verdict.Rejected;
import java.util.EnumSet;
import java.util.Set;

/** What a frame that no registered way could read shows all the same, and what would mend it. */
final class Rejects {

  private static final FrameDecoder DECODER = new FrameDecoder();
  private static final Set<Diagnosis> CIPHER =
      EnumSet.of(Diagnosis.LOOKS_ENCRYPTED, Diagnosis.KEY_DOES_NOT_FIT);

  /** Only these are worth the time of trying every dialect: noise has none of them. */
  private static final Set<Diagnosis> PROMISING =
      EnumSet.of(
          Diagnosis.CRC_IS_MODBUS,
          Diagnosis.CRC_IS_MODBUS_SWAPPED,
          Diagnosis.CRC_BYTES_SWAPPED,
          Diagnosis.LENGTH_COUNTS_CHARACTERS,
          Diagnosis.LENGTH_COUNTS_CRC,
          Diagnosis.LENGTH_COUNTS_FRAME,
          Diagnosis.LENGTH_COUNTS_HEAD_OR_TAIL,
          Diagnosis.LENGTH_NOT_FOUR_DIGITS,
          Diagnosis.LENGTH_WRONG);

  private Rejects() {}

  /** Its sender as far as the frame shows one, null where it may as well be noise. */
  static Checked.Sender senderOf(String mn, byte[] frame, Rejected rejected) {
    if (rejected.diagnoses().stream().anyMatch(CIPHER::contains)) {
      return new Checked.Sender(mn, null, Manner.UNREAD_CIPHER);
    }
    if (rejected.diagnoses().stream().noneMatch(PROMISING::contains)) {
      return null;
    }
    return Dialect.fitting(frame)
        .map(dialect -> DECODER.decode(frame, false, dialect))
        .filter(Accepted.class::isInstance)
        .map(Accepted.class::cast)
        .map(
            accepted -> new Checked.Sender(mn, accepted.packet(), Manner.of(accepted.departures())))
        .orElse(null);
  }

  /** The reason in a sentence, with the mend where there is one. */
  static String detail(Rejected rejected, Station station, Checked.Sender sender) {
    if (sender == null) {
      return rejected.detail();
    }
    return rejected.detail() + "; " + (sender.manner().enciphered() ? key(station) : fit(sender));
  }

  private static String key(Station station) {
    if (station.keyUnreadable()) {
      return "the registered SM4 key is none, register 16 characters or 32 hexadecimal digits";
    }
    return station.decoding().keys().isEmpty()
        ? "no SM4 key is registered for it, register it or switch enciphering off in the logger"
        : "no registered SM4 key opens it, register the logger's present key";
  }

  private static String fit(Checked.Sender sender) {
    String length = sender.manner().length() == LengthMode.LENIENT ? " and length LENIENT" : "";
    return "it would fit check "
        + sender.manner().check()
        + length
        + ", mend the logger or register that";
  }
}
