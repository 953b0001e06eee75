package io.touchline.portal.page;

/**
 * A value's share of its limit as a small bar: the limit stands at two thirds of the width, and
 * what reaches beyond half as much again is cut off.
 */
public final class ShareBar {

  public static final int WIDTH = 72;
  public static final int LIMIT_AT = 48;

  private ShareBar() {}

  /** Width of the bar in pixels. */
  public static int width(int share) {
    return (int) Math.max(0, Math.min(WIDTH, (long) share * LIMIT_AT / 100));
  }
}
