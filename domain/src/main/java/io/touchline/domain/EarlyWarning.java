package io.touchline.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An hour that will exceed if it goes on as it has so far (预警). It judges nothing: the hour does,
 * when it is over.
 *
 * @param mean of the valid minutes so far, in the limit's unit
 * @param valid minutes so far that count
 * @param left minutes still to come
 * @param restUnder what the mean of the rest must not exceed for the hour to comply, rounded down;
 *     negative where nothing can help
 */
public record EarlyWarning(
    EmissionLimit limit, Decimal mean, long valid, long left, Decimal restUnder) {

  /** A quarter of an hour says something of the hour; what is shorter may be a peak. */
  public static final Duration FIRST = Duration.ofMinutes(15);

  /**
   * Looks at a running hour.
   *
   * @param minutes those that have come, of one factor
   * @param passed how much of the hour has gone, the minutes that came included
   * @param interval how far apart minute uploads are
   * @return empty where no upper limit of the hour mean holds, where too little is known, or where
   *     the hour will comply
   */
  public static Optional<EarlyWarning> of(
      EmissionLimit limit, Collection<FactorMean> minutes, Duration passed, Duration interval) {
    if (limit.averaging() != Averaging.HOUR || limit.isRange()) {
      return Optional.empty();
    }
    List<Decimal> judged =
        minutes.stream()
            .map(minute -> Judgement.of(limit, minute).judged())
            .filter(value -> value != null)
            .toList();
    long left = Duration.ofHours(1).minus(passed).dividedBy(interval);
    if (interval.multipliedBy(judged.size()).compareTo(FIRST) < 0 || left <= 0) {
      return Optional.empty();
    }
    Decimal mean = ArithmeticMean.of(judged);
    return mean.exceeds(limit.value())
        ? Optional.of(
            new EarlyWarning(limit, mean, judged.size(), left, under(limit, judged, left)))
        : Optional.empty();
  }

  private static Decimal under(EmissionLimit limit, List<Decimal> judged, long left) {
    BigDecimal allowed = limit.value().number().multiply(BigDecimal.valueOf(judged.size() + left));
    BigDecimal rest = allowed.subtract(ArithmeticMean.sum(judged).number());
    return Decimal.computed(
        rest.divide(BigDecimal.valueOf(left), MathContext.DECIMAL128)
            .setScale(Decimal.COMPUTED_SCALE, RoundingMode.FLOOR));
  }

  /** Whether the hour exceeds even if nothing more is emitted. */
  public boolean isCertain() {
    return restUnder.isNegative();
  }

  /**
   * Whether minutes that begin at this instant end a stretch of five: then an hour is looked at.
   */
  public static boolean isToBeLookedAt(Instant minute, Duration interval) {
    return minute.plus(interval).getEpochSecond() % Duration.ofMinutes(5).toSeconds() == 0;
  }
}
