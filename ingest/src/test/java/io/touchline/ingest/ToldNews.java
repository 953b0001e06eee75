package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchline.contract.Json;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** News that remembers what was told, over a producer that takes all or, when told so, nothing. */
final class ToldNews {

  final Topics topics = new Topics("test.");

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(
          true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
  final News news = new News(new EvidenceWriter(producer), topics);

  /** The broker takes nothing from now on; null and it takes all again. */
  void refuseAll(RuntimeException why) {
    producer.sendException = why;
  }

  /** What was told on that topic since the last time, oldest first; null is a tombstone. */
  <T> List<T> told(Topic topic, Class<T> type) {
    List<T> told = new ArrayList<>();
    for (ProducerRecord<byte[], byte[]> record : producer.history()) {
      if (record.topic().equals(topic.name())) {
        told.add(read(record.value(), type));
      }
    }
    return told;
  }

  /** The keys of what was told on that topic. */
  List<String> keys(Topic topic) {
    return producer.history().stream()
        .filter(record -> record.topic().equals(topic.name()))
        .map(record -> new String(record.key(), UTF_8))
        .toList();
  }

  void forget() {
    producer.clear();
  }

  private static <T> T read(byte[] value, Class<T> type) {
    try {
      return value == null ? null : Json.mapper().readValue(value, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
