package io.touchline.hj212;

import java.util.Arrays;

/**
 * Where the fields of a data segment (数据段) stand, found in one pass over its bytes.
 *
 * <p>The index is one {@code int[]}: the slots below, then two ranges an item, of its name and of
 * its value. A range is {@code from << 16 | to}, both trimmed of blanks; 0 means absent.
 */
final class PacketIndex {

  static final int END = 0;
  static final int NOTES = 1;
  static final int QN = 2;
  static final int ST = 3;
  static final int CN = 4;
  static final int PW = 5;
  static final int MN = 6;
  static final int FLAG = 7;
  static final int PNUM = 8;
  static final int PNO = 9;
  static final int RF = 10;
  static final int CP = 11;
  static final int ITEMS = 12;

  static final int NOTE_NOT_ASCII = 1;
  static final int NOTE_HEADER_SEPARATOR = 2;
  static final int NOTE_FIELD_ODD = 4;

  /** Items are seldom shorter than this; the index grows where they are. */
  private static final int BYTES_PER_ITEM = 14;

  private static final int UNKNOWN = -1;

  private final byte[] bytes;
  private final int to;
  private int[] index;
  private int end = ITEMS;
  private int notes;

  /** Whether a {@code //} may still close; once one does not, no later one does. */
  private boolean logsClose = true;

  private PacketIndex(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.to = to;
    this.index = new int[ITEMS + 2 * ((to - from) / BYTES_PER_ITEM + 4)];
  }

  /**
   * Indexes the segment {@code bytes[from, to)}, whose last two bytes are the closing {@code &&}.
   * The CP slot stays 0 when there is no {@code CP=&&} before them.
   */
  static int[] of(byte[] bytes, int from, int to) {
    PacketIndex parse = new PacketIndex(bytes, from, to - 2);
    int cp = parse.header(from);
    if (cp >= 0) {
      parse.index[CP] = range(cp, parse.to);
      parse.items(cp);
    }
    parse.index[END] = parse.end;
    parse.index[NOTES] = parse.notes | (Separators.allAscii(bytes, from, to) ? 0 : NOTE_NOT_ASCII);
    return parse.index;
  }

  static int range(int from, int to) {
    return from << 16 | to;
  }

  static int from(int range) {
    return range >>> 16;
  }

  static int to(int range) {
    return range & 0xFFFF;
  }

  /** Reads the header fields; the position after {@code CP=&&}, or -1. */
  private int header(int from) {
    int at = from;
    while (at < to) {
      int equals = Separators.nameEnd(bytes, at, to);
      if (equals == to || bytes[equals] != '=') {
        notes |= blank(at, equals) ? NOTE_HEADER_SEPARATOR : NOTE_FIELD_ODD;
        at = equals + 1;
        continue;
      }
      int value = equals + 1;
      int past = Separators.headerValueEnd(bytes, value, to);
      while (past < to && bytes[past] == '&' && !opens(past)) {
        past = Separators.headerValueEnd(bytes, past + 1, to);
      }
      int slot = slot(at, equals);
      if (past < to && bytes[past] == '&') {
        if (slot != CP) {
          // HJ 212-2017 C.19 prints "Flag=5CP=&&".
          notes |= NOTE_HEADER_SEPARATOR;
          put(slot, value, past - 3);
        }
        return past + 2;
      }
      if (past < to && bytes[past] == ',') {
        notes |= NOTE_HEADER_SEPARATOR;
      }
      put(slot, value, past);
      at = past + 1;
    }
    return -1;
  }

  /** Whether {@code &&} stands here, after {@code CP=}. The closing pair lies beyond {@code to}. */
  private boolean opens(int at) {
    return bytes[at] == '&'
        && at + 1 < to
        && bytes[at + 1] == '&'
        && bytes[at - 1] == '='
        && bytes[at - 2] == 'P'
        && bytes[at - 3] == 'C';
  }

  private void put(int slot, int from, int past) {
    if (slot >= 0 && slot != CP) {
      index[slot] = trimmed(from, past);
    }
  }

  private int slot(int from, int past) {
    int name = trimmed(from, past);
    int first = from(name);
    return switch (to(name) - first) {
      case 2 ->
          switch (bytes[first] << 8 | bytes[first + 1]) {
            case 'Q' << 8 | 'N' -> QN;
            case 'S' << 8 | 'T' -> ST;
            case 'C' << 8 | 'N' -> CN;
            case 'P' << 8 | 'W' -> PW;
            case 'M' << 8 | 'N' -> MN;
            case 'R' << 8 | 'F' -> RF;
            case 'C' << 8 | 'P' -> CP;
            default -> UNKNOWN;
          };
      case 3 -> Wire.is(bytes, name, "PNO") ? PNO : UNKNOWN;
      case 4 -> Wire.is(bytes, name, "Flag") ? FLAG : Wire.is(bytes, name, "PNUM") ? PNUM : UNKNOWN;
      default -> UNKNOWN;
    };
  }

  private void items(int from) {
    int at = from;
    boolean afterComma = false;
    while (at < to) {
      byte b = bytes[at];
      if (b == ';' || b == ',' || b == '&' || isBlank(b)) {
        afterComma = b == ',' || (afterComma && b != ';');
        at++;
        continue;
      }
      int equals = Separators.nameEnd(bytes, at, to);
      if (equals == to || bytes[equals] != '=') {
        strayPiece(at, equals, afterComma);
        at = equals;
        continue;
      }
      int past = valueEnd(equals + 1);
      add(at, equals, past);
      at = past;
    }
  }

  /** A piece with no {@code =}: more of a value that has commas in it, or nothing we know. */
  private void strayPiece(int from, int past, boolean afterComma) {
    if (afterComma && end > ITEMS) {
      int value = index[end - 1];
      index[end - 1] = range(from(value), to(trimmed(from, past)));
    } else {
      notes |= NOTE_FIELD_ODD;
    }
  }

  /** Log text stands between {@code //} pairs and may hold separators (HJ 212-2017 C.40). */
  private int valueEnd(int from) {
    if (logsClose && from + 1 < to && bytes[from] == '/' && bytes[from + 1] == '/') {
      for (int i = from + 2; i + 1 < to; i++) {
        if (bytes[i] == '/' && bytes[i + 1] == '/' && (i + 2 == to || separates(bytes[i + 2]))) {
          return i + 2;
        }
      }
      logsClose = false;
    }
    return Separators.valueEnd(bytes, from, to);
  }

  private void add(int from, int equals, int past) {
    if (end + 2 > index.length) {
      index = Arrays.copyOf(index, index.length * 2);
    }
    index[end] = trimmed(from, equals);
    index[end + 1] = trimmed(equals + 1, past);
    end += 2;
  }

  private int trimmed(int from, int past) {
    int first = from;
    int last = past;
    while (first < last && isBlank(bytes[first])) {
      first++;
    }
    while (last > first && isBlank(bytes[last - 1])) {
      last--;
    }
    return range(first, last);
  }

  private boolean blank(int from, int past) {
    int range = trimmed(from, past);
    return from(range) == to(range);
  }

  private static boolean separates(byte b) {
    return b == ';' || b == ',';
  }

  private static boolean isBlank(byte b) {
    return b <= ' ' && (b == ' ' || b == '\t' || b == '\r' || b == '\n');
  }
}
