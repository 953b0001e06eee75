package io.touchline.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one factor of an hour or a day comes to so far, while the period still runs (暂定值). It judges
 * nothing, enters no sum, and is no revision of what the period will be: the closed mean may even
 * be the logger's own.
 *
 * @param mean of the parts that are valid so far, formed as the whole period's would be from its
 *     parts; its value is null where none is, and its validity says what is lacking yet
 * @param valid parts that count
 * @param came parts that came, valid or not
 * @param due parts that the time gone holds
 * @param canBeValid whether enough parts are left for the period to become valid
 */
public record RunningMean(FactorMean mean, int valid, int came, long due, boolean canBeValid) {

  /**
   * All factors of a running period.
   *
   * @param upTo how far it has run: the end of the latest part that is known
   * @param parts by their start; minutes of an hour, hours of a day
   */
  public static SortedMap<String, RunningMean> of(
      OutletProfile profile,
      FactorBook factors,
      AveragingPeriod period,
      Instant start,
      Instant upTo,
      SortedMap<Instant, SortedMap<String, FactorMean>> parts) {
    RecomputedPeriod rule = new RecomputedPeriod(profile, factors, period);
    Duration part = rule.partLength();
    long due = Duration.between(start, upTo).dividedBy(part);
    long left = Duration.between(upTo, period.endOf(start)).dividedBy(part);
    SortedMap<String, RunningMean> running = new TreeMap<>();
    rule.means(parts)
        .forEach(
            (factor, mean) -> {
              int came = 0;
              int valid = 0;
              for (SortedMap<String, FactorMean> means : parts.values()) {
                FactorMean one = means.get(factor);
                came += one == null ? 0 : 1;
                valid += one != null && one.validity().isValid() ? 1 : 0;
              }
              running.put(
                  factor,
                  new RunningMean(
                      mean, valid, came, due, canBeValid(period, part, mean, valid + left)));
            });
    return running;
  }

  private static boolean canBeValid(
      AveragingPeriod period, Duration part, FactorMean mean, long atMost) {
    MeanLevel level = MeanLevel.of(period);
    long covered = MeanRules.covered(level, Math.toIntExact(atMost), part);
    return covered >= RecomputedPeriod.needed(period)
        && mean.validity().reason() != Validity.Reason.ABNORMAL_PART;
  }
}
