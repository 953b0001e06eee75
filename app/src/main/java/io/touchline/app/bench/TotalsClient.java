package io.touchline.app.bench;

import io.touchline.contract.Json;
import io.touchline.contract.Topics;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.totals.TotalPeriod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Puts an hour of all outlets before the journal, and waits for the sum of their province. */
final class TotalsClient implements AutoCloseable {

  /**
   * How long it took, in seconds.
   *
   * @param formed from the first frame to the last outlet's mean
   * @param lag from the last outlet's mean to the sum of the province that holds them all
   */
  record Took(double formed, double lag) {}

  private static final String FACTOR = "a21026";
  private static final String PROVINCE = "REGION|630000|" + FACTOR + "|" + TotalPeriod.DAY + "|";
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration LONGEST = Duration.ofMinutes(4);

  private final Topics topics;
  private final CloseClient frames;
  private final KafkaConsumer<String, byte[]> published;

  TotalsClient(Stage stage) {
    topics = stage.topics();
    frames = new CloseClient(stage);
    published =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", stage.address(), "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : List.of(topics.means().name(), topics.totals().name())) {
      partitions.addAll(
          published.partitionsFor(topic).stream()
              .map(found -> new TopicPartition(found.topic(), found.partition()))
              .toList());
    }
    published.assign(partitions);
    published.seekToBeginning(partitions);
  }

  Took sumUp(List<CloseClient.Minute> all, Instant hour) {
    String ending = "|" + AveragingPeriod.HOUR + "|" + ChinaTime.format(hour);
    Set<String> formed = new HashSet<>();
    long begun = System.nanoTime();
    long deadline = begun + LONGEST.toNanos();
    long lastMean = 0;
    long summedUp = 0;
    long valid = valid(all);
    frames.send(all);
    while (lastMean == 0 || summedUp == 0) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            formed.size() + " of " + all.size() + " hours were formed in " + LONGEST);
      }
      for (var record : published.poll(POLL)) {
        if (record.topic().equals(topics.means().name())) {
          if (record.key().endsWith(ending) && formed.add(record.key())) {
            lastMean = formed.size() == all.size() ? System.nanoTime() : 0;
          }
        } else if (record.key().startsWith(PROVINCE) && outlets(record.value()) == valid) {
          summedUp = System.nanoTime();
        }
      }
    }
    return new Took((lastMean - begun) / 1e9, Math.max(0, (summedUp - lastMean) / 1e9));
  }

  /** Frames that are flagged as faults have no mass: their outlets are in no sum. */
  private static long valid(List<CloseClient.Minute> all) {
    return all.stream().filter(each -> !isFault(each.frame())).count();
  }

  private static boolean isFault(byte[] frame) {
    return new String(frame, StandardCharsets.US_ASCII).contains(FACTOR + "-Flag=D");
  }

  private static int outlets(byte[] total) {
    try {
      return Json.mapper().readValue(total, TotalRecord.class).outlets();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    published.close();
    frames.close();
  }
}
