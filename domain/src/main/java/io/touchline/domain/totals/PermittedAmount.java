package io.touchline.domain.totals;

import io.touchline.domain.Averaging;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a permit lets an enterprise emit (许可排放量).
 *
 * @param permit number of the permit, or of the notice that orders a special period
 * @param tonnes amount
 * @param period what it is for
 * @param validFrom first day on which it holds
 * @param validTo last day, null where open
 * @param clause where in the document, null where the registry does not say
 * @param season that a SEASON's amount is for, each year; null for the one stretch from first to
 *     last day, and for every other period
 */
public record PermittedAmount(
    String permit,
    String factor,
    Decimal tonnes,
    Period period,
    LocalDate validFrom,
    LocalDate validTo,
    String clause,
    Season season) {

  /** What the amount is for. */
  public enum Period {
    YEAR,
    QUARTER,
    MONTH,
    DAY,
    /**
     * A season of each year, or one dated stretch (HJ 942-2018: an authority may split the year).
     */
    SEASON,
    /** A day of a special period: heavy pollution, staggered production (特殊时段). */
    SPECIAL;

    private static Period of(TotalPeriod period) {
      return switch (period) {
        case DAY -> DAY;
        case MONTH -> MONTH;
        case QUARTER -> QUARTER;
        case YEAR, ROLLING_12M -> YEAR;
      };
    }

    /** The amounts that mass is held against. */
    public static Period of(Averaging mass) {
      return switch (mass) {
        case DAY_MASS -> DAY;
        case SPECIAL_DAY_MASS -> SPECIAL;
        case MONTH_MASS -> MONTH;
        case SEASON_MASS -> SEASON;
        case QUARTER_MASS -> QUARTER;
        case YEAR_MASS, TWELVE_MONTHS_MASS -> YEAR;
        default -> throw new IllegalArgumentException(mass + " is no mass");
      };
    }
  }

  private static final int MILLIGRAMS_IN_A_TONNE = 9;

  /** An amount of no season. */
  public PermittedAmount(
      String permit,
      String factor,
      Decimal tonnes,
      Period period,
      LocalDate validFrom,
      LocalDate validTo,
      String clause) {
    this(permit, factor, tonnes, period, validFrom, validTo, clause, null);
  }

  /** An amount of which the clause is not known. */
  public PermittedAmount(
      String permit,
      String factor,
      Decimal tonnes,
      Period period,
      LocalDate validFrom,
      LocalDate validTo) {
    this(permit, factor, tonnes, period, validFrom, validTo, null);
  }

  /**
   * The amount that a sum is held against, in milligrams: a year's for a calendar year and for
   * twelve months in a row; for a day the lesser of a day's and of a special period's. It is that
   * of the last day of the period on which a permit holds, so that a permit which takes another's
   * place within a year does not add to it. Of several that hold on that day the amounts add up.
   *
   * @param start of the period of the sum
   */
  public static Optional<Long> of(
      List<PermittedAmount> amounts, String factor, TotalPeriod period, Instant start) {
    LocalDate first = ChinaTime.date(start);
    LocalDate last = period.endOf(first);
    Optional<Long> usual = sum(inForce(amounts, factor, Period.of(period), first, last));
    if (period != TotalPeriod.DAY) {
      return usual;
    }
    Optional<Long> special =
        strictest(inForce(amounts, factor, Period.SPECIAL, first, last))
            .map(PermittedAmount::milligrams);
    return usual.isPresent() && special.isPresent()
        ? Optional.of(Math.min(usual.get(), special.get()))
        : usual.or(() -> special);
  }

  /** Those that hold on the last day, from first to last, on which any does. */
  private static List<PermittedAmount> inForce(
      List<PermittedAmount> amounts,
      String factor,
      Period period,
      LocalDate first,
      LocalDate last) {
    return amounts.stream()
        .filter(amount -> amount.period() == period && amount.factor().equals(factor))
        .filter(amount -> !amount.lastUntil(last).isBefore(first))
        .filter(amount -> !amount.validFrom().isAfter(last))
        .map(amount -> amount.lastUntil(last))
        .max(Comparator.naturalOrder())
        .map(day -> inForce(amounts, factor, period, day))
        .orElse(List.of());
  }

  /** Those of a factor and period that hold on a day. */
  static List<PermittedAmount> inForce(
      List<PermittedAmount> amounts, String factor, Period period, LocalDate day) {
    return amounts.stream()
        .filter(amount -> amount.period() == period && amount.factor().equals(factor))
        .filter(amount -> amount.holdsOn(day))
        .toList();
  }

  /** Of special periods at one time the least amount applies. */
  static Optional<PermittedAmount> strictest(List<PermittedAmount> amounts) {
    return amounts.stream().min(Comparator.comparing(PermittedAmount::tonnes));
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    boolean inForce = !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    return inForce && (period != Period.SEASON || seasonOn(day) != null);
  }

  /**
   * The whole season that holds a day, though the amount may hold in a part of it alone; null where
   * none does.
   */
  public Season.Stretch seasonOn(LocalDate day) {
    if (season != null) {
      return season.on(day);
    }
    Season.Stretch dated = validTo == null ? null : new Season.Stretch(validFrom, validTo);
    return dated != null && dated.holds(day) ? dated : null;
  }

  private LocalDate lastUntil(LocalDate day) {
    return validTo == null || validTo.isAfter(day) ? day : validTo;
  }

  private static Optional<Long> sum(List<PermittedAmount> amounts) {
    return amounts.isEmpty()
        ? Optional.empty()
        : Optional.of(amounts.stream().mapToLong(PermittedAmount::milligrams).sum());
  }

  /** The amount in whole milligrams. */
  public long milligrams() {
    return milligrams(tonnes);
  }

  /** Tonnes in whole milligrams. */
  public static long milligrams(Decimal tonnes) {
    return tonnes.number().scaleByPowerOfTen(MILLIGRAMS_IN_A_TONNE).longValueExact();
  }

  /** Milligrams in tonnes, exactly. */
  public static Decimal tonnes(long milligrams) {
    return Decimal.of(Long.toString(milligrams)).shifted(-MILLIGRAMS_IN_A_TONNE);
  }
}
