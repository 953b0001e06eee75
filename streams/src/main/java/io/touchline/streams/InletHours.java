package io.touchline.streams;

import io.touchline.contract.InletHourRecord;
import io.touchline.domain.FactorMean;
import io.touchline.domain.InletChannel;
import io.touchline.domain.facility.Inlet;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** What other loggers measured before the treatment of an outlet, hour by hour as it stands. */
final class InletHours {

  private final RecordStore<InletHourRecord> store;

  InletHours(KeyValueStore<Bytes, byte[]> rows) {
    this.store = new RecordStore<>(rows, InletHourRecord.class);
  }

  /** Whether it says anything else than before. */
  boolean put(InletHourRecord hour) {
    Bytes key = OutletKey.inletHour(hour.mn(), hour.inlet(), hour.start());
    InletHourRecord before = store.get(key);
    if (hour.factors().isEmpty()) {
      store.delete(key);
      return before != null;
    }
    store.put(key, hour);
    return !hour.equals(before);
  }

  /**
   * Puts what the registry pairs with an outlet beside the hours that it has itself; where its own
   * logger measures the inlet too, that stands.
   *
   * @param hours of the outlet; returned anew, nothing is changed in them
   */
  SortedMap<Instant, SortedMap<String, FactorMean>> beside(
      SortedMap<Instant, SortedMap<String, FactorMean>> hours,
      String mn,
      Collection<Inlet> inlets,
      Instant from,
      Instant to) {
    SortedMap<Instant, SortedMap<String, FactorMean>> both = new TreeMap<>();
    hours.forEach((start, means) -> both.put(start, new TreeMap<>(means)));
    for (Inlet inlet : inlets) {
      if (inlet.mn() != null) {
        store.upwards(
            OutletKey.inletHour(mn, inlet.mn(), from),
            OutletKey.inletHour(mn, inlet.mn(), to.minusSeconds(1)),
            (key, hour) -> {
              InletHourRecord.Value value = hour.factors().get(inlet.factor());
              if (value != null && both.containsKey(hour.start())) {
                both.get(hour.start())
                    .putIfAbsent(InletChannel.of(inlet.factor()), value.toDomain());
              }
              return true;
            });
      }
    }
    return both;
  }
}
