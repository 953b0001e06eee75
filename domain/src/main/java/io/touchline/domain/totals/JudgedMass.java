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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
   * Each day of a month, quarter or year held against the amount of the whole: the day on which it
   * was used up, and all after it, exceed. Days of which nothing is known add nothing.
   *
   * @param mass MONTH_MASS, QUARTER_MASS or YEAR_MASS
   * @param daily measured mass by day, of the days of that period alone
   */
  public SortedMap<Instant, Judgement> running(Averaging mass, SortedMap<LocalDate, Long> daily) {
    SortedMap<Instant, Judgement> judged = new TreeMap<>();
    if (daily.isEmpty()) {
      return judged;
    }
    LocalDate end = endOf(mass, daily.firstKey());
    long sum = 0;
    for (LocalDate day = daily.firstKey();
        !day.isAfter(end) && !day.isAfter(last);
        day = day.plusDays(1)) {
      sum = Math.addExact(sum, daily.getOrDefault(day, 0L));
      Instant start = ChinaTime.instant(day.atStartOfDay());
      judge(mass, day, sum, day.isBefore(last)).ifPresent(one -> judged.put(start, one));
    }
    return judged;
  }

  /** Episodes of what {@link #running} judged: none outlasts its month, quarter or year. */
  public List<Episode> episodes(Averaging mass, SortedMap<Instant, Judgement> judged) {
    List<Episode> episodes = Episodes.of(mass.judgedEach(), judged);
    if (episodes.isEmpty()) {
      return episodes;
    }
    int at = episodes.size() - 1;
    Episode latest = episodes.get(at);
    if (latest.open() && endOf(mass, ChinaTime.date(latest.from())).isBefore(last)) {
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

  /** What a month's, quarter's or year's mass is summed over. */
  public static TotalPeriod periodOf(Averaging mass) {
    return switch (mass) {
      case MONTH_MASS -> TotalPeriod.MONTH;
      case QUARTER_MASS -> TotalPeriod.QUARTER;
      case YEAR_MASS -> TotalPeriod.YEAR;
      case TWELVE_MONTHS_MASS -> TotalPeriod.ROLLING_12M;
      default -> TotalPeriod.DAY;
    };
  }

  private static LocalDate endOf(Averaging mass, LocalDate day) {
    TotalPeriod period = periodOf(mass);
    return period.endOf(ChinaTime.date(period.startOf(ChinaTime.instant(day.atStartOfDay()))));
  }
}
