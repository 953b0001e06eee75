package io.touchline.fleet.source;

import io.touchline.domain.Medium;
import io.touchline.fleet.source.Reported.Span;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The gas of a stack.
 *
 * <p>Where a reference oxygen is set, the instruments' series are the converted concentrations, for
 * those are what a plant keeps to; the dry measured ones follow from the oxygen of the moment, and
 * the logger converts them back as HJ 212-2017 App. D eq. 28 says. Velocity follows from flow,
 * temperature, pressure and moisture (eq. 30), so that a station does not contradict itself.
 */
final class FlueGas implements Discharge {

  private static final String VELOCITY = "a01011";
  private static final String TEMPERATURE = "a01012";
  private static final String PRESSURE = "a01006";
  private static final String MOISTURE = "a01014";
  private static final String OXYGEN = "a19001";
  private static final String FLOW = "a00000";

  private final Map<String, Instrument> instruments = new LinkedHashMap<>();
  private final long area;

  /** 21 % less the reference oxygen, in the oxygen's last decimal; 0 where none is set. */
  private final long belowAirAtReference;

  private final PeriodRule rule;

  /**
   * @param area of the duct in m²
   * @param reference oxygen in percent, null where no standard sets one
   */
  FlueGas(List<Instrument> instruments, BigDecimal area, BigDecimal reference) {
    instruments.forEach(each -> this.instruments.put(each.traits().factor(), each));
    this.area = Fixed.of(area.toPlainString(), 2);
    this.belowAirAtReference =
        reference == null ? 0 : belowAir(Fixed.of(reference.toPlainString(), decimals(OXYGEN)));
    this.rule = new PeriodRule(Medium.AIR, this.instruments);
  }

  @Override
  public int minutesPerPart() {
    return 1;
  }

  @Override
  public PeriodRule rule() {
    return rule;
  }

  @Override
  public Map<String, Reported> part(long minute) {
    Map<String, Long> means = shown(each -> each.value(minute));
    Map<String, Reported> part = new LinkedHashMap<>();
    long volume = rule.volume(means, minutesPerPart());
    instruments.forEach(
        (factor, instrument) -> {
          long mean = means.get(factor);
          boolean derived = factor.equals(VELOCITY);
          long less = derived ? 0 : instrument.spread(minute, 0);
          long more = derived ? 0 : instrument.spread(minute, 1);
          Span measured = new Span(mean, Math.min(mean, Math.max(mean - less, 0)), mean + more);
          part.put(
              factor,
              new Reported(
                  measured,
                  converted(instrument, measured, means),
                  rule.amount(factor, mean, volume),
                  instrument.flag(minute)));
        });
    return part;
  }

  @Override
  public Map<String, Reported> moment(long minute, int second) {
    Map<String, Long> readings = shown(each -> each.reading(minute, second));
    Map<String, Reported> moment = new LinkedHashMap<>();
    readings.forEach(
        (factor, reading) -> {
          Instrument instrument = instruments.get(factor);
          Span measured = Span.at(reading);
          Span converted = converted(instrument, measured, readings);
          moment.put(factor, new Reported(measured, converted, 0, instrument.flag(minute)));
        });
    return moment;
  }

  private Map<String, Long> shown(ToLongFunction<Instrument> reader) {
    Map<String, Long> shown = new LinkedHashMap<>();
    instruments.forEach((factor, each) -> shown.put(factor, reader.applyAsLong(each)));
    if (belowAirAtReference > 0) {
      long above = belowAir(shown.get(OXYGEN));
      shown.replaceAll(
          (factor, value) ->
              instruments.get(factor).traits().isPollutant()
                  ? Fixed.divide(value * above, belowAirAtReference)
                  : value);
    }
    shown.computeIfPresent(VELOCITY, (factor, ignored) -> velocity(shown));
    return shown;
  }

  private Span converted(Instrument instrument, Span measured, Map<String, Long> shown) {
    if (belowAirAtReference == 0 || !instrument.traits().isPollutant()) {
      return null;
    }
    long above = belowAirAtReference;
    long below = belowAir(shown.get(OXYGEN));
    return new Span(
        Fixed.divide(measured.mean() * above, below),
        Fixed.divide(measured.least() * above, below),
        Fixed.divide(measured.most() * above, below));
  }

  private long belowAir(long oxygen) {
    return 21 * Fixed.power(decimals(OXYGEN)) - oxygen;
  }

  /**
   * {@code Q × (273 + t)/273 × 101.325/Ba ÷ (1 − X) ÷ F} in cm/s, from tenths of m³/s, °C and %,
   * hundredths of kPa and m².
   */
  private long velocity(Map<String, Long> shown) {
    long wetHot = shown.get(FLOW) * (2730 + shown.get(TEMPERATURE)) * 1_013_250_000L;
    long through = 273 * shown.get(PRESSURE) * (1000 - shown.get(MOISTURE)) * area;
    return Fixed.divide(wetHot, through);
  }

  private int decimals(String factor) {
    return instruments.get(factor).traits().decimals();
  }
}
