package io.touchline.app.bench;

import io.touchline.contract.Json;
import io.touchline.contract.Topics;
import io.touchline.domain.ChinaTime;
import io.touchline.fleet.bench.Figure;
import io.touchline.fleet.bench.Measure;
import io.touchline.streams.BoundedRocksDb;
import io.touchline.streams.JournalSettings;
import io.touchline.streams.OutletJournalTopology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.rocksdb.RocksDBException;

/**
 * Scenario 08: what the stores take of a day of minutes once its hours and the day are formed, on
 * the disk and as keys and values, against the frames themselves.
 */
final class StateScenario {

  static final int OUTLETS = 10;
  static final int DAY = 1440;

  private static final int FACTORS = 12;
  private static final String UPLOADS = "uploads";
  private static final String MEANS = "means";
  private static final double BYTES = 100_000;
  private static final Instant MIDNIGHT = ChinaTime.instant(LocalDateTime.of(2026, 1, 1, 0, 0));

  private final List<BenchOutlet> outlets;
  private final int minutes;

  StateScenario(int outlets, int minutes) {
    this.outlets =
        IntStream.range(0, outlets).mapToObj(n -> BenchOutlet.number(n, FACTORS)).toList();
    this.minutes = minutes;
  }

  List<Figure> run() {
    Topics topics = new Topics("");
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "journal");
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    Path directory = Stage.temporaryDirectory();
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    JournalSettings settings = JournalSettings.standard().withoutWaiting();
    try {
      // Never closed as a whole: that would delete what is to be measured, and asks open stores.
      TopologyTestDriver driver =
          new TopologyTestDriver(
              new OutletJournalTopology(topics, settings).get(), properties, Instant.EPOCH);
      double frames = take(driver, topics) / (double) outlets.size();
      double state =
          driver.getAllStateStores().keySet().stream()
              .mapToDouble(name -> perOutlet(driver, name))
              .sum();
      double uploads = perOutlet(driver, UPLOADS);
      double means = perOutlet(driver, MEANS);
      // Closed stores have all that they hold on the disk.
      driver.getAllStateStores().values().forEach(StateStore::close);
      SortedMap<String, Long> disk = StateOnDisk.compacted(directory);
      double all = disk.values().stream().mapToLong(Long::longValue).sum();
      return List.of(
          Figure.of(Measure.DISK, all / outlets.size()).atMost(BYTES),
          Figure.of(Measure.DISK_UPLOADS, disk.get(UPLOADS) / (double) outlets.size()),
          Figure.of(Measure.DISK_MEANS, disk.get(MEANS) / (double) outlets.size()),
          Figure.of(Measure.STATE, state),
          Figure.of(Measure.STATE_UPLOADS, uploads),
          Figure.of(Measure.STATE_MEANS, means),
          Figure.of(Measure.STATE_FRAMES, frames),
          Figure.of(Measure.STATE_TO_FRAMES, state / frames));
    } catch (IOException | RocksDBException e) {
      throw new IllegalStateException("the stores cannot be measured in " + directory, e);
    } finally {
      Stage.remove(directory);
    }
  }

  /** Returns the bytes of all frames. */
  private long take(TopologyTestDriver driver, Topics topics) {
    TestInputTopic<String, byte[]> packets = input(driver, topics.packets().name());
    TestInputTopic<String, byte[]> entries = input(driver, topics.outlets().name());
    for (BenchOutlet outlet : outlets) {
      byte[] entry = Json.text(outlet.entry()).getBytes(StandardCharsets.UTF_8);
      entries.pipeInput(outlet.mn(), entry, MIDNIGHT);
    }
    long bytes = 0;
    for (int minute = 0; minute < minutes; minute++) {
      Instant start = MIDNIGHT.plus(Duration.ofMinutes(minute));
      for (BenchOutlet outlet : outlets) {
        byte[] frame = outlet.minute(start);
        packets.pipeInput(outlet.mn(), frame, start.plus(Duration.ofMinutes(1)));
        bytes += frame.length;
      }
    }
    // The last hour settles, and then the day.
    driver.advanceWallClockTime(Duration.between(Instant.EPOCH, MIDNIGHT).plusDays(2));
    driver.advanceWallClockTime(Duration.ofDays(1));
    return bytes;
  }

  private static TestInputTopic<String, byte[]> input(TopologyTestDriver driver, String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
  }

  private double perOutlet(TopologyTestDriver driver, String name) {
    KeyValueStore<Object, byte[]> store = driver.getKeyValueStore(name);
    long bytes = 0;
    try (KeyValueIterator<Object, byte[]> rows = store.all()) {
      while (rows.hasNext()) {
        KeyValue<Object, byte[]> row = rows.next();
        bytes += row.value.length;
        bytes +=
            row.key instanceof Bytes key
                ? key.get().length
                : row.key.toString().getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return bytes / (double) outlets.size();
  }
}
