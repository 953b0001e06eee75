package io.touchline.domain.code;

import java.util.Set;

/**
 * Six digits of GB/T 2260: two of the province, two of the prefecture, two of the county.
 *
 * @param text six digits
 */
public record RegionCode(String text) {

  /** The level that a code says of itself. */
  public enum Level {
    PROVINCE,
    PREFECTURE,
    COUNTY
  }

  private static final String FORM = "[1-9]\\d{5}";
  private static final String NONE = "00";

  public static boolean hasForm(String text) {
    return text.matches(FORM);
  }

  public Level level() {
    if (!county().equals(NONE)) {
      return Level.COUNTY;
    }
    return prefecture().equals(NONE) ? Level.PROVINCE : Level.PREFECTURE;
  }

  /**
   * Codes of the places that it can lie in, the nearest first; none of a province. A county under
   * the province itself, as Jiyuan or those of a municipality, has no prefecture between.
   */
  public Set<String> parents() {
    String province = text.substring(0, 2) + NONE + NONE;
    return switch (level()) {
      case PROVINCE -> Set.of();
      case PREFECTURE -> Set.of(province);
      case COUNTY ->
          prefecture().equals(NONE)
              ? Set.of(province)
              : Set.of(text.substring(0, 4) + NONE, province);
    };
  }

  private String prefecture() {
    return text.substring(2, 4);
  }

  private String county() {
    return text.substring(4);
  }
}
