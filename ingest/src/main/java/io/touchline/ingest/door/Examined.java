package io.touchline.ingest.door;

import org.apache.kafka.clients.producer.ProducerRecord;

/** A piece that has been checked: what is to be kept of it, and what to tell of it after that. */
public interface Examined {

  /** For {@code packets} or {@code quarantine}. */
  ProducerRecord<byte[], byte[]> record();

  LineVerdict verdict();
}
