package io.touchline.app.bench;

import io.touchline.app.TopicOffsets;
import io.touchline.contract.Topics;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.streams.JournalStreams;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts frames before the journal and reads the means that come of them. */
final class CloseClient implements AutoCloseable {

  /** A frame of minute data, and when it was received. */
  record Minute(String mn, Instant receivedAt, byte[] frame) {}

  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Topics topics;
  private final TopicOffsets offsets;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> means;

  CloseClient(Stage stage) {
    topics = stage.topics();
    Map<String, Object> broker = Map.of("bootstrap.servers", stage.address());
    offsets = new TopicOffsets(broker);
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                stage.address(),
                "acks",
                "all",
                "compression.type",
                "lz4",
                "linger.ms",
                5),
            new StringSerializer(),
            new ByteArraySerializer());
    means =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", stage.address(), "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        means.partitionsFor(topics.means().name()).stream()
            .map(found -> new TopicPartition(found.topic(), found.partition()))
            .toList();
    means.assign(partitions);
    means.seekToBeginning(partitions);
  }

  /** Returns when the broker has them. */
  void send(Collection<Minute> minutes) {
    for (Minute minute : minutes) {
      // A frame that is not stored keeps its hour from closing: nothing to look at here.
      var unused =
          producer.send(
              new ProducerRecord<>(
                  topics.packets().name(),
                  null,
                  minute.receivedAt().toEpochMilli(),
                  minute.mn(),
                  minute.frame()));
    }
    producer.flush();
  }

  /** Returns when the journal has committed all frames that were sent. */
  void awaitTaken() {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    String group = JournalStreams.applicationId(topics);
    while (!offsets.isReadBy(group, topics.packets().name())) {
      inTime(deadline);
      pause();
    }
  }

  /** Seconds from the first of these frames to the last outlet's mean of an hour. */
  double close(List<Minute> frames, Instant hour, int outlets) {
    String ending = "|" + AveragingPeriod.HOUR + "|" + ChinaTime.format(hour);
    Set<String> closed = new HashSet<>();
    means
        .endOffsets(means.assignment())
        .forEach((partition, end) -> readTo(partition, end, closed, ending));
    if (!closed.isEmpty()) {
      throw new IllegalStateException(closed.size() + " hours closed before their time");
    }
    long begun = System.nanoTime();
    long deadline = begun + LONGEST.toNanos();
    send(frames);
    while (closed.size() < outlets) {
      inTime(deadline);
      read(closed, ending);
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private void readTo(TopicPartition partition, long end, Set<String> closed, String ending) {
    while (means.position(partition) < end) {
      read(closed, ending);
    }
  }

  private void read(Set<String> closed, String ending) {
    means
        .poll(POLL)
        .forEach(
            record -> {
              if (record.key().endsWith(ending)) {
                closed.add(record.key());
              }
            });
  }

  private static void inTime(long deadline) {
    if (System.nanoTime() - deadline > 0) {
      throw new IllegalStateException("the journal did not get there in " + LONGEST);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    means.close();
    producer.close();
    offsets.close();
  }
}
