package io.touchline.portal.page;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Numbers, units and times as pages show them. All digits stand on the page of evidence. */
public final class Figures {

  public static final String NONE = "–";

  /** As wide as a digit, as wide as a point. */
  private static final String DIGIT_BLANK = "\u2007";

  private static final String POINT_BLANK = "\u2008";

  private static final DateTimeFormatter SHORT = format("MM-dd HH:mm");
  private static final DateTimeFormatter DAY = format("MM-dd");
  private static final DateTimeFormatter MONTH = format("MM");
  private static final DateTimeFormatter YEAR = format("yyyy-");
  private static final DateTimeFormatter CLOCK = format("HH:mm:ss");
  private static final DateTimeFormatter CALENDAR = format("yyyy-MM-dd'T'HH:mm");
  private static final DateTimeFormatter FULL = format("yyyy-MM-dd HH:mm");

  /** Significant digits of a figure in an overview. */
  private static final int DIGITS = 3;

  private static final int MOST_DECIMALS = 4;

  private Figures() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ChinaTime.OFFSET);
  }

  /** About three significant digits: 12.3, 0.0153, 1284. */
  public static String shown(BigDecimal value) {
    if (value == null) {
      return NONE;
    }
    int whole = value.precision() - value.scale();
    int decimals = value.signum() == 0 ? 0 : Math.min(MOST_DECIMALS, Math.max(0, DIGITS - whole));
    BigDecimal rounded =
        value.scale() > decimals ? value.setScale(decimals, RoundingMode.HALF_EVEN) : value;
    return rounded.toPlainString();
  }

  /** The same beside a limit: rounding never makes what is over look as if it were not. */
  public static String shown(BigDecimal value, BigDecimal limit) {
    String shown = shown(value);
    if (value == null || limit == null) {
      return shown;
    }
    boolean sameSide = value.compareTo(limit) == new BigDecimal(shown).compareTo(limit);
    return sameSide ? shown : value.toPlainString();
  }

  /** All digits, no exponent. */
  public static String exact(BigDecimal value) {
    return value == null ? NONE : value.toPlainString();
  }

  /**
   * All digits, with blanks as wide as the decimals it has fewer than its column, so that points
   * stand below each other and no digit is made up.
   *
   * @param decimals most decimals in the column
   */
  public static String aligned(BigDecimal value, int decimals) {
    if (value == null) {
      return NONE;
    }
    int own = Math.max(0, value.scale());
    String point = own == 0 && decimals > 0 ? POINT_BLANK : "";
    return value.toPlainString() + point + DIGIT_BLANK.repeat(Math.max(0, decimals - own));
  }

  /** Most decimals among figures, for {@link #aligned}. */
  public static int decimals(Stream<BigDecimal> figures) {
    return figures.filter(Objects::nonNull).mapToInt(BigDecimal::scale).max().orElse(0);
  }

  /** {@code 35} or, for a range, {@code 6–9}. */
  public static String limit(BigDecimal lower, BigDecimal value) {
    return lower == null ? exact(value) : exact(lower) + "–" + exact(value);
  }

  /**
   * Percent of a limit without decimals, rounded away from 100 so that 100.2 % is not called 100 %;
   * null where there is no share.
   */
  public static Integer share(BigDecimal judged, BigDecimal lower, BigDecimal limit) {
    if (judged == null || limit == null || lower != null || limit.signum() <= 0) {
      return null;
    }
    boolean over = judged.compareTo(limit) > 0;
    return judged
        .movePointRight(2)
        .divide(limit, MathContext.DECIMAL64)
        .setScale(0, over ? RoundingMode.CEILING : RoundingMode.FLOOR)
        .intValue();
  }

  /** Two decimals, as notices write an exceedance multiple. */
  public static String multiple(BigDecimal multiple) {
    return multiple == null ? NONE : multiple.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** A unit as people print it. */
  public static String unit(String unit) {
    return unit == null ? "" : unit.replace("m3", "m³").replace("ug/", "µg/").replace("degC", "°C");
  }

  /** {@code 2026-}, before a time where the year may be another; pages hide it where it is not. */
  public static String year(Instant instant) {
    return YEAR.format(instant);
  }

  /** {@code 11-20 08:00}. */
  public static String time(Instant instant) {
    return SHORT.format(instant);
  }

  /** {@code 2026-11-20 08:00}. */
  public static String full(Instant instant) {
    return FULL.format(instant);
  }

  /** {@code 08:00:12}. */
  public static String clock(Instant instant) {
    return CLOCK.format(instant);
  }

  /** As a browser's calendar takes it. */
  public static String calendar(Instant instant) {
    return CALENDAR.format(instant);
  }

  /** ISO 8601 with the offset, for machines and tooltips. */
  public static String iso(Instant instant) {
    return ChinaTime.format(instant);
  }

  /** An hour by its start, a day by its date. */
  public static String start(AveragingPeriod period, Instant start) {
    return switch (period) {
      case HOUR -> time(start);
      case DAY -> DAY.format(start);
      case MONTH -> MONTH.format(start);
    };
  }

  /** A rate in percent at two places, a dash where there is none. */
  public static String percent(Optional<Decimal> rate) {
    return rate.map(
            percent -> percent.number().setScale(2, RoundingMode.HALF_EVEN).toPlainString() + " %")
        .orElse("–");
  }
}
