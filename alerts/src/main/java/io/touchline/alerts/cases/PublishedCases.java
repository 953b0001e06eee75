package io.touchline.alerts.cases;

import io.touchline.contract.CaseEventRecord;
import io.touchline.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All of topic {@code cases}, to be held against the tables. */
public final class PublishedCases {

  private static final Duration POLL = Duration.ofMillis(500);

  private PublishedCases() {}

  /**
   * Every committed event, in the order of each partition, and so of each case.
   *
   * @throws IllegalArgumentException where a record of the topic is no event
   */
  public static List<CaseEventRecord> read(Map<String, Object> kafka, Topics topics) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    List<CaseEventRecord> events = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topics.cases().name()).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue())) {
        consumer
            .poll(POLL)
            .forEach(
                record ->
                    events.add(
                        CaseStore.event(new String(record.value(), StandardCharsets.UTF_8))));
      }
    }
    return events;
  }
}
