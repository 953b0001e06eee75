package io.touchline.domain.sample;

import io.touchline.domain.ArithmeticMean;
import io.touchline.domain.Averages;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorBook;
import io.touchline.domain.FactorMean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * What the monitor said of the time of a sample: the mean of its minutes where enough of them are
 * valid, else of the hours that the time lies in where all of them are. Of pH it is the median.
 *
 * @param value on the basis and in the unit of the sample, null where there is none
 * @param parts how many minutes or hours it is of
 * @param reason why there is none, "" where there is one
 */
public record AutomaticReading(Decimal value, Level level, int parts, String reason) {

  /** What it is the mean of. */
  public enum Level {
    MINUTES,
    HOURS
  }

  /**
   * The reading beside a sample.
   *
   * @param interval how far apart minutes are
   * @param minutes of the factor, by their starts; at least those of the sample's time
   * @param hours the same
   */
  public static AutomaticReading beside(
      Sample sample,
      Duration interval,
      SortedMap<Instant, FactorMean> minutes,
      SortedMap<Instant, FactorMean> hours) {
    List<Decimal> fine = values(sample, interval, minutes);
    long due =
        sample.isGrab()
            ? 1
            : Math.max(
                1, Duration.between(sample.from(), sample.to()).toMillis() / interval.toMillis());
    if (!fine.isEmpty()
        && Averages.isAtLeast(fine.size(), due, SampleFigure.COVERED_PERCENT.number())) {
      return mean(sample, fine, Level.MINUTES);
    }
    Duration hour = AveragingPeriod.HOUR.length();
    List<Decimal> coarse = values(sample, hour, hours);
    Instant first = AveragingPeriod.HOUR.startOf(sample.from());
    Instant last = sample.isGrab() ? sample.from() : sample.to().minusMillis(1);
    long all = Duration.between(first, AveragingPeriod.HOUR.startOf(last)).toHours() + 1;
    return !coarse.isEmpty() && coarse.size() == all
        ? mean(sample, coarse, Level.HOURS)
        : new AutomaticReading(
            null,
            null,
            0,
            "valid are "
                + fine.size()
                + " of "
                + due
                + " minutes and "
                + coarse.size()
                + " of "
                + all
                + " hours of its time");
  }

  private static AutomaticReading mean(Sample sample, List<Decimal> values, Level level) {
    Decimal mean =
        FactorBook.isPh(sample.factor()) ? Averages.median(values) : ArithmeticMean.of(values);
    return new AutomaticReading(mean, level, values.size(), "");
  }

  /** Of the parts that the sample touches those that are valid and can be compared. */
  private static List<Decimal> values(
      Sample sample, Duration length, SortedMap<Instant, FactorMean> parts) {
    List<Decimal> values = new ArrayList<>();
    parts.forEach(
        (start, part) -> {
          boolean converted = sample.basis() == EmissionLimit.Basis.CONVERTED;
          Decimal value = converted ? part.converted() : part.value();
          if (sample.touches(start, start.plus(length))
              && part.validity().isValid()
              && value != null
              && part.unit().convertsTo(sample.unit())) {
            values.add(part.unit().convert(value, sample.unit()));
          }
        });
    return values;
  }
}
