package io.touchline.streams;

import io.touchline.domain.AveragingPeriod;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** First and last formed hour of each outlet. */
final class HourSpans {

  /** First and last hour of an outlet, by their starts. */
  record Span(Instant first, Instant last) {

    /** Start of the last day: the first that has not ended. */
    Instant lastDay() {
      return AveragingPeriod.DAY.startOf(last);
    }

    private Span with(Instant hour) {
      return new Span(hour.isBefore(first) ? hour : first, hour.isAfter(last) ? hour : last);
    }
  }

  private final KeyValueStore<Bytes, byte[]> store;

  HourSpans(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Null where nothing came of the outlet. */
  Span of(String mn) {
    byte[] row = store.get(OutletKey.span(mn));
    if (row == null) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(row);
    return new Span(
        Instant.ofEpochSecond(buffer.getLong()), Instant.ofEpochSecond(buffer.getLong()));
  }

  /** Every outlet's. The store holds nothing else. */
  Map<String, Span> all() {
    Map<String, Span> all = new TreeMap<>();
    try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
      while (rows.hasNext()) {
        String mn = OutletKey.mnOf(rows.next().key);
        all.put(mn, of(mn));
      }
    }
    return all;
  }

  /** Takes an hour in, and returns what was before. */
  Span widen(String mn, Instant hour) {
    Span before = of(mn);
    Span after = before == null ? new Span(hour, hour) : before.with(hour);
    if (!after.equals(before)) {
      store.put(
          OutletKey.span(mn),
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(after.first().getEpochSecond())
              .putLong(after.last().getEpochSecond())
              .array());
    }
    return before;
  }
}
