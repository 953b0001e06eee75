package io.touchline.hj212;

import io.touchline.hj212.Scan.Frame;
import io.touchline.hj212.Scan.NeedMore;
import io.touchline.hj212.Scan.Skipped;

/**
 * Cuts a stream of bytes into candidate frames (数据包). Pure: the caller keeps the buffer.
 *
 * <p>A frame is {@code ##}, four decimal digits, the data segment (数据段) of that many bytes, four
 * hexadecimal digits, CR LF (HJ 212-2017 table 2). The length field rules: while the declared bytes
 * have not come nothing inside them is taken for a new frame, since log text may hold one. Once
 * they have come and no check code stands at the declared end, the frame is damaged. Its end is
 * then the first {@code &&}, four hexadecimal digits and a line break, or the next head, whichever
 * comes first, so that it does not eat the good frame behind it.
 *
 * <p>Line breaks and blanks between frames are passed over. All other bytes come out either in a
 * {@link Frame} or in a {@link Skipped}.
 */
public final class FrameScanner {

  /** The largest segment that four digits can declare. The standard allows 1,024. */
  public static final int MAX_SEGMENT = 9999;

  /** Bytes around a segment: head 2, length 4, check code 4, line break 2. */
  static final int OVERHEAD = 12;

  /** Bytes before a segment: {@code ##} and the length. */
  static final int HEAD = 6;

  private static final int CHECK = 4;
  private static final int INCOMPLETE = -2;
  private static final int NO_HEAD = -1;

  /** A head whose length field has fewer than four digits; its segment follows all the same. */
  private static final int SHORT_LENGTH = 10_000;

  private final int maxSegment;

  public FrameScanner() {
    this(MAX_SEGMENT);
  }

  /**
   * A scanner that skips frames declaring more than {@code maxSegment} bytes instead of waiting for
   * them. It never asks the caller to keep more than {@code maxSegment + 12} bytes.
   */
  public FrameScanner(int maxSegment) {
    if (maxSegment < 1 || maxSegment > MAX_SEGMENT) {
      throw new IllegalArgumentException("maxSegment must be 1 to 9999: " + maxSegment);
    }
    this.maxSegment = maxSegment;
  }

  /**
   * The next step over {@code buf[from, to)}. Call again with {@code from} set to the end of the
   * frame or of the skipped bytes.
   *
   * @param endOfInput whether no more bytes will come: the line is complete, the peer closed, or
   *     the caller lost patience with an unfinished frame
   */
  public Scan next(byte[] buf, int from, int to, boolean endOfInput) {
    int start = from;
    while (start < to && isBlank(buf[start])) {
      start++;
    }
    if (start == to) {
      return new NeedMore(to);
    }
    int length = declared(buf, start, to);
    if (length == NO_HEAD) {
      return skip(buf, start, to, Reason.NO_HEADER);
    }
    if (length == INCOMPLETE) {
      return endOfInput ? new Skipped(start, to, Reason.TRUNCATED) : new NeedMore(start);
    }
    if (length == SHORT_LENGTH) {
      return damaged(buf, start, to, endOfInput);
    }
    if (length > maxSegment) {
      return skip(buf, start, to, Reason.OVERSIZED);
    }
    int check = start + HEAD + length;
    if (check + CHECK > to) {
      return endOfInput ? damaged(buf, start, to, true) : new NeedMore(start);
    }
    return switch (end(buf, start, check, to)) {
      case SURE -> frame(buf, start, check + CHECK, to);
      case LIKELY -> {
        int inner = wholeFrameInside(buf, start + HEAD, check, to);
        yield inner < 0 ? frame(buf, start, check + CHECK, to) : new Frame(start, inner, true);
      }
      case OPEN -> endOfInput ? frame(buf, start, to, to) : new NeedMore(start);
      case NONE -> damaged(buf, start, to, endOfInput);
    };
  }

  /** The declared length at a head, or one of the codes above. */
  private static int declared(byte[] buf, int at, int to) {
    if (buf[at] != '#') {
      return NO_HEAD;
    }
    if (at + 1 == to) {
      return INCOMPLETE;
    }
    if (buf[at + 1] != '#') {
      return NO_HEAD;
    }
    int length = 0;
    for (int i = at + 2; i < at + HEAD; i++) {
      if (i == to) {
        return INCOMPLETE;
      }
      int digit = buf[i] - '0';
      if (digit < 0 || digit > 9) {
        return i > at + 2 && isLetter(buf[i]) ? SHORT_LENGTH : NO_HEAD;
      }
      length = length * 10 + digit;
    }
    return length;
  }

  /** How the bytes at the declared end look. */
  private enum End {
    /** The check code is right. */
    SURE,
    /** It is wrong, but there is a closing or a boundary with it. */
    LIKELY,
    /** Four hexadecimal digits without a closing, and nothing after them yet. */
    OPEN,
    /** No end. */
    NONE
  }

  private static End end(byte[] buf, int start, int check, int to) {
    int end = check + CHECK;
    int code = Crc.parse(buf, check);
    boolean closed = check >= start + HEAD + 2 && isPair(buf, check - 2, check, '&');
    boolean lineBreak = end < to && isLineBreak(buf[end]);
    if (code < 0) {
      return closed && lineBreak ? End.LIKELY : End.NONE;
    }
    if (closed || lineBreak || isPair(buf, end, to, '#')) {
      return code == Crc.of(buf, start + HEAD, check) ? End.SURE : End.LIKELY;
    }
    return end == to ? End.OPEN : End.NONE;
  }

  /**
   * Where a frame that is whole and right begins inside one whose check code is wrong, else -1: the
   * outer one lost its end, and happens to end where the inner one does. An enciphered frame fails
   * the check code as it stands and its cipher text may hold anything, but a head, a closing and a
   * check code that fit each other are six random bytes too many.
   */
  private static int wholeFrameInside(byte[] buf, int from, int check, int to) {
    for (int i = from; i < check; i++) {
      int length = buf[i] == '#' ? declared(buf, i, to) : NO_HEAD;
      if (length >= 0 && length < SHORT_LENGTH) {
        int innerCheck = i + HEAD + length;
        if (innerCheck + CHECK <= to
            && isPair(buf, innerCheck - 2, innerCheck, '&')
            && end(buf, i, innerCheck, to) == End.SURE) {
          return i;
        }
      }
    }
    return -1;
  }

  private static Frame frame(byte[] buf, int start, int end, int to) {
    int past = end;
    if (past < to && buf[past] == '\r') {
      past++;
    }
    if (past < to && buf[past] == '\n') {
      past++;
    }
    return new Frame(start, past, past == end && end < to);
  }

  private Scan damaged(byte[] buf, int start, int to, boolean endOfInput) {
    int limit = start + maxSegment + OVERHEAD;
    int stop = Math.min(limit, to);
    for (int i = start + 2; i < stop; i++) {
      if (buf[i] == '#') {
        int head = declared(buf, i, to);
        if (head >= 0 || (head == INCOMPLETE && to >= limit && !endOfInput)) {
          return new Frame(start, i, true);
        }
      }
      if (buf[i] == '&' && i + 2 + CHECK <= to && buf[i + 1] == '&' && Crc.parse(buf, i + 2) >= 0) {
        int end = i + 2 + CHECK;
        if (end == to ? endOfInput : isBlank(buf[end]) || isPair(buf, end, to, '#')) {
          return frame(buf, start, end, to);
        }
      }
    }
    if (to < limit && !endOfInput) {
      return new NeedMore(start);
    }
    return new Frame(start, stop, stop < to);
  }

  /** Passes over everything, false heads too, up to what is or may become a head. */
  private static Scan skip(byte[] buf, int start, int to, Reason reason) {
    int at = start + 1;
    while (at < to && (buf[at] != '#' || declared(buf, at, to) == NO_HEAD)) {
      at++;
    }
    return new Skipped(start, at, reason);
  }

  private static boolean isPair(byte[] buf, int at, int to, char c) {
    return at + 1 < to && buf[at] == c && buf[at + 1] == c;
  }

  private static boolean isLineBreak(byte b) {
    return b == '\r' || b == '\n';
  }

  private static boolean isBlank(byte b) {
    return b == '\r' || b == '\n' || b == ' ' || b == '\t';
  }

  private static boolean isLetter(byte b) {
    int upper = b & 0xDF;
    return upper >= 'A' && upper <= 'Z';
  }
}
