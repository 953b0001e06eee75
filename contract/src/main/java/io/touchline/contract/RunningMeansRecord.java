package io.touchline.contract;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.RunningMean;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Value of topic {@link Topics#meansRunning()}: what an outlet's running hour or day comes to so
 * far. Of each outlet and kind the latest stands. It is over as soon as {@code means} has the same
 * period, and no part of what the period will be.
 *
 * @param start of the period
 * @param upTo how far it has run: the end of the latest part in it
 */
public record RunningMeansRecord(
    int schemaVersion,
    String mn,
    AveragingPeriod period,
    Instant start,
    Instant upTo,
    SortedMap<String, Factor> factors) {

  public static final int SCHEMA_VERSION = 1;

  /**
   * One factor so far; see {@link RunningMean}.
   *
   * @param value absent where no part is valid yet
   * @param converted absent where nothing can be converted, or no reference oxygen is set
   * @param valid parts that count: minutes of an hour, hours of a day
   * @param came parts that came, valid or not
   * @param due parts that the time gone holds
   * @param canBeValid whether enough are left for the period to become valid
   */
  public record Factor(
      Decimal value,
      Decimal converted,
      String unit,
      int valid,
      int came,
      long due,
      boolean canBeValid) {

    static Factor of(RunningMean running) {
      return new Factor(
          running.mean().value(),
          running.mean().converted(),
          running.mean().unit().text(),
          running.valid(),
          running.came(),
          running.due(),
          running.canBeValid());
    }
  }

  public static RunningMeansRecord of(
      String mn,
      AveragingPeriod period,
      Instant start,
      Instant upTo,
      SortedMap<String, RunningMean> means) {
    SortedMap<String, Factor> factors = new TreeMap<>();
    means.forEach((factor, running) -> factors.put(factor, Factor.of(running)));
    return new RunningMeansRecord(SCHEMA_VERSION, mn, period, start, upTo, factors);
  }

  /** Key of the topic: {@code MN|HOUR}; the next hour takes the place of this. */
  public String key() {
    return mn + '|' + period;
  }
}
