package io.touchline.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** Where topics begin and end, and how far a group has read. */
public final class TopicOffsets implements AutoCloseable {

  private final Admin admin;

  public TopicOffsets(Map<String, Object> client) {
    this.admin = Admin.create(client);
  }

  /** The offset after the last committed record, by partition. */
  public Map<TopicPartition, Long> ends(String topic) {
    return offsets(topic, OffsetSpec.latest());
  }

  /** How many offsets a topic holds; of a topic written without transactions, its records. */
  public long size(String topic) {
    return sum(ends(topic)) - sum(offsets(topic, OffsetSpec.earliest()));
  }

  /** Whether a group has committed all that the topic holds. */
  public boolean isReadBy(String group, String topic) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return ends(topic).entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata read = committed.get(end.getKey());
              return end.getValue() == 0 || (read != null && read.offset() >= end.getValue());
            });
  }

  /** How many offsets of the topic lie behind what a group has committed. */
  public long readBy(String group, String topic) {
    return get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .entrySet()
        .stream()
        .filter(read -> read.getKey().topic().equals(topic) && read.getValue() != null)
        .mapToLong(read -> read.getValue().offset())
        .sum();
  }

  private Map<TopicPartition, Long> offsets(String topic, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (TopicPartitionInfo partition :
        get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic).partitions()) {
      asked.put(new TopicPartition(topic, partition.partition()), spec);
    }
    Map<TopicPartition, ListOffsetsResultInfo> found =
        get(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all());
    Map<TopicPartition, Long> offsets = new HashMap<>();
    found.forEach((partition, info) -> offsets.put(partition, info.offset()));
    return offsets;
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
