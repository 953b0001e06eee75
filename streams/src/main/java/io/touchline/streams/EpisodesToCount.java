package io.touchline.streams;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.domain.AveragingPeriod;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Factors of outlets whose episodes changed out of turn, and in which stretch. Their days are
 * counted once for all changes of a while: late data come in numbers, and each would count every
 * episode of a month again. Kept in a store, so that a crash forgets none.
 */
final class EpisodesToCount {

  /** One factor's means of one kind, and the beginnings of what changed. */
  record Entry(String mn, AveragingPeriod period, String factor, Instant first, Instant last) {}

  private final KeyValueStore<Bytes, byte[]> store;
  private final SortedMap<Bytes, Entry> waiting = new TreeMap<>();

  EpisodesToCount(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        waiting.put(row.key, entry(row.key, row.value));
      }
    }
  }

  void add(String mn, AveragingPeriod period, String factor, List<ExceedanceRecord> changed) {
    Bytes key = OutletKey.uncounted(mn, period, factor);
    Entry before = waiting.get(key);
    Instant first = before == null ? changed.get(0).from() : before.first();
    Instant last = before == null ? changed.get(0).to() : before.last();
    for (ExceedanceRecord record : changed) {
      first = record.from().isBefore(first) ? record.from() : first;
      last = record.to().isAfter(last) ? record.to() : last;
    }
    Entry after = new Entry(mn, period, factor, first, last);
    if (!after.equals(before)) {
      waiting.put(key, after);
      ByteBuffer stretch = ByteBuffer.allocate(2 * Long.BYTES);
      store.put(
          key, stretch.putLong(first.getEpochSecond()).putLong(last.getEpochSecond()).array());
    }
  }

  /** Takes out all that wait. */
  List<Entry> take() {
    List<Entry> taken = new ArrayList<>(waiting.values());
    waiting.keySet().forEach(store::delete);
    waiting.clear();
    return taken;
  }

  private static Entry entry(Bytes key, byte[] value) {
    String[] parts = OutletKey.partsOfUncounted(key);
    ByteBuffer stretch = ByteBuffer.wrap(value);
    return new Entry(
        parts[0],
        AveragingPeriod.valueOf(parts[1]),
        parts[2],
        Instant.ofEpochSecond(stretch.getLong()),
        Instant.ofEpochSecond(stretch.getLong()));
  }
}
