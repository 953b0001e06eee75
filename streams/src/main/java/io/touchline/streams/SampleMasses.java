package io.touchline.streams;

import io.touchline.domain.sample.SampleBridge.FilledHour;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The mass that samples stand in for, as it was last added up, hour by hour. */
final class SampleMasses {

  private final KeyValueStore<Bytes, byte[]> store;

  SampleMasses(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /**
   * Keeps what stands in for a stretch now.
   *
   * @param filled all of it
   * @return how many milligrams more than before, by hour, where it differs
   */
  SortedMap<Instant, Long> replace(
      String mn, String factor, Instant from, Instant to, Collection<FilledHour> filled) {
    SortedMap<Instant, Long> more = new TreeMap<>();
    SortedMap<Instant, Long> before = hours(mn, factor, from, to);
    before.forEach((hour, massMg) -> more.merge(hour, -massMg, Long::sum));
    filled.forEach(hour -> more.merge(hour.start(), hour.massMg(), Long::sum));
    before.keySet().forEach(hour -> store.delete(OutletKey.mass(mn, factor, hour)));
    filled.forEach(
        hour ->
            store.put(
                OutletKey.mass(mn, factor, hour.start()),
                ByteBuffer.allocate(Long.BYTES).putLong(hour.massMg()).array()));
    more.values().removeIf(milligrams -> milligrams == 0);
    return more;
  }

  private SortedMap<Instant, Long> hours(String mn, String factor, Instant from, Instant to) {
    SortedMap<Instant, Long> hours = new TreeMap<>();
    try (KeyValueIterator<Bytes, byte[]> rows =
        store.range(
            OutletKey.mass(mn, factor, from), OutletKey.mass(mn, factor, to.minusSeconds(1)))) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        hours.put(OutletKey.timeOf(row.key), ByteBuffer.wrap(row.value).getLong());
      }
    }
    return hours;
  }
}
