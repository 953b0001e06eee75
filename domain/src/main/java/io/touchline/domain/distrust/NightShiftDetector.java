package io.touchline.domain.distrust;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.distrust.HourSeries.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Nights (0 to 5 h) below half of the days (9 to 17 h) though as much gas or water flows: sampling
 * that is interfered with when nobody looks (rule sheet 7.16). Without a flow that stays at four
 * fifths by night nobody can tell, nor from fewer than seven nights.
 */
final class NightShiftDetector implements Detector {

  private static final int NIGHTS = 7;
  private static final int NIGHT_HOURS = 5;
  private static final Decimal SAME_FLOW = Decimal.of("80");

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    String flow = series.flow().orElse(null);
    if (flow == null) {
      return List.of();
    }
    List<Point> points = series.points(factor);
    long nightHours = points.stream().filter(point -> isNight(hourOf(point))).count();
    BigDecimal night = mean(points, NightShiftDetector::isNight);
    BigDecimal day = mean(points, NightShiftDetector::isDay);
    BigDecimal flowByNight = mean(series.points(flow), NightShiftDetector::isNight);
    BigDecimal flowByDay = mean(series.points(flow), NightShiftDetector::isDay);
    if (nightHours < NIGHTS * NIGHT_HOURS
        || !isPositive(day)
        || !isPositive(flowByDay)
        || night == null
        || flowByNight == null) {
      return List.of();
    }
    Decimal share = HourSeries.percent(night, day);
    Decimal flowShare = HourSeries.percent(flowByNight, flowByDay);
    if (!Figure.NIGHT_RATIO_PERCENT.number().exceeds(share) || SAME_FLOW.exceeds(flowShare)) {
      return List.of();
    }
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("night", Decimal.computed(night).toString());
    evidence.put("day", Decimal.computed(day).toString());
    evidence.put("percent", share.toString());
    evidence.put("flowPercent", flowShare.toString());
    Instant to = points.get(points.size() - 1).start().plus(HourSeries.HOUR);
    Decimal score =
        Decimal.computed(
            BigDecimal.ONE.subtract(share.number().scaleByPowerOfTen(-2)).max(BigDecimal.ZERO));
    return List.of(
        new Suspicion(
            Suspicion.Kind.NIGHT_SHIFT, factor, points.get(0).start(), to, score, evidence));
  }

  private static boolean isPositive(BigDecimal number) {
    return number != null && number.signum() > 0;
  }

  private static boolean isNight(int hour) {
    return hour < NIGHT_HOURS;
  }

  private static boolean isDay(int hour) {
    return hour >= 9 && hour < 17;
  }

  private static int hourOf(Point point) {
    return ChinaTime.civil(point.start()).getHour();
  }

  /** Null where there is none. */
  private static BigDecimal mean(List<Point> points, IntPredicate hour) {
    List<BigDecimal> values =
        points.stream()
            .filter(point -> hour.test(hourOf(point)))
            .map(point -> point.value().number())
            .toList();
    return values.isEmpty()
        ? null
        : values.stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
  }
}
