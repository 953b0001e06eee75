package io.touchline.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.touchline.contract.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outlet journal as a running process: exactly once, from the first frame there is. */
public final class JournalStreams implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JournalStreams.class);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(20);

  private final KafkaStreams streams;
  private final RestoreWatch restores = new RestoreWatch();
  private KafkaStreamsMetrics meters;

  /**
   * Prepares the process; {@link #start} runs it.
   *
   * @param client properties of the Kafka clients: bootstrap servers, security, and {@code
   *     group.instance.id} where this process keeps its name over restarts
   * @param stateDirectory where RocksDB keeps its files
   */
  public JournalStreams(
      Topics topics,
      JournalSettings settings,
      Map<String, Object> client,
      Path stateDirectory,
      int threads) {
    Properties properties = new Properties();
    properties.putAll(defaults());
    properties.putAll(client);
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(topics));
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    streams = new KafkaStreams(new OutletJournalTopology(topics, settings).get(), properties);
    streams.setUncaughtExceptionHandler(JournalStreams::afterFailure);
    streams.setGlobalStateRestoreListener(restores);
  }

  public void start() {
    streams.start();
  }

  /** Whether it has given up and will process nothing any more. */
  public boolean hasFailed() {
    return streams.state() == KafkaStreams.State.ERROR;
  }

  /** Whether its share of the outlets is restored and worked on. */
  public boolean isRunning() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  /** What it is doing, in Kafka Streams' own word. */
  public String state() {
    return streams.state().name();
  }

  /** How far it is with taking its state over from the changelogs. */
  public RestoreProgress restoring() {
    return restores.progress();
  }

  /** Its metrics and those of its clients, into the registry until it is closed. */
  public void bindTo(MeterRegistry registry) {
    meters = new KafkaStreamsMetrics(streams);
    meters.bindTo(registry);
    Gauge.builder("touchline.journal.running", this, each -> each.isRunning() ? 1 : 0)
        .description("1 while this instance's share of the outlets is worked on, else 0")
        .register(registry);
    Gauge.builder(
            "touchline.journal.restored.ratio", this, each -> each.restoring().percent() / 100.0)
        .description("how much of its state is restored, from 0 to 1")
        .register(registry);
  }

  @Override
  public void close() {
    streams.close(LONGEST_CLOSE);
    if (meters != null) {
      meters.close();
    }
  }

  /** The group in which journals that write to these topics share the outlets. */
  public static String applicationId(Topics topics) {
    return topics.means().name().replace("means", "journal");
  }

  private static Map<String, Object> defaults() {
    Map<String, Object> defaults = new HashMap<>();
    defaults.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    defaults.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    defaults.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    defaults.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    defaults.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    // A process that died is replaced after this long; one with a group.instance.id at once.
    defaults.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
    defaults.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    defaults.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
    return defaults;
  }

  /** The broker or a disk may come back: a new thread takes over from the last commit. */
  private static StreamThreadExceptionResponse afterFailure(Throwable failure) {
    LOG.atError().setCause(failure).log("a stream thread failed and is replaced");
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
