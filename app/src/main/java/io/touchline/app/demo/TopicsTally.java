package io.touchline.app.demo;

import io.touchline.app.TopicOffsets;
import io.touchline.app.TopicReader;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.JsonSerde;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.PacketHeaders;
import io.touchline.contract.Topics;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Judgement;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts what stands in the topics, in all and since the start of this run. It asks the broker and
 * nobody else: the evidence is what is there, not what somebody remembers having sent.
 */
final class TopicsTally {

  /**
   * What stands in the topics.
   *
   * @param packets frames
   * @param quarantined by reason
   * @param hoursJudged factor-hours whose latest revision has a verdict
   * @param episodes exceedances by the state of their latest revision
   */
  record Counted(
      long packets,
      SortedMap<String, Long> quarantined,
      long hoursJudged,
      SortedMap<ExceedanceRecord.State, Long> episodes) {}

  /** This run and all. */
  record Both(Counted run, Counted total) {}

  private final Topics topics;
  private final Map<String, Object> client;
  private final long packetsBefore;
  private final Map<TopicPartition, Long> before = new HashMap<>();

  private TopicsTally(Topics topics, Map<String, Object> client) {
    this.topics = topics;
    this.client = client;
    try (TopicOffsets offsets = new TopicOffsets(client)) {
      packetsBefore = offsets.size(topics.packets().name());
      before.putAll(offsets.ends(topics.quarantine().name()));
      before.putAll(offsets.ends(topics.means().name()));
      before.putAll(offsets.ends(topics.exceedances().name()));
    }
  }

  /** A tally whose run begins now. */
  static TopicsTally since(Topics topics, Map<String, Object> client) {
    return new TopicsTally(topics, client);
  }

  Both count() {
    try (TopicReader reader = new TopicReader(client);
        TopicOffsets offsets = new TopicOffsets(client)) {
      long packets = offsets.size(topics.packets().name());
      SortedMap<String, Long> quarantined = new TreeMap<>();
      SortedMap<String, Long> quarantinedNow = new TreeMap<>();
      reader.forEach(
          topics.quarantine().name(),
          record -> {
            String reason = PacketHeaders.get(record.headers(), PacketHeaders.REASON);
            add(record, reason == null ? "?" : reason, quarantined, quarantinedNow);
          });
      Hours hours = hours(reader);
      SortedMap<ExceedanceRecord.State, Long> episodes = new TreeMap<>();
      SortedMap<ExceedanceRecord.State, Long> episodesNow = new TreeMap<>();
      episodes(reader)
          .values()
          .forEach(last -> add(last.record(), last.state(), episodes, episodesNow));
      return new Both(
          new Counted(packets - packetsBefore, quarantinedNow, hours.now(), episodesNow),
          new Counted(packets, quarantined, hours.total(), episodes));
    }
  }

  private <K> void add(ConsumerRecord<?, ?> record, K kind, Map<K, Long> total, Map<K, Long> now) {
    total.merge(kind, 1L, Long::sum);
    if (isOfThisRun(record)) {
      now.merge(kind, 1L, Long::sum);
    }
  }

  private boolean isOfThisRun(ConsumerRecord<?, ?> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    return record.offset() >= before.getOrDefault(partition, 0L);
  }

  private record Hours(long total, long now) {}

  private Hours hours(TopicReader reader) {
    var deserializer = new JsonSerde<>(MeansRecord.class).deserializer();
    Map<String, Hours> byPeriod = new HashMap<>();
    reader.forEach(
        topics.means().name(),
        record -> {
          MeansRecord means = deserializer.deserialize(record.topic(), record.value());
          if (means != null && means.period() == AveragingPeriod.HOUR) {
            long judged = means.factors().values().stream().filter(TopicsTally::isJudged).count();
            byPeriod.put(record.key(), new Hours(judged, isOfThisRun(record) ? judged : 0));
          }
        });
    return new Hours(
        byPeriod.values().stream().mapToLong(Hours::total).sum(),
        byPeriod.values().stream().mapToLong(Hours::now).sum());
  }

  private static boolean isJudged(MeansRecord.Factor factor) {
    return factor.judgement() != null
        && factor.judgement().verdict() != Judgement.Verdict.NOT_JUDGED;
  }

  private record Last(ConsumerRecord<?, ?> record, ExceedanceRecord.State state) {}

  private Map<String, Last> episodes(TopicReader reader) {
    var deserializer = new JsonSerde<>(ExceedanceRecord.class).deserializer();
    Map<String, Last> byKey = new HashMap<>();
    reader.forEach(
        topics.exceedances().name(),
        record -> {
          ExceedanceRecord episode = deserializer.deserialize(record.topic(), record.value());
          if (episode != null) {
            byKey.put(record.key(), new Last(record, episode.state()));
          }
        });
    return byKey;
  }
}
