package io.touchline.streams;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Mass that changed and is in no sum yet, by outlet, factor and day: the hours of a day that change
 * within a while change its sums once. Kept in a store, mirrored in memory.
 */
final class MassToAdd {

  /** More of a factor's mass, or less, in milligrams. */
  record Change(long measured, long substituted) {

    static final Change NONE = new Change(0, 0);

    Change plus(Change other) {
      return new Change(
          Math.addExact(measured, other.measured), Math.addExact(substituted, other.substituted));
    }

    boolean isNothing() {
      return measured == 0 && substituted == 0;
    }
  }

  /** Of one outlet and factor, by the starts of days. */
  record OfFactor(String mn, String factor, SortedMap<Instant, Change> days) {}

  private final KeyValueStore<Bytes, byte[]> store;
  private final NavigableMap<Bytes, Change> waiting = new TreeMap<>();

  MassToAdd(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        ByteBuffer masses = ByteBuffer.wrap(row.value);
        waiting.put(row.key, new Change(masses.getLong(), masses.getLong()));
      }
    }
  }

  int size() {
    return waiting.size();
  }

  void add(String mn, String factor, Instant day, Change more) {
    if (more.isNothing()) {
      return;
    }
    Bytes key = OutletKey.mass(mn, factor, day);
    Change sum = waiting.getOrDefault(key, Change.NONE).plus(more);
    waiting.put(key, sum);
    store.put(
        key,
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(sum.measured())
            .putLong(sum.substituted())
            .array());
  }

  /** What waits of a day. */
  Change of(String mn, String factor, Instant day) {
    return waiting.getOrDefault(OutletKey.mass(mn, factor, day), Change.NONE);
  }

  /** Takes out so many days, outlet by outlet. */
  List<OfFactor> take(int most) {
    List<OfFactor> taken = new ArrayList<>();
    OfFactor last = null;
    for (int left = most; left > 0 && !waiting.isEmpty(); left--) {
      var entry = waiting.pollFirstEntry();
      store.delete(entry.getKey());
      String mn = OutletKey.mnOfMass(entry.getKey());
      String factor = OutletKey.factorOfMass(entry.getKey());
      if (last == null || !last.mn().equals(mn) || !last.factor().equals(factor)) {
        last = new OfFactor(mn, factor, new TreeMap<>());
        taken.add(last);
      }
      last.days().put(OutletKey.timeOf(entry.getKey()), entry.getValue());
    }
    return taken;
  }
}
