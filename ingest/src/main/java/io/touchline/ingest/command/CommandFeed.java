package io.touchline.ingest.command;

import io.netty.util.concurrent.Ticker;
import io.touchline.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * All partitions of the topics that a gateway follows for its commands, assigned and remembered by
 * nobody: {@code connections} and {@code station-keys} from their beginning, {@code
 * command-results} and {@code commands} from some time back. One thread.
 */
final class CommandFeed implements AutoCloseable {

  private static final Ticker TICKER = Ticker.systemTicker();
  private static final Duration POLL = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;
  private final Topics topics;

  /** Takes over the consumer, and closes it. */
  CommandFeed(Consumer<byte[], byte[]> consumer, Topics topics) {
    this.consumer = consumer;
    this.topics = topics;
  }

  /**
   * Reads what is there now: commands last, so that it is known what became of them.
   *
   * @param since how far back commands and their results are read
   * @throws TimeoutException when that takes longer than the patience
   */
  void readBack(
      Instant since,
      Duration patience,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    long until = TICKER.nanoTime() + patience.toNanos();
    List<TopicPartition> whole = new ArrayList<>();
    whole.addAll(partitions(topics.connections().name(), patience));
    whole.addAll(partitions(topics.stationKeys().name(), patience));
    List<TopicPartition> results = partitions(topics.commandResults().name(), patience);
    List<TopicPartition> commands = partitions(topics.commands().name(), patience);
    List<TopicPartition> all = new ArrayList<>(whole);
    all.addAll(results);
    all.addAll(commands);
    consumer.assign(all);
    consumer.seekToBeginning(whole);
    Map<TopicPartition, Long> ends = consumer.endOffsets(all, patience);
    seek(results, since, ends, patience);
    seek(commands, since, ends, patience);
    consumer.pause(commands);
    ends.keySet().removeAll(commands);
    readTo(ends, until, reader);
    consumer.resume(commands);
    readTo(consumer.endOffsets(commands, patience), until, reader);
  }

  private List<TopicPartition> partitions(String topic, Duration patience) {
    List<TopicPartition> found =
        consumer.partitionsFor(topic, patience).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    if (found.isEmpty()) {
      throw new TimeoutException("topic " + topic + " is not there");
    }
    return found;
  }

  private void seek(
      List<TopicPartition> partitions,
      Instant since,
      Map<TopicPartition, Long> ends,
      Duration patience) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times, patience);
    partitions.forEach(
        partition -> {
          OffsetAndTimestamp first = found.get(partition);
          consumer.seek(partition, first == null ? ends.get(partition) : first.offset());
        });
  }

  private void readTo(
      Map<TopicPartition, Long> ends,
      long until,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    while (!ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
      if (TICKER.nanoTime() - until > 0) {
        throw new TimeoutException("the commands were not read to their end in time");
      }
      poll(reader);
    }
  }

  /** Waits a little for what comes next. */
  void poll(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    consumer.poll(POLL).forEach(reader);
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(POLL));
  }
}
