package io.touchline.streams;

import io.touchline.contract.MassShareRecord.Share;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The last share of every outlet in every sum above it, in at most 25 bytes. */
final class ShareRows {

  private static final String AFTER = "\uFFFF";
  private static final int HAS_MASS = 1;
  private static final int HAS_PERMITTED = 2;

  /**
   * What an outlet adds to a sum.
   *
   * @param permittedMg null where nothing is permitted
   */
  record Row(boolean isIn, long massMg, long substitutedMg, Long permittedMg) {

    private static final Row NONE = new Row(false, 0, 0, null);

    static Row of(Share share) {
      boolean in = share.massMg() != null;
      return new Row(
          in, in ? share.massMg() : 0, in ? share.substitutedMg() : 0, share.permittedMg());
    }
  }

  private final KeyValueStore<Bytes, byte[]> store;

  ShareRows(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Keeps an outlet's share of a sum, and returns the one before. */
  Row put(String sum, String mn, Row share) {
    Bytes key = key(sum + '|' + mn);
    byte[] stored = store.get(key);
    Row before = stored == null ? Row.NONE : decode(stored);
    if (!share.equals(before) || stored == null) {
      store.put(key, encode(share));
    }
    return before;
  }

  /** All outlets of an enterprise tell its permit; while a new one is on its way the greater. */
  Long greatestPermitted(String sum) {
    Long greatest = null;
    try (KeyValueIterator<Bytes, byte[]> rows =
        store.range(key(sum + '|'), key(sum + '|' + AFTER))) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        Long permitted = decode(row.value).permittedMg();
        if (permitted != null && (greatest == null || permitted > greatest)) {
          greatest = permitted;
        }
      }
    }
    return greatest;
  }

  private static byte[] encode(Row row) {
    boolean permitted = row.permittedMg() != null;
    ByteBuffer bytes =
        ByteBuffer.allocate(1 + (row.isIn() ? 2 * Long.BYTES : 0) + (permitted ? Long.BYTES : 0));
    bytes.put((byte) ((row.isIn() ? HAS_MASS : 0) | (permitted ? HAS_PERMITTED : 0)));
    if (row.isIn()) {
      bytes.putLong(row.massMg()).putLong(row.substitutedMg());
    }
    if (permitted) {
      bytes.putLong(row.permittedMg());
    }
    return bytes.array();
  }

  private static Row decode(byte[] row) {
    ByteBuffer bytes = ByteBuffer.wrap(row);
    int has = bytes.get();
    boolean in = (has & HAS_MASS) != 0;
    long mass = in ? bytes.getLong() : 0;
    long substituted = in ? bytes.getLong() : 0;
    return new Row(in, mass, substituted, (has & HAS_PERMITTED) == 0 ? null : bytes.getLong());
  }

  private static Bytes key(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
