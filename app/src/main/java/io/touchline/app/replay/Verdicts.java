package io.touchline.app.replay;

import io.touchline.contract.MeansRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.Judgement;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The last word of a replay on every mean that was judged and every sum with a permitted amount.
 */
final class Verdicts {

  /** Names one mean. */
  record Mean(String mn, AveragingPeriod period, Instant start, String factor) {}

  /**
   * What came of it.
   *
   * @param judged what was compared, null where nothing was
   * @param limit figure with its unit
   */
  record Held(Judgement.Verdict verdict, Decimal judged, String limit, String rule) {}

  /** Names one sum. */
  record Sum(Scope.Kind scope, String id, String factor, TotalPeriod period, Instant start) {}

  /**
   * What was emitted against what is permitted.
   *
   * @param massMg measured and substituted
   */
  record Used(long massMg, long permittedMg, Decimal share) {

    boolean exceeds() {
      return massMg > permittedMg;
    }
  }

  private final SortedMap<String, Mean> means = new TreeMap<>();
  private final SortedMap<String, Held> held = new TreeMap<>();
  private final SortedMap<String, Sum> sums = new TreeMap<>();
  private final SortedMap<String, Used> used = new TreeMap<>();

  /** A later revision takes the place of an earlier one. */
  void means(MeansRecord record) {
    record
        .factors()
        .forEach(
            (name, factor) -> {
              String key = record.key() + '|' + name;
              if (factor.judgement() == null) {
                held.remove(key);
              } else {
                means.put(key, new Mean(record.mn(), record.period(), record.start(), name));
                held.put(key, held(factor.judgement()));
              }
            });
  }

  private static Held held(MeansRecord.Judged judged) {
    return new Held(
        judged.verdict(),
        judged.judged(),
        (ReplayOutput.figure(judged.limit()) + ' ' + judged.limit().unit()).strip(),
        judged.rule());
  }

  /** A later revision takes the place of an earlier one. */
  void total(TotalRecord record) {
    String key = record.key();
    if (record.permittedMg() == null) {
      used.remove(key);
    } else {
      sums.put(
          key,
          new Sum(record.scope(), record.id(), record.factor(), record.period(), record.start()));
      used.put(
          key,
          new Used(
              Math.addExact(record.massMg(), record.substitutedMg()),
              record.permittedMg(),
              record.share()));
    }
  }

  SortedMap<String, Mean> means() {
    return means;
  }

  /** By the keys of {@link #means}; none where no limit applied. */
  SortedMap<String, Held> held() {
    return held;
  }

  SortedMap<String, Sum> sums() {
    return sums;
  }

  /** By the keys of {@link #sums}; none where nothing is permitted. */
  SortedMap<String, Used> used() {
    return used;
  }
}
