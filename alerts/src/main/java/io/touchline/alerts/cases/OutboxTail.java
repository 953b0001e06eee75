package io.touchline.alerts.cases;

import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Which batches the ends of the topics hold: what was committed, and nothing else. */
final class OutboxTail {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> kafka;
  private final Topics topics;

  OutboxTail(Map<String, Object> kafka, Topics topics) {
    this.kafka = kafka;
    this.topics = topics;
  }

  /** Batches among the last records of each partition. */
  Set<Long> batches(int records) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    Set<Long> found = new TreeSet<>();
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          Stream.of(topics.cases(), topics.caseStates(), topics.cardLists())
              .map(Topic::name)
              .flatMap(name -> consumer.partitionsFor(name).stream())
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      // Markers of transactions take an offset each.
      ends.forEach(
          (partition, end) ->
              consumer.seek(partition, Math.max(first.get(partition), end - 2L * records)));
      while (ends.entrySet().stream()
          .anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue())) {
        consumer.poll(POLL).forEach(record -> batch(record, found));
      }
    }
    return found;
  }

  private static void batch(ConsumerRecord<byte[], byte[]> record, Set<Long> found) {
    Header header = record.headers().lastHeader(OutboxPublisher.BATCH);
    if (header != null) {
      found.add(Long.parseLong(new String(header.value(), StandardCharsets.UTF_8)));
    }
  }
}
