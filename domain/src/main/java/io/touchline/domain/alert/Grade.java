package io.touchline.domain.alert;

/**
 * How loud an alert is, in the country's four colours of warning (四级预警颜色; recall of the Emergency
 * Response Law). A way of sorting work: nothing follows from it in law.
 */
public enum Grade {
  /** 提示. */
  NOTICE(Colour.BLUE),
  /** 预警, before it is too late. */
  EARLY_WARNING(Colour.YELLOW),
  /** 超标报警. */
  EXCEEDANCE(Colour.ORANGE),
  /** 严重超标. */
  SERIOUS(Colour.RED);

  /** What it is shown in. */
  public enum Colour {
    BLUE,
    YELLOW,
    ORANGE,
    RED
  }

  private final Colour colour;

  Grade(Colour colour) {
    this.colour = colour;
  }

  public Colour colour() {
    return colour;
  }

  /** The next lower one; a notice stays one. */
  public Grade lowered() {
    return switch (this) {
      case NOTICE, EARLY_WARNING -> NOTICE;
      case EXCEEDANCE -> EARLY_WARNING;
      case SERIOUS -> EXCEEDANCE;
    };
  }

  public boolean isAtLeast(Grade other) {
    return compareTo(other) >= 0;
  }
}
