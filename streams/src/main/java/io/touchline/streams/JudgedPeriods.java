package io.touchline.streams;

import io.touchline.contract.MeansRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Judgement;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** The published means as judged periods of one factor. */
final class JudgedPeriods {

  private final RecordStore<MeansRecord> means;

  JudgedPeriods(RecordStore<MeansRecord> means) {
    this.means = means;
  }

  /** The judged periods around a change, and the stretch of time that they speak for. */
  record Stretch(Instant from, Instant to, SortedMap<Instant, Judgement> judgements) {}

  MeansRecord record(String mn, AveragingPeriod period, Instant start) {
    return means.get(OutletKey.period(mn, period, start));
  }

  /** Null where no limit applies. */
  Judgement at(String mn, AveragingPeriod period, String factor, Instant start) {
    MeansRecord record = record(mn, period, start);
    return record == null ? null : judgementOf(record, factor);
  }

  /** Whether this is the factor's first result there and no period is formed after it. */
  boolean isNewTail(String mn, AveragingPeriod period, String factor, Instant start) {
    if (record(mn, period, start).factors().get(factor).revision() != 1) {
      return false;
    }
    boolean[] later = {false};
    means.upwards(
        OutletKey.period(mn, period, start.plusSeconds(1)),
        OutletKey.period(mn, period, Instant.MAX),
        (key, record) -> {
          later[0] = true;
          return false;
        });
    return !later[0];
  }

  /** From the compliant period before the first change to the one after the last. */
  Stretch around(String mn, AveragingPeriod period, String factor, Instant first, Instant last) {
    SortedMap<Instant, Judgement> judgements = new TreeMap<>();
    means.downwards(
        OutletKey.period(mn, period, Instant.EPOCH),
        OutletKey.period(mn, period, first.minusSeconds(1)),
        (key, record) -> !isCompliant(collect(record, factor, judgements)));
    means.upwards(
        OutletKey.period(mn, period, first),
        OutletKey.period(mn, period, last),
        (key, record) -> {
          collect(record, factor, judgements);
          return true;
        });
    means.upwards(
        OutletKey.period(mn, period, last.plusSeconds(1)),
        OutletKey.period(mn, period, Instant.MAX),
        (key, record) -> !isCompliant(collect(record, factor, judgements)));
    boolean none = judgements.isEmpty();
    return new Stretch(
        none || first.isBefore(judgements.firstKey()) ? first : judgements.firstKey(),
        none || last.isAfter(judgements.lastKey()) ? last : judgements.lastKey(),
        judgements);
  }

  private static Judgement collect(
      MeansRecord record, String factor, SortedMap<Instant, Judgement> judgements) {
    Judgement judgement = judgementOf(record, factor);
    if (judgement != null) {
      judgements.put(record.start(), judgement);
    }
    return judgement;
  }

  private static boolean isCompliant(Judgement judgement) {
    return judgement != null && judgement.verdict() == Judgement.Verdict.COMPLIANT;
  }

  private static Judgement judgementOf(MeansRecord record, String factor) {
    MeansRecord.Factor mean = record.factors().get(factor);
    return mean == null || mean.judgement() == null ? null : mean.judgement().toDomain();
  }
}
