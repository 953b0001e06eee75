package io.touchline.domain;

import java.util.Locale;
import java.util.Map;

/**
 * A unit of measurement: what it measures and its power of ten against the base of that dimension.
 *
 * <p>A limit in mg/L meets a reading in µg/L often (HJ 212-2017 Appendix B gives mercury, cadmium,
 * hexavalent chromium, arsenic and lead in µg/L), so no value is compared before {@link #convert}.
 *
 * @param text as it is written for people and in records
 * @param dimension what it measures; units of different dimensions never convert
 * @param power of ten against the base unit of the dimension
 */
public record Unit(String text, String dimension, int power) {

  private static final String GAS = "mass per gas volume";
  private static final String WATER = "mass per water volume";

  public static final Unit NONE = new Unit("", "number", 0);
  public static final Unit MG_PER_M3 = new Unit("mg/m3", GAS, 0);
  public static final Unit MG_PER_L = new Unit("mg/L", WATER, 0);
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
          Map.entry("%", PERCENT));

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

  public boolean convertsTo(Unit other) {
    return dimension.equals(other.dimension);
  }

  /**
   * The same quantity in another unit, exactly.
   *
   * @throws IllegalArgumentException where the dimensions differ
   */
  public Decimal convert(Decimal value, Unit other) {
    if (!convertsTo(other)) {
      throw new IllegalArgumentException("no way from " + text + " to " + other.text);
    }
    return value.shifted(power - other.power);
  }

  @Override
  public String toString() {
    return text;
  }
}
