package io.touchline.ingest.command;

import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The way to Kafka: all in-sync replicas, never waiting. Thread-safe. */
@FunctionalInterface
public interface Outbox {

  /**
   * Sends one record.
   *
   * @param settled told once, on any thread, whether the broker has it
   */
  void write(ProducerRecord<byte[], byte[]> record, Consumer<Boolean> settled);
}
