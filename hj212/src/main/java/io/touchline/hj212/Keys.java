package io.touchline.hj212;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The set of item names of one frame, by their bytes: an open hash table of index positions, so
 * that finding a repeated name makes no strings and takes one look a name.
 */
final class Keys {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long PRIME = 0x100000001B3L;
  private static final int GOLDEN = 0x9E3779B1;

  private final byte[] bytes;
  private final int[] index;
  private final short[] table;
  private final int shift;
  private boolean repeated;

  Keys(byte[] bytes, int[] index) {
    this.bytes = bytes;
    this.index = index;
    int names = (index[PacketIndex.END] - PacketIndex.ITEMS) / 2;
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(names + names / 4 + 1);
    this.table = new short[1 << bits];
    this.shift = Integer.SIZE - bits;
  }

  /** Takes in the name whose range is {@code index[position]}. */
  void add(int position) {
    int key = index[position];
    int from = PacketIndex.from(key);
    int to = PacketIndex.to(key);
    int hash = hash(from, to);
    int at = (hash * GOLDEN) >>> shift;
    while (table[at] != 0) {
      int other = index[table[at]];
      if (Arrays.equals(bytes, from, to, bytes, PacketIndex.from(other), PacketIndex.to(other))) {
        repeated = true;
        return;
      }
      at = (at + 1) & (table.length - 1);
    }
    table[at] = (short) position;
  }

  /** Of the first and the last eight bytes, or of all where they are fewer. */
  private int hash(int from, int to) {
    if (to - from < Long.BYTES) {
      int hash = 0;
      for (int i = from; i < to; i++) {
        hash = hash * 31 + bytes[i];
      }
      return hash;
    }
    long ends = (long) LONGS.get(bytes, from) * PRIME + (long) LONGS.get(bytes, to - Long.BYTES);
    return (int) (ends ^ ends >>> Integer.SIZE);
  }

  boolean repeated() {
    return repeated;
  }
}
