package io.touchline.domain.rate;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Marking;
import io.touchline.domain.Medium;
import io.touchline.domain.Validity;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One factor of one outlet on one day in China, hour by hour.
 *
 * @param completed the counters as data stand now, whenever they came
 * @param realTime the counters of what had come in its time
 * @param hours 24 letters of {@link HourOutcome}
 * @param reasons why an hour is not valid, by hour of the day in two digits
 */
public record DayRate(
    Counters completed, Counters realTime, String hours, SortedMap<String, String> reasons) {

  private static final int HOURS = 24;
  private static final long HOUR_SECONDS = AveragingPeriod.HOUR.length().toSeconds();

  public DayRate {
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
  }

  /**
   * Counts a day.
   *
   * @param day its start
   * @param from the first hour that counts: the outlet's first
   * @param to the end of the last that counts
   * @param known hours by their start; what is not among them did not come
   * @param marked what marks say of an hour, factor by factor: a stop needs no data to be one
   * @param inTime whether an hour's data came in their time
   */
  public static DayRate of(
      Medium medium,
      String factor,
      Instant day,
      Instant from,
      Instant to,
      Map<Instant, ? extends Map<String, FactorMean>> known,
      Function<Instant, Marking> marked,
      Predicate<Instant> inTime) {
    Counters completed = Counters.NONE;
    Counters realTime = Counters.NONE;
    StringBuilder letters = new StringBuilder(HOURS);
    SortedMap<String, String> reasons = new TreeMap<>();
    boolean checked = false;
    for (int at = 0; at < HOURS; at++) {
      Instant hour = day.plusSeconds(at * HOUR_SECONDS);
      boolean counts = !hour.isBefore(from) && hour.isBefore(to);
      Map<String, FactorMean> means = known.get(hour);
      FactorMean mean = means == null ? null : means.get(factor);
      Validity validity = mean != null ? mean.validity() : marked.apply(hour).of(factor);
      HourOutcome outcome = counts ? outcome(mean != null, validity) : HourOutcome.NOT_YET;
      if (medium == Medium.WATER && !checked && counts && isStandardCheck(validity)) {
        outcome = HourOutcome.STANDARD_CHECK;
        checked = true;
      }
      letters.append(outcome.letter());
      completed = completed.plus(outcome.counters());
      boolean late = outcome.counters().received() > 0 && !inTime.test(hour);
      realTime = realTime.plus(late ? HourOutcome.MISSING.counters() : outcome.counters());
      String reason = reason(outcome, validity, late);
      if (!reason.isEmpty()) {
        reasons.put(inTwoDigits(ChinaTime.civil(hour).getHour()), reason);
      }
    }
    return new DayRate(completed, realTime, letters.toString(), reasons);
  }

  private static String inTwoDigits(int hour) {
    return hour < 10 ? "0" + hour : Integer.toString(hour);
  }

  private static HourOutcome outcome(boolean came, Validity validity) {
    if (validity.reason() == Validity.Reason.STOPPED) {
      return HourOutcome.STOPPED;
    }
    if (!came) {
      return HourOutcome.MISSING;
    }
    return validity.isValid() ? HourOutcome.VALID : HourOutcome.INVALID;
  }

  private static boolean isStandardCheck(Validity validity) {
    return validity.reason() == Validity.Reason.MARKED
        && validity.detail().contains("STANDARD_CHECK");
  }

  private static String reason(HourOutcome outcome, Validity validity, boolean late) {
    return switch (outcome) {
      case VALID -> late ? "came late" : "";
      case MISSING -> "did not come";
      case NOT_YET -> "";
      case INVALID, STOPPED, STANDARD_CHECK -> validity.detail() + (late ? "; came late" : "");
    };
  }
}
