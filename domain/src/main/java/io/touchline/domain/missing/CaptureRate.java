package io.touchline.domain.missing;

import io.touchline.domain.Averages;
import io.touchline.domain.Decimal;
import io.touchline.domain.Threshold;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Quarterly capture rate of valid data (季度有效数据捕集率), per pollutant and outlet: {@code (hours −
 * stopped − invalid) / (hours − stopped)} (HJ 75-2017 12.1; formula and 75 % from software, needs
 * check).
 *
 * @param total hours of the time
 * @param stopped hours in which the source stood still
 * @param invalid hours without valid data, those not received among them
 * @param percent null where the source stood still throughout; rounded, never compared
 * @param at the instant whose thresholds hold
 * @param byState how many hours of each state
 * @param inputs the hours, earliest first; empty where only counts were given
 */
public record CaptureRate(
    int total,
    int stopped,
    int invalid,
    Decimal percent,
    Band band,
    Instant at,
    Map<HourState, Integer> byState,
    List<MassHour> inputs) {

  /** Where the rate lies. */
  public enum Band {
    /** 90 % and above. */
    HIGH,
    /** 75 % to below 90 %. */
    SUFFICIENT,
    /** Below 75 %: the data fail. */
    FAILED,
    /** The source stood still throughout: there is no rate. */
    STOPPED,
    /** No thresholds were in force. */
    NO_RULE
  }

  /** Of the hours that start in {@code [from, to)}; an hour not among them was not received. */
  public static CaptureRate of(Instant from, Instant to, Collection<MassHour> known) {
    List<MassHour> hours = HourGrid.covering(from, to, known).within(from, to);
    Map<HourState, Integer> byState = new EnumMap<>(HourState.class);
    hours.forEach(hour -> byState.merge(hour.state(), 1, Integer::sum));
    int invalid = (int) hours.stream().filter(hour -> hour.state().isInvalid()).count();
    int stopped = byState.getOrDefault(HourState.STOPPED, 0);
    return of(hours.size(), stopped, invalid, from, Collections.unmodifiableMap(byState), hours);
  }

  /** Of counts alone. */
  public static CaptureRate ofCounts(int total, int stopped, int invalid, Instant at) {
    return of(total, stopped, invalid, at, Map.of(), List.of());
  }

  private static CaptureRate of(
      int total,
      int stopped,
      int invalid,
      Instant at,
      Map<HourState, Integer> byState,
      List<MassHour> inputs) {
    int due = total - stopped;
    return new CaptureRate(
        total,
        stopped,
        invalid,
        due == 0 ? null : Averages.percent(due - invalid, due),
        band(due, due - invalid, at),
        at,
        byState,
        inputs);
  }

  private static Band band(int due, int valid, Instant at) {
    if (due == 0) {
      return Band.STOPPED;
    }
    Threshold high = Threshold.at(Threshold.Name.CAPTURE_HIGH, at).orElse(null);
    Threshold required = Threshold.at(Threshold.Name.CAPTURE_REQUIRED, at).orElse(null);
    if (high == null || required == null) {
      return Band.NO_RULE;
    }
    if (Averages.isAtLeast(valid, due, high.percent())) {
      return Band.HIGH;
    }
    return Averages.isAtLeast(valid, due, required.percent()) ? Band.SUFFICIENT : Band.FAILED;
  }

  /** Hours in which data were due. */
  public int due() {
    return total - stopped;
  }

  /** Whether the exact rate is at least so much; false where there is no rate. */
  boolean isAtLeast(Decimal atLeast) {
    return due() > 0 && Averages.isAtLeast(due() - invalid, due(), atLeast);
  }
}
