package io.touchline.domain.distrust;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A valid hour beside its hour limit.
 *
 * @param value measured or converted, as the limit asks, in the limit's unit
 */
record AgainstLimit(Decimal value, EmissionLimit limit) {

  /** Empty where the hour is not there or not valid, or no hour limit above 0 is set for it. */
  static Optional<AgainstLimit> of(HourSeries series, String factor, Instant start) {
    FactorMean mean = series.hours().get(start).get(factor);
    EmissionLimit limit =
        series.profile().limitFor(factor, AveragingPeriod.HOUR, start).orElse(null);
    if (mean == null || limit == null) {
      return Optional.empty();
    }
    Decimal value =
        limit.basis() == EmissionLimit.Basis.CONVERTED ? mean.converted() : mean.value();
    if (!mean.validity().isValid()
        || value == null
        || limit.isRange()
        || limit.value().number().signum() <= 0
        || !mean.unit().convertsTo(limit.unit())) {
      return Optional.empty();
    }
    return Optional.of(new AgainstLimit(mean.unit().convert(value, limit.unit()), limit));
  }

  /** Of the limit, for people and to put in order. */
  Decimal percent() {
    return HourSeries.percent(value.number(), limit.value().number());
  }

  /** Whether it lies at the limit or above. */
  boolean isAtLimit() {
    return value.compareTo(limit.value()) >= 0;
  }

  /** Whether it lies at so many percent of the limit or above. */
  boolean isAtLeast(Decimal percent) {
    return compare(percent) >= 0;
  }

  /** Whether it lies above so many percent of the limit. */
  boolean isAbove(Decimal percent) {
    return compare(percent) > 0;
  }

  // exactly and without division
  private int compare(Decimal percent) {
    BigDecimal bound = limit.value().number().multiply(percent.number());
    return value.number().scaleByPowerOfTen(2).compareTo(bound);
  }
}
