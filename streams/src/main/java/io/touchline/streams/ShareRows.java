package io.touchline.streams;

import io.touchline.contract.MassShareRecord.Share;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The last share of every outlet in every sum above it, in at most 16 bytes. */
final class ShareRows {

  private static final byte[] OUT = {};

  /** What an outlet adds to a sum; nothing where it is not in it. */
  record Row(boolean isIn, long massMg, long substitutedMg) {

    private static final Row NONE = new Row(false, 0, 0);

    static Row of(Share share) {
      return share.massMg() == null ? NONE : new Row(true, share.massMg(), share.substitutedMg());
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

  private static byte[] encode(Row row) {
    return row.isIn()
        ? ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(row.massMg())
            .putLong(row.substitutedMg())
            .array()
        : OUT;
  }

  private static Row decode(byte[] row) {
    if (row.length == 0) {
      return Row.NONE;
    }
    ByteBuffer bytes = ByteBuffer.wrap(row);
    return new Row(true, bytes.getLong(), bytes.getLong());
  }

  private static Bytes key(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
