package io.touchline.streams;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.ExceedanceRecord.Evidence;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Episode;
import io.touchline.domain.FrameRef;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Episodes as they are published, each with the periods that prove it. */
final class EpisodeRecords {

  private EpisodeRecords() {}

  static ExceedanceRecord of(
      JudgedPeriods judged,
      String mn,
      String factor,
      AveragingPeriod period,
      Episode episode,
      Integer exceedingDays,
      int revision) {
    List<Evidence> evidence =
        new TreeSet<>(List.of(episode.from(), episode.worstAt(), episode.last()))
            .stream()
                .map(start -> evidence(judged.record(mn, period, start), factor))
                .filter(Objects::nonNull)
                .toList();
    return new ExceedanceRecord(
        ExceedanceRecord.SCHEMA_VERSION,
        mn,
        factor,
        period,
        episode.limit().rule(),
        OutletRecord.Limit.of(episode.limit()),
        episode.from(),
        period.endOf(episode.last()),
        episode.periods(),
        episode.worst(),
        episode.worstAt(),
        episode.multiple(),
        episode.open() ? State.OPEN : State.CLOSED,
        revision,
        evidence,
        exceedingDays);
  }

  /** The same episode with its ground taken away; what it said stays readable. */
  static ExceedanceRecord withdrawn(ExceedanceRecord record) {
    return record.as(State.WITHDRAWN, record.revision() + 1, null);
  }

  /** The same episode where days before it came to exceed, or do so no longer. */
  static ExceedanceRecord counted(ExceedanceRecord record, Integer exceedingDays) {
    return record.as(record.state(), record.revision() + 1, exceedingDays);
  }

  /** Whether both show the same values of the same bytes, wherever in Kafka these lie. */
  static boolean haveTheSameProof(ExceedanceRecord one, ExceedanceRecord other) {
    return proof(one).equals(proof(other));
  }

  private static List<List<Object>> proof(ExceedanceRecord record) {
    return record.evidence().stream().map(EpisodeRecords::proof).toList();
  }

  private static List<Object> proof(Evidence period) {
    return Arrays.asList(
        period.start(),
        period.value(),
        period.converted(),
        period.frames().stream().map(FrameRef::hash).collect(Collectors.toSet()));
  }

  private static Evidence evidence(MeansRecord record, String factor) {
    if (record == null || !record.factors().containsKey(factor)) {
      return null;
    }
    MeansRecord.Factor mean = record.factors().get(factor);
    Instant start = record.start();
    return new Evidence(
        start, mean.value(), mean.converted(), mean.revision(), record.framesOf(mean));
  }
}
