package io.touchline.ingest.door;

import io.touchline.hj212.FrameScanner;
import java.util.Arrays;

/** Cuts a body into lines. Holds at most one unfinished line. */
final class LineCutter {

  /** The longest frame, each of its bytes written as {@code \xHH}, and a carriage return. */
  static final int LONGEST = 4 * (FrameScanner.MAX_SEGMENT + 12) + 1;

  /** Takes one line, its end taken off. */
  interface Lines {
    void line(byte[] line) throws BodyException;
  }

  private byte[] held = new byte[512];
  private int length;
  private int number;

  void cut(byte[] bytes, int from, int to, Lines lines) throws BodyException {
    int begin = from;
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n') {
        hold(bytes, begin, at);
        pass(lines);
        begin = at + 1;
      }
    }
    hold(bytes, begin, to);
  }

  /** The last line need not have an end. */
  void end(Lines lines) throws BodyException {
    if (length > 0) {
      pass(lines);
    }
  }

  private void hold(byte[] bytes, int from, int to) throws BodyException {
    int sum = length + to - from;
    if (sum > LONGEST) {
      throw new BodyException(Answer.LINE_TOO_LONG, number + 1, LONGEST);
    }
    if (sum > held.length) {
      held = Arrays.copyOf(held, Math.max(sum, 2 * held.length));
    }
    System.arraycopy(bytes, from, held, length, to - from);
    length = sum;
  }

  private void pass(Lines lines) throws BodyException {
    number++;
    byte[] line = Arrays.copyOf(held, length);
    length = 0;
    lines.line(line);
  }
}
