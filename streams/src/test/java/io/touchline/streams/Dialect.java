package io.touchline.streams;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.touchline.contract.StationDialect;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.LengthMode;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** A station's dialect, built by what departs, and frames as such a station sends them. */
final class Dialect {

  private static final int HEAD = 6;
  private static final int CHECK_AND_CRLF = 6;

  private CheckMode check;
  private LengthMode length;
  private StationDialect.Stamp stamp;
  private final SortedMap<String, String> factors = new TreeMap<>();
  private final SortedMap<String, String> units = new TreeMap<>();
  private String key;

  Dialect check(CheckMode mode) {
    check = mode;
    return this;
  }

  Dialect length(LengthMode mode) {
    length = mode;
    return this;
  }

  Dialect stampsEnd() {
    stamp = StationDialect.Stamp.END;
    return this;
  }

  Dialect factor(String sent, String factor) {
    factors.put(sent, factor);
    return this;
  }

  Dialect unit(String factor, String unit) {
    units.put(factor, unit);
    return this;
  }

  Dialect key(String text) {
    key = text;
    return this;
  }

  StationDialect get() {
    return new StationDialect(check, length, stamp, factors, units, key, null, null, null);
  }

  /** The same frame with the check code of another algorithm. */
  static byte[] checkedBy(CheckMode mode, byte[] frame) {
    int at = frame.length - CHECK_AND_CRLF;
    byte[] code =
        String.format(Locale.ROOT, "%04X", mode.codeOf(frame, HEAD, at)).getBytes(US_ASCII);
    return with(frame, at, code);
  }

  /** The same frame with a length field that counts so many bytes too many. */
  static byte[] declaring(int more, byte[] frame) {
    int declared = frame.length - HEAD - CHECK_AND_CRLF + more;
    return with(frame, 2, String.format(Locale.ROOT, "%04d", declared).getBytes(US_ASCII));
  }

  private static byte[] with(byte[] frame, int at, byte[] other) {
    byte[] copy = frame.clone();
    System.arraycopy(other, 0, copy, at, other.length);
    return copy;
  }
}
