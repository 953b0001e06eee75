package io.touchline.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Days of an outlet and factor whose samples are to be looked at again. They wait a moment, so that
 * a batch of late minutes gives one revision and not one each.
 */
final class SampleDays {

  /** One day of one factor. */
  record Day(String mn, String factor, Instant start) {}

  /** At a time, so that a batch of samples does not hold up the hours; offline nobody waits. */
  private static final int MOST = 100;

  private static final byte[] WAITS = {1};

  private final KeyValueStore<Bytes, byte[]> store;
  private final int most;
  private final NavigableSet<Bytes> waiting = new TreeSet<>();

  SampleDays(KeyValueStore<Bytes, byte[]> store, JournalSettings settings) {
    this.store = store;
    this.most = settings.stores() == JournalSettings.Stores.IN_MEMORY ? Integer.MAX_VALUE : MOST;
    try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
      while (rows.hasNext()) {
        waiting.add(rows.next().key);
      }
    }
  }

  void lookAt(String mn, String factor, Instant day) {
    Bytes key = OutletKey.sampleDay(mn, factor, day);
    if (waiting.add(key)) {
      store.put(key, WAITS);
    }
  }

  /** Takes out those that wait, or as many as may be looked at now. */
  List<Day> take() {
    List<Day> taken = new ArrayList<>();
    while (!waiting.isEmpty() && taken.size() < most) {
      Bytes key = waiting.pollFirst();
      store.delete(key);
      String[] parts = OutletKey.partsOfSampleDay(key);
      taken.add(new Day(parts[0], parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2]))));
    }
    return taken;
  }
}
