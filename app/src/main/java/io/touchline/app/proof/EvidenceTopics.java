package io.touchline.app.proof;

import io.touchline.contract.FrameRecord;
import io.touchline.contract.JsonSerde;
import io.touchline.contract.PacketHeaders;
import io.touchline.contract.Topic;
import io.touchline.domain.FrameRef;
import io.touchline.hj212.EscapedLine;
import io.touchline.streams.FrameHash;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;

/** Reads of the topics what a case needs: committed records only, from the time it is about on. */
public final class EvidenceTopics implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  /** What is read is there already: nobody waits for more of it. */
  private static final int FETCH_WAIT_MS = 10;

  /** Frames further apart than this are sought, nearer ones are read over. */
  private static final long FAR = 1_000;

  private final KafkaConsumer<String, byte[]> consumer;

  public EvidenceTopics(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** Every record of a topic that is of interest, in no order between partitions. */
  public <T> List<T> all(Topic topic, Class<T> type, Predicate<T> wanted) {
    return read(topic, partitions(topic), Instant.EPOCH, type, wanted);
  }

  /** As {@link #all}, of records that were published at a time or later. */
  public <T> List<T> since(Topic topic, Instant since, Class<T> type, Predicate<T> wanted) {
    return read(topic, partitions(topic), since, type, wanted);
  }

  /** As {@link #since}, of the partition on which all records of one outlet lie. */
  <T> List<T> ofOutlet(Topic topic, String mn, Instant since, Class<T> type, Predicate<T> wanted) {
    List<TopicPartition> partitions = partitions(topic);
    int partition =
        Utils.toPositive(Utils.murmur2(mn.getBytes(StandardCharsets.UTF_8))) % partitions.size();
    return read(topic, List.of(partitions.get(partition)), since, type, wanted);
  }

  /** The latest record of each key; what was deleted is not there. */
  public <T> SortedMap<String, T> latest(Topic topic, Class<T> type, Predicate<String> keys) {
    SortedMap<String, T> latest = new TreeMap<>();
    try (JsonSerde<T> serde = new JsonSerde<>(type)) {
      forEach(
          partitions(topic),
          Instant.EPOCH,
          record -> {
            if (!keys.test(record.key())) {
              return;
            }
            if (record.value() == null) {
              latest.remove(record.key());
            } else {
              latest.put(
                  record.key(), serde.deserializer().deserialize(topic.name(), record.value()));
            }
          });
    }
    return latest;
  }

  /** The frames at some places, in their order; those that are gone are left out. */
  List<FrameRecord> frames(Collection<FrameRef> wanted) {
    Map<TopicPartition, NavigableSet<Long>> offsets = new HashMap<>();
    for (FrameRef frame : wanted) {
      offsets
          .computeIfAbsent(
              new TopicPartition(frame.topic(), frame.partition()), partition -> new TreeSet<>())
          .add(frame.offset());
    }
    List<FrameRecord> frames = new ArrayList<>();
    offsets.forEach((partition, places) -> frames(partition, places, frames));
    frames.sort(Comparator.comparing(FrameRecord::toRef));
    return frames;
  }

  private void frames(
      TopicPartition partition, NavigableSet<Long> wanted, List<FrameRecord> frames) {
    consumer.assign(List.of(partition));
    long begin = consumer.beginningOffsets(List.of(partition)).get(partition);
    long end = consumer.endOffsets(List.of(partition)).get(partition);
    Long next = wanted.ceiling(begin);
    if (next != null) {
      consumer.seek(partition, next);
    }
    while (next != null && next < end) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        if (wanted.contains(record.offset())) {
          frames.add(frame(record));
        }
      }
      long read = consumer.position(partition);
      next = wanted.ceiling(read);
      if (next != null && next - read > FAR) {
        consumer.seek(partition, next);
      }
    }
  }

  private static FrameRecord frame(ConsumerRecord<String, byte[]> record) {
    return new FrameRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        FrameHash.of(record.value()),
        Sha256.of(record.value()),
        Instant.ofEpochMilli(record.timestamp()),
        PacketHeaders.get(record.headers(), PacketHeaders.GATEWAY),
        PacketHeaders.get(record.headers(), PacketHeaders.PEER),
        EscapedLine.of(record.value()));
  }

  private <T> List<T> read(
      Topic topic,
      List<TopicPartition> partitions,
      Instant since,
      Class<T> type,
      Predicate<T> wanted) {
    List<T> found = new ArrayList<>();
    try (JsonSerde<T> serde = new JsonSerde<>(type)) {
      forEach(
          partitions,
          since,
          record -> {
            T value = serde.deserializer().deserialize(topic.name(), record.value());
            if (value != null && wanted.test(value)) {
              found.add(value);
            }
          });
    }
    return found;
  }

  private void forEach(
      List<TopicPartition> partitions,
      Instant since,
      Consumer<ConsumerRecord<String, byte[]>> reader) {
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    if (since.equals(Instant.EPOCH)) {
      consumer.seekToBeginning(partitions);
    } else {
      Map<TopicPartition, Long> times = new HashMap<>();
      partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
      Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(times);
      for (TopicPartition partition : partitions) {
        OffsetAndTimestamp start = starts.get(partition);
        consumer.seek(partition, start == null ? ends.get(partition) : start.offset());
      }
    }
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(reader);
    }
  }

  private List<TopicPartition> partitions(Topic topic) {
    return consumer.partitionsFor(topic.name()).stream()
        .map(found -> new TopicPartition(topic.name(), found.partition()))
        .sorted(Comparator.comparingInt(TopicPartition::partition))
        .toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
