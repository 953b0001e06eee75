package io.touchline.app.replay;

import io.touchline.domain.ChinaTime;
import io.touchline.hj212.EscapedLine;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/**
 * One line of recorded frames.
 *
 * @param receivedAt the receipt instant before the tab, null where the line has none
 * @param bytes what follows, {@code \xHH} resolved
 */
record RecordedLine(Instant receivedAt, byte[] bytes) {

  /** The shortest and longest an ISO 8601 instant with offset can be before its tab. */
  private static final int SHORTEST = 17;

  private static final int LONGEST = 40;

  static RecordedLine of(byte[] line) {
    int tab = tab(line);
    if (tab >= 0) {
      Instant receivedAt = instant(new String(line, 0, tab, StandardCharsets.US_ASCII));
      if (receivedAt != null) {
        byte[] rest = Arrays.copyOfRange(line, tab + 1, line.length);
        return new RecordedLine(receivedAt, EscapedLine.bytes(rest));
      }
    }
    return new RecordedLine(null, EscapedLine.bytes(line));
  }

  private static int tab(byte[] line) {
    for (int at = SHORTEST; at < Math.min(line.length, LONGEST); at++) {
      if (line[at] == '\t') {
        return at;
      }
    }
    return -1;
  }

  private static Instant instant(String text) {
    try {
      return ChinaTime.parse(text);
    } catch (DateTimeException noInstant) {
      return null;
    }
  }
}
