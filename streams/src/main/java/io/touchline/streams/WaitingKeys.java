package io.touchline.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keys of what is to be looked at, kept in a store and mirrored in memory. Other rows may lie in
 * the same store, if their values are longer.
 */
final class WaitingKeys {

  private static final byte[] WAITS = {1};

  private final KeyValueStore<Bytes, byte[]> store;
  private final NavigableSet<Bytes> waiting = new TreeSet<>();

  /** Reads what waits once: looking through the whole store each time would cost. */
  WaitingKeys(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        if (row.value.length == WAITS.length) {
          waiting.add(row.key);
        }
      }
    }
  }

  void add(Bytes key) {
    if (waiting.add(key)) {
      store.put(key, WAITS);
    }
  }

  /** Takes out so many, the least first. */
  List<Bytes> take(int most) {
    List<Bytes> taken = new ArrayList<>();
    while (!waiting.isEmpty() && taken.size() < most) {
      Bytes key = waiting.pollFirst();
      store.delete(key);
      taken.add(key);
    }
    return taken;
  }
}
