package io.touchline.streams;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.FrameRef;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What loggers said: one row a moment, and the minutes of an hour long ended gathered in one. A
 * minute of which more came since has a row of its own again, which holds all of it and goes before
 * the gathered one, until the hour is gathered anew. Which of the two it is nobody sees.
 */
final class UploadRows {

  private final KeyValueStore<Bytes, byte[]> store;

  UploadRows(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Null where nothing was said. */
  UploadRow get(String mn, OutletKey.Level level, Instant at) {
    byte[] row = store.get(OutletKey.upload(mn, level, at));
    if (row != null) {
      return UploadRowCodec.decode(row);
    }
    return level == OutletKey.Level.MINUTE
        ? block(mn, AveragingPeriod.HOUR.startOf(at)).minutes().get(at)
        : null;
  }

  void put(String mn, OutletKey.Level level, Instant at, UploadRow row) {
    store.put(OutletKey.upload(mn, level, at), UploadRowCodec.encode(row));
  }

  /** The minutes that begin in a stretch of time. */
  SortedMap<Instant, UploadRow> minutes(String mn, Instant start, Instant end) {
    SortedMap<Instant, UploadRow> minutes = new TreeMap<>();
    for (Instant hour = AveragingPeriod.HOUR.startOf(start);
        hour.isBefore(end);
        hour = AveragingPeriod.HOUR.endOf(hour)) {
      minutes.putAll(block(mn, hour).minutes().subMap(later(hour, start), end));
    }
    minutes.putAll(singles(mn, start, end));
    return minutes;
  }

  /** The first of an outlet: of its minutes, else of its hours, else of its days; or null. */
  UploadRow first(String mn) {
    MinuteBlock block = firstBlock(mn);
    for (OutletKey.Level level : OutletKey.Level.values()) {
      try (KeyValueIterator<Bytes, byte[]> rows =
          store.range(
              OutletKey.upload(mn, level, Instant.EPOCH),
              OutletKey.upload(mn, level, Instant.MAX))) {
        KeyValue<Bytes, byte[]> row = rows.hasNext() ? rows.next() : null;
        boolean gatheredFirst =
            level == OutletKey.Level.MINUTE
                && !block.minutes().isEmpty()
                && (row == null || block.minutes().firstKey().isBefore(OutletKey.timeOf(row.key)));
        if (gatheredFirst) {
          return block.minutes().get(block.minutes().firstKey());
        }
        if (row != null) {
          return UploadRowCodec.decode(row.value);
        }
      }
    }
    return null;
  }

  private MinuteBlock firstBlock(String mn) {
    try (KeyValueIterator<Bytes, byte[]> rows =
        store.range(OutletKey.minutes(mn, Instant.EPOCH), OutletKey.minutes(mn, Instant.MAX))) {
      return rows.hasNext() ? MinuteBlock.decode(rows.next().value) : MinuteBlock.EMPTY;
    }
  }

  /** The rows of an hour's minutes become one. */
  void gather(String mn, Instant hour) {
    SortedMap<Instant, UploadRow> singles = singles(mn, hour, AveragingPeriod.HOUR.endOf(hour));
    if (!singles.isEmpty()) {
      store.put(OutletKey.minutes(mn, hour), block(mn, hour).with(singles).encode());
      singles
          .keySet()
          .forEach(at -> store.delete(OutletKey.upload(mn, OutletKey.Level.MINUTE, at)));
    }
  }

  /** The frames of an hour's gathered minutes; a frame never changes its place in the list. */
  List<FrameRef> framesOf(String mn, Instant hour) {
    byte[] row = store.get(OutletKey.minutes(mn, hour));
    return row == null ? List.of() : MinuteBlock.framesOf(row);
  }

  private MinuteBlock block(String mn, Instant hour) {
    byte[] row = store.get(OutletKey.minutes(mn, hour));
    return row == null ? MinuteBlock.EMPTY : MinuteBlock.decode(row);
  }

  private SortedMap<Instant, UploadRow> singles(String mn, Instant start, Instant end) {
    SortedMap<Instant, UploadRow> singles = new TreeMap<>();
    try (KeyValueIterator<Bytes, byte[]> rows =
        store.range(
            OutletKey.upload(mn, OutletKey.Level.MINUTE, start),
            OutletKey.upload(mn, OutletKey.Level.MINUTE, end.minusSeconds(1)))) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        singles.put(OutletKey.timeOf(row.key), UploadRowCodec.decode(row.value));
      }
    }
    return singles;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
