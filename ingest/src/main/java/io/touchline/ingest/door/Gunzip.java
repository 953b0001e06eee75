package io.touchline.ingest.door;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952) as it comes, also several members one after the other. The JDK's own
 * stream would have to wait for bytes, and an event loop may not; and it is stopped here in the
 * midst of a bomb, not after it.
 */
final class Gunzip implements Unpacking {

  private enum Part {
    HEAD,
    DATA,
    TRAILER
  }

  private static final int PLAIN_PART = 16 * 1024;
  private static final int LONGEST_HEAD = 4 * 1024;
  private static final int FIXED_HEAD = 10;
  private static final int TRAILER_LENGTH = 8;
  private static final int HEAD_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] plainPart = new byte[PLAIN_PART];

  private Part part = Part.HEAD;
  private byte[] held = new byte[64];
  private int heldLength;
  private boolean anything;

  @Override
  public void feed(byte[] packed, int from, int to, Plain plain) throws BodyException {
    int at = from;
    while (at < to) {
      anything = true;
      at =
          switch (part) {
            case HEAD -> head(packed, at, to);
            case DATA -> inflate(packed, at, to, plain);
            case TRAILER -> trailer(packed, at, to);
          };
    }
  }

  private int head(byte[] packed, int from, int to) throws BodyException {
    int before = heldLength;
    hold(packed, from, to);
    int length = headLength();
    if (length < 0) {
      if (heldLength > LONGEST_HEAD) {
        throw malformed();
      }
      return to;
    }
    heldLength = 0;
    part = Part.DATA;
    return from + length - before;
  }

  /** Of the head held, -1 while it is not whole. */
  private int headLength() throws BodyException {
    if (heldLength < FIXED_HEAD) {
      return -1;
    }
    if ((held[0] & 0xFF) != 0x1F || (held[1] & 0xFF) != 0x8B || held[2] != 8) {
      throw malformed();
    }
    int flags = held[3];
    int at = FIXED_HEAD;
    if ((flags & EXTRA) != 0) {
      if (at + 2 > heldLength) {
        return -1;
      }
      at += 2 + ((held[at] & 0xFF) | ((held[at + 1] & 0xFF) << 8));
    }
    for (int field : new int[] {NAME, COMMENT}) {
      if ((flags & field) != 0) {
        while (at < heldLength && held[at] != 0) {
          at++;
        }
        at++;
      }
    }
    if ((flags & HEAD_CRC) != 0) {
      at += 2;
    }
    return at <= heldLength ? at : -1;
  }

  private int inflate(byte[] packed, int from, int to, Plain plain) throws BodyException {
    inflater.setInput(packed, from, to - from);
    try {
      while (!inflater.finished()) {
        int length = inflater.inflate(plainPart);
        if (length > 0) {
          crc.update(plainPart, 0, length);
          plain.take(plainPart, 0, length);
        } else if (inflater.needsInput()) {
          return to;
        } else if (inflater.needsDictionary()) {
          throw malformed();
        }
      }
    } catch (DataFormatException e) {
      throw malformed();
    }
    part = Part.TRAILER;
    return to - inflater.getRemaining();
  }

  private int trailer(byte[] packed, int from, int to) throws BodyException {
    int taken = Math.min(TRAILER_LENGTH - heldLength, to - from);
    hold(packed, from, from + taken);
    if (heldLength == TRAILER_LENGTH) {
      boolean right =
          number(0) == crc.getValue() && number(4) == (inflater.getBytesWritten() & 0xFFFFFFFFL);
      if (!right) {
        throw malformed();
      }
      heldLength = 0;
      inflater.reset();
      crc.reset();
      part = Part.HEAD;
    }
    return from + taken;
  }

  private long number(int at) {
    long number = 0;
    for (int i = 3; i >= 0; i--) {
      number = (number << 8) | (held[at + i] & 0xFF);
    }
    return number;
  }

  private void hold(byte[] packed, int from, int to) {
    int length = heldLength + to - from;
    if (length > held.length) {
      held = Arrays.copyOf(held, Math.max(length, 2 * held.length));
    }
    System.arraycopy(packed, from, held, heldLength, to - from);
    heldLength = length;
  }

  @Override
  public void end() throws BodyException {
    if (part != Part.HEAD || heldLength > 0 || !anything) {
      throw malformed();
    }
  }

  private static BodyException malformed() {
    return new BodyException(Answer.MALFORMED);
  }

  @Override
  public void close() {
    inflater.end();
  }
}
