package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.touchline.contract.Json;
import io.touchline.contract.StationDialect;
import io.touchline.contract.StationKeysRecord;
import io.touchline.contract.Topics;
import io.touchline.hj212.Sm4Key;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics {@code outlets} and {@code station-keys} in memory. Written by the thread that follows
 * them, read by all; while the broker is away it answers from what it knows.
 */
final class StationDirectory implements Stations {

  private static final Logger LOG = LoggerFactory.getLogger(StationDirectory.class);
  private static final ObjectReader ENTRY = Json.mapper().readerFor(Entry.class);
  private static final ObjectReader KEYS = Json.mapper().readerFor(StationKeysRecord.class);

  private final ConcurrentMap<String, Station> stations = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> mnBySerial = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, List<Sm4Key>> renewed = new ConcurrentHashMap<>();
  private final String outlets;
  private final String stationKeys;
  private Listener listener = (mn, serials, gone) -> {};

  /** What is read of an entry; the dialect apart, since it may be unreadable by itself. */
  private record Entry(String password, String edition, String regionCode, JsonNode dialect) {}

  /** Who wants to know of entries that come and go. On the thread that reads the registry. */
  @FunctionalInterface
  interface Listener {
    void registered(String mn, List<String> serials, boolean gone);
  }

  StationDirectory(Topics topics) {
    this.outlets = topics.outlets().name();
    this.stationKeys = topics.stationKeys().name();
  }

  /** To be called before the first record is read. */
  void tell(Listener who) {
    listener = who;
  }

  /** The topics that it wants to be told of. */
  List<String> topics() {
    return List.of(outlets, stationKeys);
  }

  @Override
  public Optional<Station> find(String mn) {
    return Optional.ofNullable(stations.get(mn));
  }

  @Override
  public Optional<String> mnOfSerial(String serial) {
    return Optional.ofNullable(mnBySerial.get(serial));
  }

  int size() {
    return stations.size();
  }

  /** Hears one record of its topics; passes over those of others. */
  void read(ConsumerRecord<byte[], byte[]> record) {
    String mn = new String(record.key(), UTF_8);
    try {
      if (record.topic().equals(outlets)) {
        register(mn, record.value());
      } else if (record.topic().equals(stationKeys)) {
        renew(mn, record.value());
      }
    } catch (IOException e) {
      // Without the cause's text: it may repeat a key.
      LOG.atWarn()
          .addKeyValue("mn", mn)
          .addKeyValue("topic", record.topic())
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .log("a registry entry cannot be read; the one before it stands. Import it again");
    }
  }

  private void register(String mn, byte[] value) throws IOException {
    if (value == null) {
      forgetSerials(stations.remove(mn), mn);
      listener.registered(mn, List.of(), true);
      return;
    }
    Entry entry = ENTRY.readValue(value);
    Station station =
        Station.of(
                entry.password(),
                entry.edition(),
                dialect(mn, entry.dialect()),
                renewed.getOrDefault(mn, List.of()))
            .in(entry.regionCode());
    if (station.keyUnreadable()) {
      LOG.atWarn()
          .addKeyValue("mn", mn)
          .log(
              "the registered SM4 key is none: enciphered frames of the station cannot be read."
                  + " Register 16 characters or 32 hexadecimal digits");
    }
    forgetSerials(stations.put(mn, station), mn);
    serialsOf(station).forEach(serial -> mnBySerial.put(serial, mn));
    listener.registered(mn, serialsOf(station), false);
  }

  private static StationDialect dialect(String mn, JsonNode node) {
    try {
      return node == null ? null : Json.mapper().treeToValue(node, StationDialect.class);
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("mn", mn)
          .log("the dialect of a registry entry cannot be read; the standard's is taken instead");
      return null;
    }
  }

  private void renew(String mn, byte[] value) throws IOException {
    List<Sm4Key> keys = value == null ? List.of() : keys(mn, KEYS.readValue(value));
    if (keys.isEmpty()) {
      renewed.remove(mn);
    } else {
      renewed.put(mn, keys);
    }
    stations.computeIfPresent(mn, (known, station) -> station.with(keys));
  }

  private static List<Sm4Key> keys(String mn, StationKeysRecord record) {
    List<Sm4Key> keys = new ArrayList<>();
    for (StationKeysRecord.Key key : record.keys()) {
      try {
        keys.add(Sm4Key.parse(key.key()));
      } catch (IllegalArgumentException noKey) {
        LOG.atWarn()
            .addKeyValue("mn", mn)
            .addKeyValue("createdAt", key.createdAt())
            .log("a renewed SM4 key is none; frames enciphered with it cannot be read");
      }
    }
    return List.copyOf(keys);
  }

  private void forgetSerials(Station former, String mn) {
    if (former != null) {
      serialsOf(former).forEach(serial -> mnBySerial.remove(serial, mn));
    }
  }

  private static List<String> serialsOf(Station station) {
    List<String> serials = station.dialect().serials();
    return serials == null ? List.of() : serials;
  }
}
