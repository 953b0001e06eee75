package io.touchline.streams;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Hours of outlets whose minutes wait to be gathered, and when they are due: kept in a store,
 * mirrored in memory because every minute asks for those of its outlet.
 */
final class HoursToGather {

  /** One hour of an outlet. */
  record Hour(String mn, Instant start) {}

  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, SortedMap<Instant, Instant>> byOutlet = new HashMap<>();

  HoursToGather(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        mirror(OutletKey.mnOf(row.key))
            .put(
                OutletKey.timeOf(row.key),
                Instant.ofEpochSecond(ByteBuffer.wrap(row.value).getLong()));
      }
    }
  }

  /** An hour waits; where it does already, it is due when it was. */
  void add(Hour hour, Instant due) {
    if (mirror(hour.mn()).putIfAbsent(hour.start(), due) == null) {
      store.put(
          OutletKey.minutes(hour.mn(), hour.start()),
          ByteBuffer.allocate(Long.BYTES).putLong(due.getEpochSecond()).array());
    }
  }

  /** Takes out the hours of an outlet that are due, so many at most. */
  List<Hour> take(String mn, Instant now, int most) {
    List<Hour> taken = new ArrayList<>();
    mirror(mn)
        .entrySet()
        .removeIf(
            entry -> {
              boolean due = taken.size() < most && !entry.getValue().isAfter(now);
              if (due) {
                taken.add(new Hour(mn, entry.getKey()));
              }
              return due;
            });
    taken.forEach(hour -> store.delete(OutletKey.minutes(hour.mn(), hour.start())));
    return taken;
  }

  /** The same of all outlets. */
  List<Hour> take(Instant now, int most) {
    List<Hour> taken = new ArrayList<>();
    for (String mn : List.copyOf(byOutlet.keySet())) {
      taken.addAll(take(mn, now, most - taken.size()));
    }
    return taken;
  }

  private SortedMap<Instant, Instant> mirror(String mn) {
    return byOutlet.computeIfAbsent(mn, key -> new TreeMap<>());
  }
}
