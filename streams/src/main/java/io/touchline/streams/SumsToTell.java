package io.touchline.streams;

import io.touchline.contract.TotalRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Sums above outlets that changed since they were published, each with what was published: what
 * many outlets add within a while is one revision. Their names are mirrored in memory.
 */
final class SumsToTell {

  /** A sum as it was published, null where it never was. */
  record Published(Bytes sum, TotalRecord record) {}

  private static final byte[] NEVER = {};

  private final KeyValueStore<Bytes, byte[]> store;
  private final NavigableSet<Bytes> waiting = new TreeSet<>();

  SumsToTell(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (var rows = store.all()) {
      rows.forEachRemaining(row -> waiting.add(row.key));
    }
  }

  int size() {
    return waiting.size();
  }

  /** Only what stood before the first change of a while is kept. */
  void changed(Bytes sum, TotalRecord before) {
    if (waiting.add(sum)) {
      store.put(sum, before == null ? NEVER : TotalRowCodec.INSTANCE.encode(before));
    }
  }

  /** Those of sectors and regions first, by name: few, and they wait for no enterprise. */
  List<Published> take(int most) {
    List<Published> taken = new ArrayList<>();
    for (int left = most; left > 0 && !waiting.isEmpty(); left--) {
      Bytes sum = waiting.pollLast();
      byte[] row = store.delete(sum);
      taken.add(new Published(sum, row.length == 0 ? null : TotalRowCodec.INSTANCE.decode(row)));
    }
    return taken;
  }
}
