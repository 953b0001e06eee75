package io.touchline.streams;

import io.touchline.domain.FrameRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Frames of a task's stations that cannot be read yet: kept in a store by MN and offset, with a
 * mirror in memory of what waits since when. Of one station at most {@link #MOST_OF_ONE} wait.
 */
final class PendingFrames {

  /** More than a station sends in the time that a frame waits, real-time data included. */
  static final int MOST_OF_ONE = 2_000;

  private final KeyValueStore<Bytes, byte[]> rows;
  private final Map<String, SortedMap<Bytes, Long>> heldAt = new HashMap<>();

  /** A frame with its key, headers and time of receipt, and where it lies. */
  record Pending(Record<String, byte[]> record, FrameRef place) {

    private Bytes rowKey() {
      byte[] mn = record.key().getBytes(StandardCharsets.UTF_8);
      ByteBuffer key = ByteBuffer.allocate(mn.length + 1 + Long.BYTES);
      key.put(mn).put((byte) 0).putLong(place.offset());
      return Bytes.wrap(key.array());
    }
  }

  PendingFrames(KeyValueStore<Bytes, byte[]> rows) {
    this.rows = rows;
    try (KeyValueIterator<Bytes, byte[]> all = rows.all()) {
      while (all.hasNext()) {
        KeyValue<Bytes, byte[]> row = all.next();
        mirror(PendingFrameCodec.decode(row.value).record().key())
            .put(row.key, PendingFrameCodec.heldAt(row.value));
      }
    }
  }

  /** Keeps a frame; where that is one too many, the oldest of its station is given back instead. */
  Optional<Pending> add(Pending frame, long now) {
    Bytes key = frame.rowKey();
    rows.put(key, PendingFrameCodec.encode(frame, now));
    SortedMap<Bytes, Long> mirror = mirror(frame.record().key());
    mirror.put(key, now);
    if (mirror.size() <= MOST_OF_ONE) {
      return Optional.empty();
    }
    Pending oldest = PendingFrameCodec.decode(rows.get(mirror.firstKey()));
    remove(oldest);
    return Optional.of(oldest);
  }

  void remove(Pending frame) {
    String mn = frame.record().key();
    Bytes key = frame.rowKey();
    rows.delete(key);
    SortedMap<Bytes, Long> mirror = mirror(mn);
    mirror.remove(key);
    if (mirror.isEmpty()) {
      heldAt.remove(mn);
    }
  }

  /** Those of one station, in the order in which they lie in Kafka. */
  List<Pending> of(String mn) {
    List<Pending> frames = new ArrayList<>();
    for (Bytes key : heldAt.getOrDefault(mn, new TreeMap<>()).keySet()) {
      frames.add(PendingFrameCodec.decode(rows.get(key)));
    }
    return frames;
  }

  /** Those of all stations that have waited since then or longer. */
  List<Pending> heldBefore(long then) {
    List<Pending> frames = new ArrayList<>();
    for (SortedMap<Bytes, Long> mirror : heldAt.values()) {
      mirror.forEach(
          (key, since) -> {
            if (since <= then) {
              frames.add(PendingFrameCodec.decode(rows.get(key)));
            }
          });
    }
    return frames;
  }

  private SortedMap<Bytes, Long> mirror(String mn) {
    return heldAt.computeIfAbsent(mn, key -> new TreeMap<>());
  }
}
