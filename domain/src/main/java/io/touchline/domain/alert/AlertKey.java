package io.touchline.domain.alert;

/**
 * What there is one open alert of.
 *
 * @param place MN of the outlet; of a silent region its GB/T 2260 code; of an enterprise's budget
 *     its credit code
 * @param factor pollutant code, "" where it is about the station as a whole
 * @param rule the limit row, or the kind of finding
 */
public record AlertKey(String place, String factor, String rule) {

  public AlertKey {
    if (place.isEmpty() || rule.isEmpty() || factor == null) {
      throw new IllegalArgumentException("an alert is of a place, a factor or \"\", and a rule");
    }
  }
}
