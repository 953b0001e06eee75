package io.touchline.app.bench;

import io.touchline.contract.Json;
import io.touchline.contract.Topics;
import io.touchline.domain.ChinaTime;
import io.touchline.fleet.bench.Figure;
import io.touchline.fleet.bench.Measure;
import io.touchline.streams.JournalSettings;
import io.touchline.streams.OutletJournalTopology;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Scenario 08: what the stores hold of a day of minutes once its hours and the day are formed,
 * against the frames themselves.
 */
final class StateScenario {

  static final int OUTLETS = 10;
  static final int DAY = 1440;

  private static final int FACTORS = 12;
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
    JournalSettings settings = JournalSettings.standard().withoutWaiting().inMemory();
    try (TopologyTestDriver driver =
        new TopologyTestDriver(
            new OutletJournalTopology(topics, settings).get(), properties, Instant.EPOCH)) {
      double frames = take(driver, topics) / (double) outlets.size();
      double state =
          driver.getAllStateStores().keySet().stream()
              .mapToDouble(name -> perOutlet(driver, name))
              .sum();
      return List.of(
          Figure.of(Measure.STATE, state).atMost(BYTES),
          Figure.of(Measure.STATE_UPLOADS, perOutlet(driver, "uploads")),
          Figure.of(Measure.STATE_MEANS, perOutlet(driver, "means")),
          Figure.of(Measure.STATE_FRAMES, frames),
          Figure.of(Measure.STATE_TO_FRAMES, state / frames));
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
