package io.touchline.domain.flue;

import io.touchline.domain.Decimal;
import io.touchline.domain.MeanLevel;
import io.touchline.domain.Unit;
import io.touchline.domain.Validity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An hour converted both ways, since HJ 212-2017 App. D eq. 28 does not say which: the mean of its
 * converted minutes, and its mean concentration converted by its mean oxygen.
 *
 * @param minuteLevel mean of the minutes that convert
 * @param concentration mean measured concentration
 * @param oxygen mean oxygen
 * @param hourLevel the means converted; empty where a mean is missing
 * @param differencePercent |minute level − hour level| of the hour level; null where either is
 *     missing or the hour level is zero
 * @param differs whether the two lie further apart than the threshold
 */
public record HourConversion(
    PeriodMean minuteLevel,
    PeriodMean concentration,
    PeriodMean oxygen,
    Optional<ConvertedConcentration> hourLevel,
    Decimal differencePercent,
    boolean differs,
    FlueChecks.Check threshold) {

  /**
   * One minute.
   *
   * @param measured null where there is none
   * @param oxygen dry oxygen in percent, null where not known
   * @param concentrationValidity whether the concentration counts
   * @param oxygenValidity whether the oxygen counts
   */
  public record Minute(
      MeasuredConcentration measured,
      Decimal oxygen,
      Validity concentrationValidity,
      Validity oxygenValidity) {

    public static Minute valid(MeasuredConcentration measured, Decimal oxygen) {
      return new Minute(measured, oxygen, Validity.VALID, Validity.VALID);
    }

    private PeriodMean.Part concentrationPart() {
      return new PeriodMean.Part(
          measured == null ? null : measured.mgPerM3(), concentrationValidity);
    }

    private PeriodMean.Part oxygenPart() {
      return new PeriodMean.Part(oxygen, oxygenValidity);
    }

    private PeriodMean.Part converted(Reference reference) {
      if (measured == null) {
        return new PeriodMean.Part(null, concentrationValidity);
      }
      boolean needsOxygen = !(reference instanceof Reference.None);
      Validity both =
          needsOxygen && concentrationValidity.isValid() ? oxygenValidity : concentrationValidity;
      return new PeriodMean.Part(
          ConvertedConcentration.of(measured, oxygen, reference).mgPerM3().orElse(null), both);
    }
  }

  /**
   * @param minutes by their start, in any order
   * @param interval how far apart they are
   */
  public static HourConversion of(
      Instant hour, Map<Instant, Minute> minutes, Duration interval, Reference reference) {
    Map<Instant, PeriodMean.Part> converted = new TreeMap<>();
    Map<Instant, PeriodMean.Part> measured = new TreeMap<>();
    Map<Instant, PeriodMean.Part> oxygen = new TreeMap<>();
    minutes.forEach(
        (start, minute) -> {
          converted.put(start, minute.converted(reference));
          measured.put(start, minute.concentrationPart());
          oxygen.put(start, minute.oxygenPart());
        });
    PeriodMean minuteLevel = mean(hour, converted, Unit.MG_PER_M3, interval);
    PeriodMean concentration = mean(hour, measured, Unit.MG_PER_M3, interval);
    PeriodMean meanOxygen = mean(hour, oxygen, Unit.PERCENT, interval);
    Optional<ConvertedConcentration> hourLevel =
        MeasuredConcentration.mean(concentration)
            .map(mean -> ConvertedConcentration.of(mean, meanOxygen.mean(), reference));
    Decimal byHour = hourLevel.flatMap(ConvertedConcentration::mgPerM3).orElse(null);
    FlueChecks.Check threshold = FlueChecks.at(FlueChecks.Name.CONVERSION_DIFFERENCE, hour);
    return new HourConversion(
        minuteLevel,
        concentration,
        meanOxygen,
        hourLevel,
        percentApart(minuteLevel.mean(), byHour),
        differ(minuteLevel.mean(), byHour, threshold.value()),
        threshold);
  }

  private static PeriodMean mean(
      Instant hour, Map<Instant, PeriodMean.Part> parts, Unit unit, Duration interval) {
    return PeriodMean.of(MeanLevel.HOUR, hour, parts, unit, interval);
  }

  /** Whether the hour-level value may be judged: both means are valid, and it converts. */
  public boolean hourLevelIsValid() {
    boolean byNothing =
        hourLevel.map(it -> it.derivation().formula() == Formula.NOT_CONVERTED).orElse(false);
    return concentration.validity().isValid()
        && (byNothing || oxygen.validity().isValid())
        && hourLevel.flatMap(ConvertedConcentration::mgPerM3).isPresent();
  }

  private static Decimal percentApart(Decimal minute, Decimal hour) {
    if (minute == null || hour == null || hour.isZero()) {
      return null;
    }
    BigDecimal apart = minute.number().subtract(hour.number()).abs().scaleByPowerOfTen(2);
    return Decimal.computed(apart.divide(hour.number().abs(), new MathContext(60)));
  }

  /** Compared without division, so that nothing is rounded at the threshold. */
  static boolean differ(Decimal minute, Decimal hour, Decimal percent) {
    if (minute == null || hour == null) {
      return false;
    }
    BigDecimal apart = minute.number().subtract(hour.number()).abs().scaleByPowerOfTen(2);
    return apart.compareTo(hour.number().abs().multiply(percent.number())) > 0;
  }
}
