package io.touchline.domain.totals;

import io.touchline.domain.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * A permitted amount as a budget that runs down: what is left on a day, and how long it lasts.
 *
 * <p>All masses are whole milligrams. A day that runs out is the first on which more would have
 * been emitted than is permitted.
 *
 * @param leftMg permitted less measured and substituted; negative where more was emitted
 * @param day the last day that is in the used mass
 * @param end last day that the amount is for
 * @param pace null where fewer than {@link Pace#STRETCH} of the last {@link Pace#LOOK_BACK} days
 *     are known
 */
public record Budget(
    long permittedMg,
    long measuredMg,
    long substitutedMg,
    long leftMg,
    LocalDate day,
    LocalDate end,
    Pace pace) {

  /**
   * The budget on a day.
   *
   * @param daily measured and substituted mass by day; days that nothing is known of are not in it.
   *     Those after {@code day} or more than {@link Pace#LOOK_BACK} days old are not looked at
   */
  public static Budget on(
      LocalDate day,
      LocalDate end,
      long permittedMg,
      long measuredMg,
      long substitutedMg,
      SortedMap<LocalDate, Long> daily) {
    return new Budget(
        permittedMg,
        measuredMg,
        substitutedMg,
        Math.subtractExact(permittedMg, Math.addExact(measuredMg, substitutedMg)),
        day,
        end,
        Pace.of(daily.subMap(day.minusDays(Pace.LOOK_BACK - 1), day.plusDays(1)).values()));
  }

  /** What is to be expected of it. */
  public enum Outlook {
    /** What was measured is more than is permitted. */
    EXCEEDED,
    /** More than is permitted only with what stands in for invalid hours. */
    EXCEEDED_WITH_SUBSTITUTED,
    /** It runs out before its end at the mean pace. */
    RUNS_OUT,
    /** It runs out before its end at the quickest pace alone. */
    MAY_RUN_OUT,
    /** It lasts at the quickest pace too. */
    LASTS,
    /** Too few days are known to say. */
    PACE_UNKNOWN
  }

  /** What is to be expected. */
  public Outlook outlook() {
    if (isExceeded()) {
      return measuredMg > permittedMg ? Outlook.EXCEEDED : Outlook.EXCEEDED_WITH_SUBSTITUTED;
    }
    if (pace == null) {
      return Outlook.PACE_UNKNOWN;
    }
    if (expected() != null) {
      return Outlook.RUNS_OUT;
    }
    return earliest() != null ? Outlook.MAY_RUN_OUT : Outlook.LASTS;
  }

  /** The outlook in a sentence with its figures, in the large unit of what it is a budget of. */
  public String reason(Quantity quantity) {
    String used =
        quantity.text(Math.addExact(measuredMg, substitutedMg))
            + " of "
            + quantity.text(permittedMg);
    return switch (outlook()) {
      case EXCEEDED ->
          "measured are " + quantity.text(measuredMg) + " of " + quantity.text(permittedMg);
      case EXCEEDED_WITH_SUBSTITUTED ->
          used + " with " + quantity.text(substitutedMg) + " that stand in for invalid hours";
      case RUNS_OUT ->
          used
              + "; at "
              + quantity.text(pace.mean().dailyMg())
              + " a day it runs out on "
              + expected();
      case MAY_RUN_OUT ->
          used
              + "; at the quickest week's "
              + quantity.text(pace.quickest().dailyMg())
              + " a day it runs out on "
              + earliest();
      case LASTS ->
          used
              + "; at the quickest week's "
              + quantity.text(pace.quickest().dailyMg())
              + " a day it lasts to "
              + end;
      case PACE_UNKNOWN ->
          used + "; fewer than " + Pace.STRETCH + " of the last " + Pace.LOOK_BACK + " days known";
    };
  }

  /** Whether more was emitted than is permitted. */
  public boolean isExceeded() {
    return leftMg < 0;
  }

  /**
   * The most that may be emitted each day to the end, rounded down; 0 where nothing is left.
   *
   * @return null where no day is left
   */
  public Long dailyAmountThatFitsMg() {
    long days = end.toEpochDay() - day.toEpochDay();
    return days <= 0 ? null : Long.valueOf(Math.max(0, leftMg) / days);
  }

  /**
   * What will have been emitted at its end at the mean pace, rounded down: the year's mass and the
   * remaining days times the mean of the last thirty.
   *
   * @return null where no pace is known
   */
  public Long forecastMg() {
    if (pace == null) {
      return null;
    }
    long days = Math.max(0, end.toEpochDay() - day.toEpochDay());
    long more = Math.multiplyExact(pace.mean().massMg(), days) / pace.mean().days();
    return Math.addExact(Math.addExact(measuredMg, substitutedMg), more);
  }

  /** When it runs out at the mean pace: see {@link #earliest()} for null. */
  public LocalDate expected() {
    return pace == null ? null : at(pace.mean());
  }

  /**
   * When it runs out at the quickest pace seen.
   *
   * @return the budget's own day where it has run out already; null where it lasts to the end, or
   *     where no pace is known
   */
  public LocalDate earliest() {
    return pace == null ? null : at(pace.quickest());
  }

  /** When it runs out at the slowest pace seen: see {@link #earliest()} for null. */
  public LocalDate latest() {
    return pace == null ? null : at(pace.slowest());
  }

  private LocalDate at(Rate rate) {
    if (isExceeded()) {
      return day;
    }
    if (rate.massMg() <= 0) {
      return null;
    }
    long wholeDays = Math.multiplyExact(leftMg, (long) rate.days()) / rate.massMg();
    long untilTheEnd = end.toEpochDay() - day.toEpochDay();
    return wholeDays >= untilTheEnd ? null : day.plusDays(wholeDays + 1);
  }

  /** So much in so many days: kept as the two, so that nothing is rounded. */
  public record Rate(long massMg, int days) {

    private static Rate of(Collection<Long> daily) {
      return new Rate(
          daily.stream().mapToLong(Long::longValue).reduce(0, Math::addExact), daily.size());
    }

    /** Milligrams a day, rounded down. */
    public long dailyMg() {
      return massMg / days;
    }
  }

  /**
   * How quickly it runs down. Slowest and quickest are those of a week of known days in a row: a
   * single day says little of a month. No rule says how to estimate; this is ours.
   */
  public record Pace(Rate mean, Rate slowest, Rate quickest) {

    /** Days looked back over. */
    public static final int LOOK_BACK = 30;

    /** Days of the slowest and of the quickest stretch. */
    public static final int STRETCH = 7;

    private static Pace of(Collection<Long> known) {
      if (known.size() < STRETCH) {
        return null;
      }
      List<Long> daily = new ArrayList<>(known);
      Rate slowest = null;
      Rate quickest = null;
      for (int at = 0; at + STRETCH <= daily.size(); at++) {
        Rate rate = Rate.of(daily.subList(at, at + STRETCH));
        slowest = slowest == null || rate.massMg() < slowest.massMg() ? rate : slowest;
        quickest = quickest == null || rate.massMg() > quickest.massMg() ? rate : quickest;
      }
      return new Pace(Rate.of(daily), slowest, quickest);
    }
  }
}
