package io.touchline.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The properties of the gateway's Kafka clients: what suits it, then what the operator sets, then
 * what its promises rest on and nobody may change.
 */
final class KafkaClients {

  private static final int BATCH_BYTES = 64 * 1024;
  private static final long LEAST_BUFFER = 64L << 20;
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);
  private static final int DOOR_RECORDS = 500;
  private static final int DOOR_FETCH_BYTES = 8 << 20;
  private static final Duration DOOR_TRANSACTION = Duration.ofSeconds(15);
  private static final Duration FOR_EVER = Duration.ofDays(3650);

  private KafkaClients() {}

  static Map<String, Object> producer(Map<String, Object> operator, GatewaySettings settings) {
    Duration delivery = settings.patience().delivery();
    Duration request = delivery.dividedBy(2);
    if (request.compareTo(LONGEST_REQUEST) > 0) {
      request = LONGEST_REQUEST;
    }
    Map<String, Object> properties = new HashMap<>();
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, settings.name());
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) request.toMillis());

    properties.putAll(operator);

    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) delivery.toMillis());
    // send() is called on event loops and may not wait, not for room and not for metadata: there is
    // twice the room that the in-flight budget can fill, and metadata once found is never let go.
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
    properties.put(
        ProducerConfig.BUFFER_MEMORY_CONFIG,
        Math.max(LEAST_BUFFER, 2 * settings.inFlight().total()));
    properties.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, FOR_EVER.toMillis());
    // Nor when every broker is away: a client that begins anew forgets the topics, and a frame that
    // should wait for the broker would fail at once.
    properties.put(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, "none");
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return properties;
  }

  /**
   * Reads what platforms write, in a group with the other gateways; what it has read is committed
   * with what was kept of it.
   */
  static Map<String, Object> doorConsumer(
      Map<String, Object> operator, GatewaySettings settings, String group) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.name() + "-door");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, DOOR_RECORDS);
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, DOOR_FETCH_BYTES);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, DOOR_FETCH_BYTES / 4);

    properties.putAll(operator);

    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return properties;
  }

  /**
   * Keeps what platforms wrote. A transaction left open by a crash holds back whoever reads only
   * what is committed, until the gateway is back or the transaction's time is over: so that is
   * short. It waits for metadata and room, since it is on no event loop.
   */
  static Map<String, Object> doorProducer(Map<String, Object> operator, GatewaySettings settings) {
    Map<String, Object> properties = producer(operator, settings);
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, settings.name() + "-door");
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.name() + "-door");
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) DOOR_TRANSACTION.toMillis());
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DOOR_TRANSACTION.toMillis());
    properties.put(
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) DOOR_TRANSACTION.dividedBy(3).toMillis());
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DOOR_TRANSACTION.toMillis());
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 4L * DOOR_FETCH_BYTES);
    return properties;
  }

  /** Reads the registry: alone, from its beginning, remembered by nobody. */
  static Map<String, Object> registryConsumer(
      Map<String, Object> operator, GatewaySettings settings) {
    return follower(operator, settings.name() + "-registry");
  }

  /**
   * Follows the commands, likewise. The journal writes them in transactions: one that was taken
   * back must not reach a logger.
   */
  static Map<String, Object> commandConsumer(
      Map<String, Object> operator, GatewaySettings settings) {
    Map<String, Object> properties = follower(operator, settings.name() + "-commands");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return properties;
  }

  private static Map<String, Object> follower(Map<String, Object> operator, String clientId) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);

    properties.putAll(operator);

    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return properties;
  }
}
