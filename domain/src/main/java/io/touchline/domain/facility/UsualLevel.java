package io.touchline.domain.facility;

import io.touchline.domain.Averages;
import io.touchline.domain.Decimal;
import io.touchline.domain.FactorMean;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a flow or a power usually is: the median of its valid hours in which there was any.
 *
 * @param level the median
 */
public record UsualLevel(Decimal level) {

  /** Of a stretch of hours; empty where too few of them are known. */
  public static Optional<UsualLevel> of(
      SortedMap<Instant, SortedMap<String, FactorMean>> hours, String channel) {
    List<Decimal> values =
        hours.values().stream()
            .map(means -> valid(means.get(channel)))
            .filter(Objects::nonNull)
            .filter(value -> value.number().signum() > 0)
            .toList();
    return values.size() < FacilityFigure.USUAL_HOURS.count()
        ? Optional.empty()
        : Optional.of(new UsualLevel(Averages.median(values)));
  }

  /** Whether a level is more than that of something that stands still. */
  public boolean isRunning(Decimal value) {
    BigDecimal bound = level.number().multiply(FacilityFigure.RUNNING_PERCENT.number().number());
    return value.number().scaleByPowerOfTen(2).compareTo(bound) > 0;
  }

  /** The value of a mean where it is valid, else null. */
  static Decimal valid(FactorMean mean) {
    return mean != null && mean.validity().isValid() ? mean.value() : null;
  }
}
