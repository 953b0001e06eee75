package io.touchline.streams;

import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Records of one type in a store, as their {@link RowCodec} has them, by keys of {@link OutletKey}.
 * A row that was read or written lately is not parsed again, so nobody may change what is in a
 * record.
 */
final class RecordStore<T> {

  private final KeyValueStore<Bytes, byte[]> store;
  private final Class<T> type;
  private final RowCodec<T> codec;

  RecordStore(KeyValueStore<Bytes, byte[]> store, Class<T> type) {
    this(store, type, RowCodec.of(type));
  }

  RecordStore(KeyValueStore<Bytes, byte[]> store, Class<T> type, RowCodec<T> codec) {
    this.store = store;
    this.type = type;
    this.codec = codec;
  }

  T get(Bytes key) {
    byte[] bytes = store.get(key);
    return bytes == null ? null : read(key, bytes);
  }

  /**
   * What the caller makes of a record, made once while its row is known; null where there is none.
   *
   * @param making the same for every row of a type
   */
  <M> M get(Bytes key, Function<T, M> making) {
    byte[] bytes = store.get(key);
    return bytes == null ? null : row(key, bytes).made(making);
  }

  /** The same of every record from first to last, both included. */
  <M> void upwards(Bytes first, Bytes last, Function<T, M> making, BiConsumer<Bytes, M> visitor) {
    try (KeyValueIterator<Bytes, byte[]> rows = store.range(first, last)) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        visitor.accept(row.key, row(row.key, row.value).made(making));
      }
    }
  }

  void put(Bytes key, T record) {
    byte[] bytes = codec.encode(record);
    store.put(key, bytes);
    RecentRecords.ofThisThread().put(type, key, bytes, record);
  }

  void delete(Bytes key) {
    store.delete(key);
  }

  /** Every row. */
  void each(BiConsumer<Bytes, T> visitor) {
    try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
      visit(
          rows,
          (key, record) -> {
            visitor.accept(key, record);
            return true;
          });
    }
  }

  /** From first to last, both included, until the visitor has seen enough (returns false). */
  void upwards(Bytes first, Bytes last, BiPredicate<Bytes, T> visitor) {
    try (KeyValueIterator<Bytes, byte[]> rows = store.range(first, last)) {
      visit(rows, visitor);
    }
  }

  /** From last to first, both included, until the visitor has seen enough (returns false). */
  void downwards(Bytes first, Bytes last, BiPredicate<Bytes, T> visitor) {
    try (KeyValueIterator<Bytes, byte[]> rows = store.reverseRange(first, last)) {
      visit(rows, visitor);
    }
  }

  private void visit(KeyValueIterator<Bytes, byte[]> rows, BiPredicate<Bytes, T> visitor) {
    boolean more = true;
    while (more && rows.hasNext()) {
      KeyValue<Bytes, byte[]> row = rows.next();
      more = visitor.test(row.key, read(row.key, row.value));
    }
  }

  private T read(Bytes key, byte[] bytes) {
    return type.cast(row(key, bytes).record());
  }

  private RecentRecords.Row row(Bytes key, byte[] bytes) {
    RecentRecords recent = RecentRecords.ofThisThread();
    RecentRecords.Row known = recent.get(type, key, bytes);
    return known != null ? known : recent.put(type, key, bytes, codec.decode(bytes));
  }
}
