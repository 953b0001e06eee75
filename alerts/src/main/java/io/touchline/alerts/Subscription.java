package io.touchline.alerts;

import io.touchline.contract.JsonSerde;
import io.touchline.contract.Topic;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jdbi.v3.core.Handle;

/**
 * What an inbox does with the records of one topic.
 *
 * @param reader what a record says, null for a tombstone; throws a SerializationException where it
 *     says nothing that can be read
 */
public record Subscription<T>(
    Topic topic, Function<ConsumerRecord<byte[], byte[]>, T> reader, Handler<T> handler) {

  /**
   * Of a topic that carries JSON.
   *
   * @param type the record type that it carries
   */
  public Subscription(Topic topic, Class<T> type, Handler<T> handler) {
    this(topic, json(type), handler);
  }

  private static <T> Function<ConsumerRecord<byte[], byte[]>, T> json(Class<T> type) {
    Deserializer<T> deserializer = new JsonSerde<>(type).deserializer();
    return record -> deserializer.deserialize(record.topic(), record.value());
  }

  /**
   * Writes records within the inbox's transaction. It may see a record again (topics can be read
   * anew), so it writes by natural key and lets no older revision replace a newer one.
   */
  public interface Handler<T> {
    /**
     * Applies records in the order of the topic.
     *
     * @param handle in a transaction that the inbox commits together with the offsets
     */
    void apply(Handle handle, List<Incoming<T>> records);
  }
}
