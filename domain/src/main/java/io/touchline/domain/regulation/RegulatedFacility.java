package io.touchline.domain.regulation;

import io.touchline.domain.RuleFile;
import java.util.List;
import java.util.Optional;

/**
 * A kind of facility that the standards set limits for ({@code
 * regulation/regulated-facilities.csv}).
 *
 * @param code names it in {@code emission-limits.csv} and in a registry
 * @param sector the standards' own division; GENERAL_… where no sector standard holds
 */
public record RegulatedFacility(String code, String sector, String chinese, String english) {

  private static final List<RegulatedFacility> ALL =
      RuleFile.read("regulated-facilities").stream()
          .map(
              cells ->
                  new RegulatedFacility(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
          .toList();

  public static List<RegulatedFacility> all() {
    return ALL;
  }

  /** By its code or its Chinese name. */
  public static Optional<RegulatedFacility> named(String text) {
    return ALL.stream()
        .filter(each -> each.code().equals(text) || each.chinese().equals(text))
        .findFirst();
  }
}
