package io.touchline.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * Reads compacted topics to their end at {@link #start}, and follows them by a thread of its own
 * from then on. Of one partition the records come in order; between partitions and topics there is
 * none.
 */
final class TopicFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<byte[], byte[]> consumer;
  private final List<String> topics;
  private final java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader;
  private final Thread follower = new Thread(this::follow, "gateway-registry");
  private volatile boolean closing;

  /**
   * Takes over the consumer, and closes it.
   *
   * @param reader hears every record, on the starting thread and then on the follower's; it throws
   *     nothing
   */
  TopicFollower(
      Consumer<byte[], byte[]> consumer,
      List<String> topics,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    this.consumer = consumer;
    this.topics = topics;
    this.reader = reader;
    follower.setDaemon(true);
  }

  /**
   * Reads the topics as they are now, then follows them.
   *
   * @throws GatewayStartException when that takes longer than the deadline
   */
  void start(Deadline deadline) {
    List<TopicPartition> partitions = new ArrayList<>();
    topics.forEach(topic -> partitions.addAll(findPartitions(topic, deadline)));
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    try {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, deadline.left());
      while (!hasReached(ends)) {
        if (deadline.passed()) {
          throw notRead();
        }
        pollOnce();
      }
    } catch (TimeoutException e) {
      throw notRead();
    }
    follower.start();
  }

  private GatewayStartException notRead() {
    return new GatewayStartException(
        GatewayStartException.Fault.REGISTRY_NOT_READ, String.join(", ", topics));
  }

  private List<TopicPartition> findPartitions(String topic, Deadline deadline) {
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
            .addKeyValue("topics", topics)
            .addKeyValue("cause", e.toString())
            .log("the registry cannot be followed just now; the stations known so far stand");
        pause();
      }
    }
  }

  private void pollOnce() {
    consumer
        .poll(POLL)
        .forEach(
            record -> {
              if (record.key() != null) {
                reader.accept(record);
              }
            });
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
