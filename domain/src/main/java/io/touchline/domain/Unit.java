package io.touchline.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;

/**
 * A unit of measurement: what it measures, and its size against the base of that dimension, {@code
 * 10^power / divisor}.
 *
 * <p>A limit in mg/L meets a reading in µg/L often (HJ 212-2017 Appendix B gives mercury, cadmium,
 * hexavalent chromium, arsenic and lead in µg/L), so no value is compared before {@link #convert}.
 * The unit belongs to the channel and not to the code: flow comes in m³/h where the table says
 * m³/s.
 *
 * @param text as it is written for people and in records
 * @param dimension what it measures; units of different dimensions never convert
 * @param power of ten against the base unit of the dimension
 * @param divisor 1, or the seconds in the minute, hour or day that a flow is counted by
 */
public record Unit(String text, String dimension, int power, int divisor) {

  private static final String GAS = "mass per gas volume";
  private static final String WATER = "mass per water volume";
  private static final String FLOW = "volume per time";
  private static final String PRESSURE = "pressure";
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;
  private static final int DAY = 86_400;

  /** So many digits that rounding to them first makes no difference. */
  private static final MathContext WIDE = new MathContext(60);

  public static final Unit NONE = new Unit("", "number", 0);
  public static final Unit MG_PER_M3 = new Unit("mg/m3", GAS, 0);
  public static final Unit MG_PER_L = new Unit("mg/L", WATER, 0);
  public static final Unit CELSIUS = new Unit("degC", "temperature", 0);
  public static final Unit PERCENT = new Unit("%", "percent", 0);

  private static final Map<String, Unit> KNOWN =
      Map.ofEntries(
          Map.entry("", NONE),
          Map.entry("-", NONE),
          Map.entry("mg/m3", MG_PER_M3),
          Map.entry("mg/nm3", MG_PER_M3),
          Map.entry("ug/m3", new Unit("ug/m3", GAS, -3)),
          Map.entry("ng/m3", new Unit("ng/m3", GAS, -6)),
          Map.entry("g/m3", new Unit("g/m3", GAS, 3)),
          Map.entry("mg/l", MG_PER_L),
          Map.entry("ug/l", new Unit("ug/L", WATER, -3)),
          Map.entry("ng/l", new Unit("ng/L", WATER, -6)),
          Map.entry("g/l", new Unit("g/L", WATER, 3)),
          Map.entry("%", PERCENT),
          Map.entry("m3/s", flow("m3/s", 0, 1)),
          Map.entry("nm3/s", flow("m3/s", 0, 1)),
          Map.entry("m3/min", flow("m3/min", 0, MINUTE)),
          Map.entry("m3/h", flow("m3/h", 0, HOUR)),
          Map.entry("nm3/h", flow("m3/h", 0, HOUR)),
          Map.entry("m3/d", flow("m3/d", 0, DAY)),
          Map.entry("l/s", flow("L/s", -3, 1)),
          Map.entry("l/min", flow("L/min", -3, MINUTE)),
          Map.entry("l/h", flow("L/h", -3, HOUR)),
          Map.entry("degc", CELSIUS),
          Map.entry("℃", CELSIUS),
          Map.entry("°c", CELSIUS),
          Map.entry("pa", new Unit("Pa", PRESSURE, -3)),
          Map.entry("hpa", new Unit("hPa", PRESSURE, -1)),
          Map.entry("kpa", new Unit("kPa", PRESSURE, 0)),
          Map.entry("mpa", new Unit("MPa", PRESSURE, 3)));

  /** A unit that differs from the base of its dimension by a power of ten alone. */
  public Unit(String text, String dimension, int power) {
    this(text, dimension, power, 1);
  }

  private static Unit flow(String text, int power, int divisor) {
    return new Unit(text, FLOW, power, divisor);
  }

  /**
   * Reads a unit as people and tables write it: {@code µg/m³}, {@code ug/m3} and {@code UG/M3} are
   * one. An unknown unit is a dimension of its own and converts to nothing but itself.
   */
  public static Unit of(String text) {
    String plain =
        text.strip().replace('µ', 'u').replace('μ', 'u').replace("³", "3").replace('：', ':');
    Unit known = KNOWN.get(plain.toLowerCase(Locale.ROOT));
    return known != null ? known : new Unit(plain, plain, 0);
  }

  /** Whether it is mass per volume, of gas or of water: what a mass emitted is reckoned from. */
  public boolean isConcentration() {
    return dimension.equals(GAS) || dimension.equals(WATER);
  }

  public boolean convertsTo(Unit other) {
    return dimension.equals(other.dimension);
  }

  /**
   * The same quantity in another unit: exactly where they differ by a power of ten, else as a
   * computed number, since an hour is no decimal number of seconds.
   *
   * @throws IllegalArgumentException where the dimensions differ
   */
  public Decimal convert(Decimal value, Unit other) {
    if (!convertsTo(other)) {
      throw new IllegalArgumentException("no way from " + text + " to " + other.text);
    }
    int shift = power - other.power;
    if (divisor == other.divisor) {
      return value.shifted(shift);
    }
    return Decimal.computed(
        value
            .number()
            .scaleByPowerOfTen(shift)
            .multiply(BigDecimal.valueOf(other.divisor))
            .divide(BigDecimal.valueOf(divisor), WIDE));
  }

  @Override
  public String toString() {
    return text;
  }
}
