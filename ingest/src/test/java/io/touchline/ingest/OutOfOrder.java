package io.touchline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker whose partitions answer in any order: the test says which record is stored when. */
final class OutOfOrder {

  private final List<Callback> callbacks = new ArrayList<>();

  EvidenceWriter writer() {
    return new EvidenceWriter(
        new MockProducer<>(
            false,
            new RoundRobinPartitioner(),
            new ByteArraySerializer(),
            new ByteArraySerializer()) {
          @Override
          public synchronized Future<RecordMetadata> send(
              ProducerRecord<byte[], byte[]> record, Callback callback) {
            callbacks.add(callback);
            return super.send(record, (metadata, failure) -> {});
          }
        });
  }

  void settle(int number) {
    callbacks.get(number).onCompletion(null, null);
  }
}
