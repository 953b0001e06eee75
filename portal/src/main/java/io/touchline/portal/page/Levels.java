package io.touchline.portal.page;

import io.touchline.contract.BarometerRecord;
import io.touchline.domain.barometer.Level;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Levels of the barometer for people: a word and a gauge, the colour is the third sign. */
public final class Levels {

  /** Rungs of the gauge. */
  public static final int RUNGS = 4;

  private static final int FIRST_RUNG = 13;
  private static final int RUNG = 4;

  private Levels() {}

  /** How many rungs of the gauge are filled: one where all is well, all at the worst level. */
  public static int filled(Level level) {
    return switch (level) {
      case NO_DATA -> 0;
      case GREEN -> 1;
      case YELLOW -> 2;
      case ORANGE -> 3;
      case RED -> RUNGS;
    };
  }

  /** Top of a rung in a box of 16, the lowest first. */
  public static int top(int rung) {
    return FIRST_RUNG - RUNG * rung;
  }

  /** Name of its class in the style sheet. */
  public static String css(Level level) {
    return "level-" + level.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A share as percent without decimals; a dash where there is none. */
  public static String percent(BigDecimal share) {
    return share == null
        ? Figures.NONE
        : share.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).toPlainString() + " %";
  }

  /** Why a level says nothing; "" where it says something. */
  public static String reason(BarometerRecord barometer, Words words) {
    if (barometer.level() != Level.NO_DATA) {
      return "";
    }
    return barometer.reason().endsWith("days are known")
        ? words.text("region.noData.days", barometer.knownDays())
        : words.text("region.noData.base");
  }
}
