package io.touchline.streams;

import io.touchline.contract.Json;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The journal as in production, its stores on disk and a clock that somebody must move: it can end,
 * and another goes on with what the stores hold.
 */
final class RestartableJournal implements AutoCloseable {

  /** Who hears what is published. */
  interface Listener {
    void hear(Topic topic, String key, byte[] json);
  }

  private static final Topics TOPICS = new Topics("");
  private static final List<Topic> PUBLISHED =
      List.of(
          TOPICS.means(),
          TOPICS.exceedances(),
          TOPICS.totals(),
          TOPICS.budgets(),
          TOPICS.rates(),
          TOPICS.quality());

  private final Path directory;
  private final Listener listener;
  private Instant clock;
  private int starts;
  private int frames;
  private TopologyTestDriver driver;

  /**
   * A journal.
   *
   * @param directory for its stores, null where they are kept in memory
   */
  RestartableJournal(Path directory, Instant clock, Listener listener) {
    this.directory = directory;
    this.clock = clock;
    this.listener = listener;
    this.driver = driver();
  }

  void take(Happening happening) {
    Instant at = happening.at();
    if (happening instanceof Happening.FrameCame came) {
      input(TOPICS.packets()).pipeInput(null, came.frame(), at);
      frames++;
    } else if (happening instanceof Happening.EntryCame came) {
      input(TOPICS.outlets()).pipeInput(came.entry().mn(), json(came.entry()), at);
    } else if (happening instanceof Happening.PermitsCame came) {
      input(TOPICS.permits()).pipeInput(came.permits().key(), json(came.permits()), at);
    } else if (happening instanceof Happening.MarkCame came) {
      input(TOPICS.marks()).pipeInput(came.mark().mn(), json(came.mark()), at);
    } else if (happening instanceof Happening.SampleCame came) {
      input(TOPICS.samples()).pipeInput(came.sample().mn(), json(came.sample()), at);
    }
  }

  /** The clock goes on to some moment, and stays where that has passed. */
  void pass(Instant to) {
    if (to.isAfter(clock)) {
      driver.advanceWallClockTime(Duration.between(clock, to));
      clock = to;
    }
  }

  /** What a journal holds in memory is gone; what its stores hold is there. */
  void restart() {
    hear();
    Path before = stores();
    // Closed stores have all that they hold on disk. Closing the driver would delete it.
    driver.getAllStateStores().values().forEach(StateStore::close);
    starts++;
    copy(before, stores());
    driver = driver();
    // An empty frame goes to quarantine and leaves no trace but that the next has its offset.
    for (int i = 0; i < frames; i++) {
      input(TOPICS.packets()).pipeInput(null, new byte[0], Instant.EPOCH);
    }
  }

  @Override
  public void close() {
    hear();
    driver.close();
  }

  private TopologyTestDriver driver() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "journal");
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    JournalSettings settings = JournalSettings.standard();
    if (directory == null) {
      settings = settings.inMemory();
    } else {
      properties.put(StreamsConfig.STATE_DIR_CONFIG, stores().toString());
    }
    return new TopologyTestDriver(
        new OutletJournalTopology(TOPICS, settings).get(), properties, clock);
  }

  private Path stores() {
    return directory.resolve("start " + starts);
  }

  private void hear() {
    for (Topic topic : PUBLISHED) {
      TestOutputTopic<String, byte[]> output =
          driver.createOutputTopic(
              topic.name(), new StringDeserializer(), new ByteArrayDeserializer());
      while (!output.isEmpty()) {
        TestRecord<String, byte[]> record = output.readRecord();
        listener.hear(topic, record.key(), record.value());
      }
    }
  }

  private TestInputTopic<String, byte[]> input(Topic topic) {
    return driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer());
  }

  private static byte[] json(Object record) {
    return Json.text(record).getBytes(StandardCharsets.UTF_8);
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
