package io.touchline.domain.selfcheck;

import io.touchline.domain.ArithmeticMean;
import io.touchline.domain.Decimal;
import io.touchline.domain.FactorBook;
import io.touchline.domain.FactorMean;
import io.touchline.domain.InletChannel;
import io.touchline.domain.MeanLevel;
import io.touchline.domain.MeanRules;
import io.touchline.domain.Unit;
import io.touchline.domain.flue.FlueChecks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * An hour converted to reference oxygen both ways, since HJ 212-2017 App. D eq. 28 does not say
 * which: minute by minute, and by the hour's own means. Oxygen that swings within an hour makes
 * them two numbers, and which of them is judged may decide the hour.
 *
 * @param factor a concentration of flue gas
 * @param minutes valid minutes that convert
 * @param minuteLevel mean of what they come to, each converted by its own oxygen
 * @param measured mean measured concentration of the hour
 * @param oxygen mean oxygen of the hour in percent
 * @param hourLevel {@code measured} converted by {@code oxygen}
 * @param percent |minute level − hour level| of the hour level; null where that is zero
 * @param allowed the row that says how far they may lie apart
 */
public record ConversionLevels(
    String factor,
    int minutes,
    Decimal minuteLevel,
    Decimal measured,
    Decimal oxygen,
    Decimal hourLevel,
    Decimal percent,
    FlueChecks.Check allowed) {

  /** Whether a factor of flue gas has both, where the outlet has a reference oxygen. */
  public static boolean isAsked(String factor, FactorMean mean) {
    return mean.unit().convertsTo(Unit.MG_PER_M3) && !InletChannel.isInlet(factor);
  }

  /**
   * Both of every factor that has enough valid minutes for either.
   *
   * @param minutes of the hour, each converted by its own oxygen
   * @param hour the means of these minutes
   * @param interval how far apart they are
   */
  public static List<ConversionLevels> of(
      Instant start,
      SortedMap<Instant, SortedMap<String, FactorMean>> minutes,
      SortedMap<String, FactorMean> hour,
      Duration interval) {
    List<ConversionLevels> all = new ArrayList<>();
    Decimal oxygen = oxygen(hour);
    hour.forEach(
        (factor, mean) -> {
          if (isAsked(factor, mean) && mean.validity().isValid() && mean.rederived() != null) {
            List<Decimal> converted = converted(factor, minutes);
            if (isEnough(converted.size(), interval, start)) {
              all.add(of(start, factor, converted, mean, oxygen));
            }
          }
        });
    return all;
  }

  private static ConversionLevels of(
      Instant start, String factor, List<Decimal> converted, FactorMean mean, Decimal oxygen) {
    Decimal minuteLevel = ArithmeticMean.of(converted);
    Decimal hourLevel = mean.rederived();
    BigDecimal apart = minuteLevel.number().subtract(hourLevel.number()).abs();
    Decimal percent =
        hourLevel.isZero()
            ? null
            : Decimal.computed(
                apart
                    .scaleByPowerOfTen(2)
                    .divide(hourLevel.number().abs(), MathContext.DECIMAL128));
    return new ConversionLevels(
        factor,
        converted.size(),
        minuteLevel,
        mean.value(),
        oxygen,
        hourLevel,
        percent,
        FlueChecks.at(FlueChecks.Name.CONVERSION_DIFFERENCE, start));
  }

  private static List<Decimal> converted(
      String factor, SortedMap<Instant, SortedMap<String, FactorMean>> minutes) {
    return minutes.values().stream()
        .map(means -> means.get(factor))
        .filter(minute -> minute != null && minute.validity().isValid())
        .map(FactorMean::rederived)
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean isEnough(int minutes, Duration interval, Instant start) {
    long covered = MeanRules.covered(MeanLevel.HOUR, minutes, interval);
    return covered >= MeanRules.standard().at(MeanLevel.HOUR, start).needed(start);
  }

  private static Decimal oxygen(SortedMap<String, FactorMean> hour) {
    return hour.entrySet().stream()
        .filter(entry -> FactorBook.isOxygen(entry.getKey()))
        .map(Map.Entry::getValue)
        .filter(mean -> mean.validity().isValid())
        .map(FactorMean::value)
        .findFirst()
        .orElse(null);
  }

  /** Whether they lie further apart than allowed; compared without division. */
  public boolean differ() {
    BigDecimal apart = minuteLevel.number().subtract(hourLevel.number()).abs();
    return apart
            .scaleByPowerOfTen(2)
            .compareTo(hourLevel.number().abs().multiply(allowed.value().number()))
        > 0;
  }
}
