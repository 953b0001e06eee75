package io.touchline.streams;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Judgement;
import io.touchline.domain.RuleNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts the days in China on which a factor exceeds, of so many that end with an episode. It reads
 * the episodes rather than the means: hour by hour an episode has no silence of more than a day, so
 * each of its days exceeds. Of day means each day is asked.
 */
final class ExceedingDays {

  private static final Duration DAY = AveragingPeriod.DAY.length();

  private final JudgedPeriods judged;
  private final RecordStore<ExceedanceRecord> episodes;

  ExceedingDays(JudgedPeriods judged, RecordStore<ExceedanceRecord> episodes) {
    this.judged = judged;
    this.episodes = episodes;
  }

  /** How long after a day it still counts. */
  Duration lookBack(Instant at) {
    return DAY.multipliedBy(RuleNumber.at(RuleNumber.Name.EXCEEDING_DAYS_WITHIN, at));
  }

  int until(String mn, AveragingPeriod period, String factor, ExceedanceRecord last) {
    Instant end = AveragingPeriod.DAY.endOf(AveragingPeriod.DAY.startOf(lastOf(last)));
    Instant begin = end.minus(lookBack(lastOf(last)));
    Set<Instant> days = new TreeSet<>();
    episodes.downwards(
        OutletKey.episodesFrom(mn, period, factor, Instant.EPOCH),
        OutletKey.episodesFrom(mn, period, factor, end),
        (key, record) -> {
          if (record.state() == ExceedanceRecord.State.WITHDRAWN) {
            return true;
          }
          for (Instant day = AveragingPeriod.DAY.startOf(later(begin, record.from()));
              !day.isAfter(lastOf(record)) && day.isBefore(end);
              day = day.plus(DAY)) {
            if (period == AveragingPeriod.HOUR || exceeds(mn, factor, day)) {
              days.add(day);
            }
          }
          return !lastOf(record).isBefore(begin);
        });
    return days.size();
  }

  private boolean exceeds(String mn, String factor, Instant day) {
    Judgement judgement = judged.at(mn, AveragingPeriod.DAY, factor, day);
    return judgement != null && judgement.verdict() == Judgement.Verdict.EXCEEDS;
  }

  private static Instant lastOf(ExceedanceRecord record) {
    return record.to().minusSeconds(1);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
