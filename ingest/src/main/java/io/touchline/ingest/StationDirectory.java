package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectReader;
import io.touchline.contract.Json;
import io.touchline.contract.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic {@code outlets} in memory: read to its end at {@link #start}, followed by a thread of
 * its own from then on. While the broker is away it answers from what it knows.
 */
final class StationDirectory implements Stations, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StationDirectory.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final ObjectReader STATION = Json.mapper().readerFor(Station.class);

  private final ConcurrentMap<String, Station> stations = new ConcurrentHashMap<>();
  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final Thread follower = new Thread(this::follow, "gateway-registry");
  private volatile boolean closing;

  /** Takes over the consumer, and closes it. */
  StationDirectory(Consumer<byte[], byte[]> consumer, Topics topics) {
    this.consumer = consumer;
    this.topic = topics.outlets().name();
    follower.setDaemon(true);
  }

  @Override
  public Optional<Station> find(String mn) {
    return Optional.ofNullable(stations.get(mn));
  }

  int size() {
    return stations.size();
  }

  /**
   * Reads the registry as it is now, then follows it.
   *
   * @throws GatewayStartException when that takes longer than the deadline
   */
  void start(Deadline deadline) {
    List<TopicPartition> partitions = findPartitions(deadline);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    try {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, deadline.left());
      while (!hasReached(ends)) {
        if (deadline.passed()) {
          throw new GatewayStartException(GatewayStartException.Fault.REGISTRY_NOT_READ, topic);
        }
        pollOnce();
      }
    } catch (TimeoutException e) {
      throw new GatewayStartException(GatewayStartException.Fault.REGISTRY_NOT_READ, topic);
    }
    follower.start();
  }

  private List<TopicPartition> findPartitions(Deadline deadline) {
    while (!deadline.passed()) {
      try {
        List<TopicPartition> found =
            consumer.partitionsFor(topic, deadline.left()).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (!found.isEmpty()) {
          return found;
        }
        Thread.sleep(100);
      } catch (TimeoutException passed) {
        break;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new GatewayStartException(GatewayStartException.Fault.TOPIC_NOT_FOUND, topic);
  }

  private boolean hasReached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void follow() {
    while (!closing) {
      try {
        pollOnce();
      } catch (WakeupException closed) {
        return;
      } catch (KafkaException e) {
        LOG.atWarn()
            .addKeyValue("topic", topic)
            .addKeyValue("cause", e.toString())
            .log("the registry cannot be followed just now; the stations known so far stand");
        pause();
      }
    }
  }

  private void pollOnce() {
    consumer.poll(POLL).forEach(this::apply);
  }

  private void apply(ConsumerRecord<byte[], byte[]> entry) {
    if (entry.key() == null) {
      return;
    }
    String mn = new String(entry.key(), UTF_8);
    if (entry.value() == null) {
      stations.remove(mn);
      return;
    }
    try {
      stations.put(mn, STATION.readValue(entry.value()));
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("mn", mn)
          .addKeyValue("topic", topic)
          .addKeyValue("partition", entry.partition())
          .addKeyValue("offset", entry.offset())
          .log("a registry entry cannot be read; the one before it stands. Import it again");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      follower.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    consumer.close(CloseOptions.timeout(POLL));
  }
}
