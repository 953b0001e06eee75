package io.touchline.app.registry;

import io.touchline.app.TopicReader;
import io.touchline.contract.Json;
import io.touchline.contract.RegistryVersionRecord;
import io.touchline.contract.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What stands in the registry's topics at the time of asking, as digests of the records. */
final class RegistryState {

  private static final String VERSION = "version|";

  private final Topics topics;
  private final Map<String, Map<String, String>> latest = new HashMap<>();
  private final Map<String, Set<String>> everSaid = new HashMap<>();
  private RegistryVersionRecord version;

  private RegistryState(Topics topics) {
    this.topics = topics;
  }

  static RegistryState read(Topics topics, Map<String, Object> client) {
    RegistryState state = new RegistryState(topics);
    try (TopicReader reader = new TopicReader(client)) {
      state.readLatest(reader, topics.outlets().name());
      state.readLatest(reader, topics.enterprises().name());
      state.readLatest(reader, topics.regions().name());
      state.readLatest(reader, topics.permits().name());
      state.readLatest(reader, topics.targets().name());
      state.readLatest(reader, topics.registry().name());
      state.readAll(reader, topics.marks().name());
      state.readAll(reader, topics.samples().name());
    }
    return state;
  }

  private void readAll(TopicReader reader, String topic) {
    Set<String> said = new HashSet<>();
    everSaid.put(topic, said);
    reader.forEach(topic, record -> said.add(record.key() + ' ' + digest(record.value())));
  }

  private void readLatest(TopicReader reader, String topic) {
    Map<String, String> digests = new TreeMap<>();
    latest.put(topic, digests);
    reader.forEach(
        topic,
        record -> {
          if (record.value() == null) {
            digests.remove(record.key());
            return;
          }
          digests.put(record.key(), digest(record.value()));
          if (topic.equals(topics.registry().name()) && record.key().startsWith(VERSION)) {
            version = version(record.value());
          }
        });
  }

  /** Whether the latest record of a key has these very bytes; of marks and samples, whether any. */
  boolean says(String topic, String key, byte[] value) {
    Set<String> said = everSaid.get(topic);
    return said == null
        ? digest(value).equals(latest.get(topic).get(key))
        : said.contains(key + ' ' + digest(value));
  }

  /** The keys of a topic that is not deleted. */
  Set<String> keys(String topic) {
    return latest.get(topic).keySet();
  }

  /** The latest import, null where there was none. */
  RegistryVersionRecord version() {
    return version;
  }

  static RegistryVersionRecord version(byte[] json) {
    try {
      return Json.mapper().readValue(json, RegistryVersionRecord.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256 in hexadecimal digits. */
  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
