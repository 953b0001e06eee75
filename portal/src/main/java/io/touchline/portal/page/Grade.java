package io.touchline.portal.page;

import io.touchline.domain.Decimal;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * How loud an open exceedance is shown: the country's four alert colours, each with its word and
 * shape. The bands are a way of sorting a list, not law: nothing follows from them.
 */
public enum Grade {
  BLUE("circle", BigDecimal.ZERO),
  YELLOW("triangle", new BigDecimal("0.1")),
  ORANGE("diamond", new BigDecimal("0.5")),
  RED("octagon", BigDecimal.ONE);

  private final String shape;

  /** Exceedance multiple from which the grade holds. */
  private final BigDecimal from;

  Grade(String shape, BigDecimal from) {
    this.shape = shape;
    this.from = from;
  }

  /** The grade of a worst value; a range such as pH has no multiple and is shown as yellow. */
  public static Grade of(Decimal multiple) {
    if (multiple == null) {
      return YELLOW;
    }
    Grade grade = BLUE;
    for (Grade candidate : values()) {
      if (multiple.number().compareTo(candidate.from) >= 0) {
        grade = candidate;
      }
    }
    return grade;
  }

  public String shape() {
    return shape;
  }

  /** Name of its class in the style sheet. */
  public String css() {
    return "grade-" + name().toLowerCase(Locale.ROOT);
  }
}
