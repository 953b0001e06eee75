package io.touchline.ingest;

import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to Kafka: all in-sync replicas, each record once, never waiting. Thread-safe. */
final class EvidenceWriter {

  private static final Logger LOG = LoggerFactory.getLogger(EvidenceWriter.class);

  private final Producer<byte[], byte[]> producer;
  private final AtomicBoolean away = new AtomicBoolean();

  EvidenceWriter(Map<String, Object> kafka, GatewaySettings settings) {
    this(new KafkaProducer<>(KafkaClients.producer(kafka, settings)));
  }

  EvidenceWriter(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Waits until the topics are found, so that {@link #write} has no need to.
   *
   * @throws GatewayStartException when the deadline passes before
   */
  void findTopics(Topics topics, Deadline deadline) throws InterruptedException {
    for (Topic topic :
        List.of(
            topics.packets(),
            topics.quarantine(),
            topics.connections(),
            topics.proposals(),
            topics.quality(),
            topics.commands(),
            topics.commandResults(),
            topics.stationKeys())) {
      while (!finds(topic.name())) {
        if (deadline.passed()) {
          throw new GatewayStartException(
              GatewayStartException.Fault.TOPIC_NOT_FOUND, topic.name());
        }
        Thread.sleep(20);
      }
    }
  }

  private boolean finds(String topic) {
    try {
      return !producer.partitionsFor(topic).isEmpty();
    } catch (TimeoutException notYet) {
      return false;
    }
  }

  /**
   * Sends one record.
   *
   * @param settled told once, on the producer's thread or this one, whether the broker has it
   */
  @SuppressWarnings("FutureReturnValueIgnored") // The callback is told the same.
  void write(ProducerRecord<byte[], byte[]> record, Consumer<Boolean> settled) {
    try {
      producer.send(
          record,
          (metadata, failure) -> {
            tell(record.topic(), failure);
            settled.accept(failure == null);
          });
    } catch (RuntimeException failure) {
      // The producer reports most through the callback, but not that it is closed or broken.
      tell(record.topic(), failure);
      settled.accept(false);
    }
  }

  /** Logs the change and not each record: an outage fails thousands. */
  private void tell(String topic, Exception failure) {
    if (failure == null) {
      if (away.get() && away.compareAndSet(true, false)) {
        LOG.atInfo().log("the broker stores records again");
      }
    } else if (away.compareAndSet(false, true)) {
      LOG.atWarn()
          .addKeyValue("topic", topic)
          .addKeyValue("cause", failure.toString())
          .log(
              "a record was not stored, and if it was a frame it is not acknowledged; more may follow");
    }
  }

  /** At once: what has not been stored by now has failed, and is told so. */
  void close() {
    producer.close(Duration.ZERO);
  }
}
