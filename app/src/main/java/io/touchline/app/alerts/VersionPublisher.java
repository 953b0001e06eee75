package io.touchline.app.alerts;

import io.touchline.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes versions of marks and samples, one at a time: who reports one waits until the broker
 * has it.
 */
public final class VersionPublisher implements AutoCloseable {

  private static final int SECONDS = 15;

  private final KafkaProducer<byte[], byte[]> producer;

  /** Connects with the client settings of a role. */
  public VersionPublisher(Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, SECONDS * 1_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, SECONDS * 500);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SECONDS * 1_000);
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Returns when it is there.
   *
   * @throws IllegalStateException where the broker did not take it
   */
  public void publish(String topic, String mn, Object version) {
    try {
      producer
          .send(new ProducerRecord<>(topic, bytes(mn), bytes(Json.text(version))))
          .get(2L * SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("it was not published: send it again", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "it was not published, Kafka does not take it: send it again later", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
