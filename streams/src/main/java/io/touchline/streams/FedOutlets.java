package io.touchline.streams;

import io.touchline.domain.facility.Feed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/** To which outlets a logger's hours were handed when they were last handed over. */
final class FedOutlets {

  private final KeyValueStore<String, byte[]> store;

  FedOutlets(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  List<Feed> of(String mn) {
    byte[] row = store.get(mn);
    List<Feed> feeds = new ArrayList<>();
    if (row != null) {
      String[] parts = new String(row, StandardCharsets.UTF_8).split("\0", -1);
      for (int i = 0; i + 1 < parts.length; i += 2) {
        feeds.add(new Feed(parts[i], parts[i + 1]));
      }
    }
    return feeds;
  }

  void put(String mn, List<Feed> feeds) {
    List<String> parts = new ArrayList<>();
    feeds.forEach(feed -> parts.addAll(List.of(feed.outlet(), feed.factor())));
    if (feeds.isEmpty()) {
      store.delete(mn);
    } else {
      store.put(mn, String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
    }
  }
}
