package io.touchline.streams;

import io.touchline.domain.Decimal;
import io.touchline.domain.facility.RunState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What was said of each facility: a state a minute, the last of that minute, and the hours of each
 * day. Of two reports of one moment the one sent later stands, of a tie the greater bytes: so a row
 * depends on the reports and not on their order.
 *
 * <p>A row is the moment, when it was sent, what was said, and the hash of the frame.
 */
final class FacilityRows {

  /** A state with the frame that says so. */
  record Said(RunState state, String frame) {}

  private static final int HEAD = 2 * Long.BYTES;

  private final KeyValueStore<Bytes, byte[]> store;

  FacilityRows(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Whether anything else stands now. */
  boolean put(
      String mn, String facility, Instant at, Instant sentAt, RunState state, String frame) {
    return put(
        OutletKey.facility(mn, facility, at.truncatedTo(ChronoUnit.MINUTES)),
        row(at, sentAt, state.name(), frame));
  }

  /** Whether anything else stands now. */
  boolean putHours(
      String mn, String facility, Instant day, Instant sentAt, Decimal hours, String frame) {
    return put(OutletKey.facilityDay(mn, facility, day), row(day, sentAt, hours.toString(), frame));
  }

  /** The states of a stretch, by their moment. */
  SortedMap<Instant, Said> states(String mn, String facility, Instant from, Instant to) {
    SortedMap<Instant, Said> states = new TreeMap<>();
    try (KeyValueIterator<Bytes, byte[]> rows =
        store.range(
            OutletKey.facility(mn, facility, from),
            OutletKey.facility(mn, facility, to.minusSeconds(1)))) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        String[] texts = texts(row.value);
        states.put(
            Instant.ofEpochMilli(ByteBuffer.wrap(row.value).getLong()),
            new Said(RunState.valueOf(texts[0]), texts[1]));
      }
    }
    return states;
  }

  /** The hours that a facility ran on a day, null where nothing was said. */
  Decimal hours(String mn, String facility, Instant day) {
    byte[] row = store.get(OutletKey.facilityDay(mn, facility, day));
    return row == null ? null : Decimal.of(texts(row)[0]);
  }

  private boolean put(Bytes key, byte[] row) {
    byte[] before = store.get(key);
    if (before != null && Arrays.compareUnsigned(row, before) <= 0) {
      return false;
    }
    store.put(key, row);
    return true;
  }

  /** Greater bytes are a later moment, else sent later. */
  private static byte[] row(Instant at, Instant sentAt, String said, String frame) {
    byte[] text = (said + '\n' + frame).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(HEAD + text.length)
        .putLong(at.toEpochMilli())
        .putLong(sentAt.toEpochMilli())
        .put(text)
        .array();
  }

  private static String[] texts(byte[] row) {
    return new String(row, HEAD, row.length - HEAD, StandardCharsets.UTF_8).split("\n", -1);
  }
}
