package io.touchline.streams;

import io.touchline.domain.missing.HourState;
import io.touchline.domain.missing.MassHour;
import io.touchline.domain.totals.Scope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The mass of every hour of every factor, some twenty bytes an hour. */
final class MassRows {

  private final KeyValueStore<Bytes, byte[]> store;

  MassRows(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /**
   * Keeps an hour.
   *
   * @param massMg null where none is known
   * @return how much more is measured now than before, in milligrams
   */
  long put(String mn, String factor, Instant hour, HourState state, Long massMg) {
    Bytes key = OutletKey.mass(mn, factor, hour);
    byte[] before = store.get(key);
    long mass = state == HourState.MEASURED ? massMg : 0;
    byte[] name = state.name().getBytes(StandardCharsets.US_ASCII);
    store.put(key, ByteBuffer.allocate(Long.BYTES + name.length).putLong(mass).put(name).array());
    return mass - (before == null ? 0 : ByteBuffer.wrap(before).getLong());
  }

  /** The sums above the outlet that it was last told to. */
  List<Scope> scopes(String mn) {
    byte[] row = store.get(OutletKey.span(mn));
    List<Scope> scopes = new ArrayList<>();
    if (row != null) {
      for (String text : new String(row, StandardCharsets.UTF_8).split("\n", -1)) {
        int bar = text.indexOf('|');
        if (bar > 0) {
          scopes.add(
              new Scope(Scope.Kind.valueOf(text.substring(0, bar)), text.substring(bar + 1)));
        }
      }
    }
    return scopes;
  }

  void putScopes(String mn, List<Scope> scopes) {
    String text = scopes.stream().map(Scope::text).collect(Collectors.joining("\n"));
    store.put(OutletKey.span(mn), text.getBytes(StandardCharsets.UTF_8));
  }

  /** The hours of a factor that start in a stretch. */
  SortedMap<Instant, MassHour> hours(String mn, String factor, Instant from, Instant to) {
    SortedMap<Instant, MassHour> hours = new TreeMap<>();
    try (KeyValueIterator<Bytes, byte[]> rows =
        store.range(
            OutletKey.mass(mn, factor, from), OutletKey.mass(mn, factor, to.minusSeconds(1)))) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        Instant start = OutletKey.timeOf(row.key);
        HourState state = stateOf(row.value);
        hours.put(
            start,
            new MassHour(
                start,
                state,
                state == HourState.MEASURED ? ByteBuffer.wrap(row.value).getLong() : null,
                Collections.emptySortedSet()));
      }
    }
    return hours;
  }

  private static HourState stateOf(byte[] row) {
    return HourState.valueOf(
        new String(row, Long.BYTES, row.length - Long.BYTES, StandardCharsets.US_ASCII));
  }
}
