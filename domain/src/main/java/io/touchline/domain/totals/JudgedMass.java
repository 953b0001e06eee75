package io.touchline.domain.totals;

import io.touchline.domain.Averaging;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Episode;
import io.touchline.domain.Episodes;
import io.touchline.domain.Judgement;
import io.touchline.domain.Judgement.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The measured mass of an enterprise and factor held against its permitted amounts.
 *
 * <p>Only measured mass condemns: what stands in for invalid hours rests on tables that need a
 * check. A period that still runs is judged once it exceeds, since what was emitted stays emitted;
 * that it complies shows at its end. A day has ended when mass of a later day is known, so the
 * result depends on the data and not on the moment.
 *
 * @param amounts permitted to the enterprise, of any factor
 * @param last last day of which mass is known: it still runs
 */
public record JudgedMass(List<PermittedAmount> amounts, String factor, LocalDate last) {

  private static final int MONTHS_IN_A_ROW = 12;

  /**
   * One day held against the amount of a day or of a special period.
   *
   * @param mass DAY_MASS or SPECIAL_DAY_MASS
   * @return empty where no amount holds, or where it runs and does not exceed yet
   */
  public Optional<Judgement> day(Averaging mass, LocalDate day, long measuredMg) {
    return judge(mass, day, measuredMg, day.isBefore(last));
  }

  /**
   * Each day of a month, quarter, year or season held against the amount of the whole: the day on
   * which it was used up, and all after it, exceed. Days of which nothing is known add nothing.
   *
   * @param mass MONTH_MASS, QUARTER_MASS, YEAR_MASS or SEASON_MASS
   * @param stretch that month, quarter, year or season
   * @param daily measured mass by day, of the days of that period alone
   */
  public SortedMap<Instant, Judgement> running(
      Averaging mass, Season.Stretch stretch, SortedMap<LocalDate, Long> daily) {
    SortedMap<Instant, Judgement> judged = new TreeMap<>();
    if (daily.isEmpty()) {
      return judged;
    }
    long sum = 0;
    for (LocalDate day = daily.firstKey();
        !day.isAfter(stretch.last()) && !day.isAfter(last);
        day = day.plusDays(1)) {
      sum = Math.addExact(sum, daily.getOrDefault(day, 0L));
      Instant start = ChinaTime.instant(day.atStartOfDay());
      if (stretch.equals(MassLimit.stretch(day, amounts, factor, mass))) {
        judge(mass, day, sum, day.isBefore(last)).ifPresent(one -> judged.put(start, one));
      }
    }
    return judged;
  }

  /** The seasons that hold a day, of amounts that hold in any part of them. */
  public Set<Season.Stretch> seasons(LocalDate day) {
    return amounts.stream()
        .filter(amount -> amount.period() == PermittedAmount.Period.SEASON)
        .filter(amount -> amount.factor().equals(factor))
        .map(amount -> amount.seasonOn(day))
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Episodes of what {@link #running} judged: none outlasts its month, quarter, year or season. */
  public List<Episode> episodes(
      Averaging mass, Season.Stretch stretch, SortedMap<Instant, Judgement> judged) {
    List<Episode> episodes = Episodes.of(mass.judgedEach(), judged);
    if (episodes.isEmpty()) {
      return episodes;
    }
    int at = episodes.size() - 1;
    Episode latest = episodes.get(at);
    if (latest.open() && stretch.last().isBefore(last)) {
      List<Episode> closed = new ArrayList<>(episodes);
      closed.set(at, latest.closed());
      return closed;
    }
    return episodes;
  }

  /**
   * Each month with the eleven before it held against the amount of a year (HJ 942-2018: the most
   * that may be emitted in any twelve months in a row).
   *
   * @param monthly measured mass by month, all that is known
   * @param from first month to judge; earlier ones are only added up
   */
  public SortedMap<Instant, Judgement> twelveMonths(
      SortedMap<YearMonth, Long> monthly, YearMonth from) {
    SortedMap<Instant, Judgement> judged = new TreeMap<>();
    for (Map.Entry<YearMonth, Long> entry : monthly.tailMap(from).entrySet()) {
      YearMonth month = entry.getKey();
      long sum =
          monthly
              .subMap(month.minusMonths(MONTHS_IN_A_ROW - 1), month.plusMonths(1))
              .values()
              .stream()
              .reduce(0L, Math::addExact);
      LocalDate end = month.atEndOfMonth();
      LocalDate day = end.isAfter(last) ? last : end;
      Instant start = ChinaTime.instant(month.atDay(1).atStartOfDay());
      judge(Averaging.TWELVE_MONTHS_MASS, day, sum, end.isBefore(last))
          .ifPresent(one -> judged.put(start, one));
    }
    return judged;
  }

  private Optional<Judgement> judge(Averaging mass, LocalDate day, long measuredMg, boolean ended) {
    return limitOn(day, mass)
        .map(limit -> Judgement.of(limit, PermittedAmount.tonnes(measuredMg)))
        .filter(judgement -> ended || judgement.verdict() == Verdict.EXCEEDS);
  }

  private Optional<EmissionLimit> limitOn(LocalDate day, Averaging mass) {
    return MassLimit.on(day, amounts, factor, mass);
  }

  /** What a month's, quarter's or year's mass is summed over; a season is no such period. */
  public static TotalPeriod periodOf(Averaging mass) {
    return switch (mass) {
      case MONTH_MASS -> TotalPeriod.MONTH;
      case QUARTER_MASS -> TotalPeriod.QUARTER;
      case YEAR_MASS -> TotalPeriod.YEAR;
      case TWELVE_MONTHS_MASS -> TotalPeriod.ROLLING_12M;
      default -> TotalPeriod.DAY;
    };
  }
}
