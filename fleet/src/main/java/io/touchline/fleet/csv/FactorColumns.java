package io.touchline.fleet.csv;

import io.touchline.fleet.FleetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which column of a file is which factor.
 *
 * @param columnByFactor columns counted from 1, in the order in which the factors are sent
 */
public record FactorColumns(Map<String, Integer> columnByFactor) {

  private static final Pattern ENTRY =
      Pattern.compile("\\s*([A-Za-z0-9]{1,12})\\s*=\\s*([0-9]{1,4})\\s*");

  /**
   * Reads {@code a21005=10,a21002=11}.
   *
   * @throws FleetException where it is not written so
   */
  public static FactorColumns parse(String text) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (String entry : text.split(",", -1)) {
      Matcher matcher = ENTRY.matcher(entry);
      if (!matcher.matches() || Integer.parseInt(matcher.group(2)) == 0) {
        throw FleetException.usage("map.wrong", entry.strip());
      }
      if (columns.put(matcher.group(1), Integer.valueOf(matcher.group(2))) != null) {
        throw FleetException.usage("map.twice", matcher.group(1));
      }
    }
    return new FactorColumns(columns);
  }
}
