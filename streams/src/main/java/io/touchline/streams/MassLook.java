package io.touchline.streams;

import io.touchline.contract.BudgetRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Episode;
import io.touchline.domain.Episodes;
import io.touchline.domain.Judgement;
import io.touchline.domain.totals.JudgedMass;
import io.touchline.domain.totals.MassLimit;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.Season;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.streams.MassDays.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A look at the mass of one enterprise and factor: what is to be published of it now. */
final class MassLook {

  private static final int MONTHS_IN_A_ROW = 12;

  private static final List<Averaging> RUNNING =
      List.of(Averaging.MONTH_MASS, Averaging.QUARTER_MASS, Averaging.YEAR_MASS);

  private final MassDays days;
  private final MassEpisodes episodes;
  private final BudgetJournal budgets;
  private final Scope scope;
  private final String factor;
  private final List<PermittedAmount> amounts;
  private final LocalDate last;
  private final JudgedMass judge;
  private final List<ExceedanceRecord> revisions = new ArrayList<>();
  private final Map<String, BudgetRecord> budgetRevisions = new LinkedHashMap<>();

  MassLook(
      MassDays days,
      MassEpisodes episodes,
      BudgetJournal budgets,
      Scope scope,
      String factor,
      List<PermittedAmount> amounts) {
    this.days = days;
    this.episodes = episodes;
    this.budgets = budgets;
    this.scope = scope;
    this.factor = factor;
    this.amounts = amounts;
    LocalDate known = days.last(scope, factor);
    this.last = known == null ? LocalDate.EPOCH : known;
    this.judge = new JudgedMass(amounts, factor, last);
  }

  /** What it found to publish. */
  List<ExceedanceRecord> revisions() {
    return revisions;
  }

  /** Budgets to publish by key of the topic; null where there is none any more. */
  Map<String, BudgetRecord> budgetRevisions() {
    return budgetRevisions;
  }

  /** Last day of which mass is known. */
  LocalDate last() {
    return last;
  }

  /** The mass of some days from first to last, or whether they have ended, changed. */
  void at(LocalDate first, LocalDate changed) {
    judgeDays(Averaging.DAY_MASS, first, changed);
    judgeDays(Averaging.SPECIAL_DAY_MASS, first, changed);
    SortedMap<YearMonth, Long> months = months();
    judgeRunning(List.of(first, changed), months);
    if (amounts.stream().anyMatch(amount -> amount.period() == PermittedAmount.Period.SEASON)) {
      judgeSeasons();
    }
    judgeTwelveMonths(months);
    tellBudgets(List.of(first, changed));
  }

  /** The permits changed: everything is looked at. */
  void atAll() {
    SortedMap<YearMonth, Long> months = months();
    Set<LocalDate> ofMonths = new LinkedHashSet<>();
    months.keySet().forEach(month -> ofMonths.add(month.atDay(1)));
    SortedMap<LocalDate, Mass> all = days.days(scope, factor, LocalDate.EPOCH, last);
    for (Averaging mass : List.of(Averaging.DAY_MASS, Averaging.SPECIAL_DAY_MASS)) {
      SortedMap<Instant, Judgement> judged = new TreeMap<>();
      all.forEach((day, one) -> judgeDay(mass, day, one, judged));
      replace(mass, Instant.EPOCH, Instant.MAX.minusSeconds(1), judged);
    }
    judgeRunning(ofMonths, months);
    judgeSeasons();
    judgeTwelveMonths(months);
    ofMonths.addAll(budgets.seasons(scope, factor));
    tellBudgets(ofMonths);
  }

  /**
   * Only the stretch from the compliant day before the changed ones to the one after them is looked
   * at: nothing outside can differ.
   */
  private void judgeDays(Averaging mass, LocalDate first, LocalDate changed) {
    if (limit(mass, first) == null && limit(mass, changed) == null) {
      return;
    }
    SortedMap<Instant, Judgement> judged = new TreeMap<>();
    days.days(scope, factor, first, changed)
        .forEach((day, one) -> judgeDay(mass, day, one, judged));
    Edge back = new Edge(mass, first, judged);
    days.backwards(scope, factor, first.minusDays(1), back::goesOn);
    Edge onwards = new Edge(mass, changed, judged);
    days.onwards(scope, factor, changed.plusDays(1), onwards::goesOn);
    replace(mass, start(back.reached), start(onwards.reached), judged);
  }

  /** Walks over days until one complies. */
  private final class Edge {

    private final Averaging mass;
    private final SortedMap<Instant, Judgement> judged;
    private LocalDate reached;

    Edge(Averaging mass, LocalDate from, SortedMap<Instant, Judgement> judged) {
      this.mass = mass;
      this.judged = judged;
      this.reached = from;
    }

    boolean goesOn(LocalDate day, Mass one) {
      reached = day;
      Judgement judgement = judgeDay(mass, day, one, judged);
      return judgement == null || judgement.verdict() == Judgement.Verdict.EXCEEDS;
    }
  }

  private Judgement judgeDay(
      Averaging mass, LocalDate day, Mass one, SortedMap<Instant, Judgement> judged) {
    Judgement judgement = judge.day(mass, day, one.measured()).orElse(null);
    if (judgement != null) {
      judged.put(start(day), judgement);
    }
    return judgement;
  }

  private void judgeRunning(Collection<LocalDate> touched, SortedMap<YearMonth, Long> months) {
    for (Averaging mass : RUNNING) {
      Set<Instant> starts = new TreeSet<>();
      touched.forEach(day -> starts.add(startOf(JudgedMass.periodOf(mass), day)));
      starts.forEach(start -> judgeRunning(mass, ChinaTime.date(start), months));
    }
  }

  /** A season is no calendar period, and few have any: all of them are looked at. */
  private void judgeSeasons() {
    SortedMap<LocalDate, Long> all = new TreeMap<>();
    days.days(scope, factor, LocalDate.EPOCH, last)
        .forEach((day, one) -> all.put(day, one.measured()));
    Set<Season.Stretch> seasons = new LinkedHashSet<>();
    all.keySet().forEach(day -> seasons.addAll(judge.seasons(day)));
    SortedMap<Instant, Judgement> judged = new TreeMap<>();
    List<Episode> found = new ArrayList<>();
    for (Season.Stretch season : seasons) {
      SortedMap<Instant, Judgement> one =
          judge.running(
              Averaging.SEASON_MASS, season, all.subMap(season.first(), season.last().plusDays(1)));
      judged.putAll(one);
      found.addAll(judge.episodes(Averaging.SEASON_MASS, season, one));
    }
    revisions.addAll(
        episodes.replace(
            scope,
            factor,
            Averaging.SEASON_MASS,
            Instant.EPOCH,
            Instant.MAX.minusSeconds(1),
            found,
            judged));
  }

  /** A month, quarter or year; day by day only where it exceeds as a whole, or did. */
  private void judgeRunning(Averaging mass, LocalDate first, SortedMap<YearMonth, Long> months) {
    Season.Stretch stretch = new Season.Stretch(first, JudgedMass.periodOf(mass).endOf(first));
    LocalDate end = stretch.last();
    boolean exceeds = sum(months, YearMonth.from(first), YearMonth.from(end)) > least(mass);
    if (!exceeds && !episodes.hasStanding(scope, factor, mass, start(first), start(end))) {
      return;
    }
    SortedMap<LocalDate, Long> daily = new TreeMap<>();
    days.days(scope, factor, first, end).forEach((day, one) -> daily.put(day, one.measured()));
    SortedMap<Instant, Judgement> judged = judge.running(mass, stretch, daily);
    revisions.addAll(
        episodes.replace(
            scope,
            factor,
            mass,
            start(first),
            start(end),
            judge.episodes(mass, stretch, judged),
            judged));
  }

  private void judgeTwelveMonths(SortedMap<YearMonth, Long> months) {
    YearMonth first = months.isEmpty() ? YearMonth.from(last) : months.firstKey();
    replace(
        Averaging.TWELVE_MONTHS_MASS,
        Instant.EPOCH,
        Instant.MAX.minusSeconds(1),
        judge.twelveMonths(months, first));
  }

  private void replace(
      Averaging mass, Instant from, Instant to, SortedMap<Instant, Judgement> judged) {
    revisions.addAll(
        episodes.replace(
            scope, factor, mass, from, to, Episodes.of(mass.judgedEach(), judged), judged));
  }

  private void tellBudgets(Collection<LocalDate> touched) {
    budgetRevisions.putAll(budgets.follow(scope, factor, amounts, last, touched));
  }

  /** How much more the day that runs may emit before anything exceeds; below 0 where it does. */
  long room() {
    SortedMap<YearMonth, Long> months = months();
    YearMonth month = YearMonth.from(last);
    long left = Long.MAX_VALUE;
    for (Averaging mass : Averaging.values()) {
      var limit = mass.isMass() ? limit(mass, last) : null;
      if (limit == null) {
        continue;
      }
      long used =
          switch (mass) {
            case MONTH_MASS, QUARTER_MASS, YEAR_MASS ->
                sum(
                    months,
                    YearMonth.from(ChinaTime.date(startOf(JudgedMass.periodOf(mass), last))),
                    month);
            case SEASON_MASS -> ofSeason(MassLimit.stretch(last, amounts, factor, mass));
            case TWELVE_MONTHS_MASS -> sum(months, month.minusMonths(MONTHS_IN_A_ROW - 1), month);
            default ->
                days.days(scope, factor, last, last).getOrDefault(last, Mass.NONE).measured();
          };
      left = Math.min(left, limit - used);
    }
    return left;
  }

  private long ofSeason(Season.Stretch season) {
    return days.days(scope, factor, season.first(), last).values().stream()
        .mapToLong(Mass::measured)
        .reduce(0, Math::addExact);
  }

  /** The amount in force on a day, in milligrams; null where there is none. */
  private Long limit(Averaging mass, LocalDate day) {
    return MassLimit.milligramsOn(day, amounts, factor, mass).orElse(null);
  }

  /** No amount of a factor is less than the least of its permits. */
  private long least(Averaging mass) {
    return MassLimit.least(amounts, factor, mass).orElse(Long.MAX_VALUE);
  }

  private SortedMap<YearMonth, Long> months() {
    SortedMap<YearMonth, Long> months = new TreeMap<>();
    days.months(scope, factor).forEach((month, mass) -> months.put(month, mass.measured()));
    return months;
  }

  private static long sum(SortedMap<YearMonth, Long> months, YearMonth first, YearMonth last) {
    return months.subMap(first, last.plusMonths(1)).values().stream().reduce(0L, Math::addExact);
  }

  private static Instant startOf(TotalPeriod period, LocalDate day) {
    return period.startOf(start(day));
  }

  private static Instant start(LocalDate day) {
    return ChinaTime.instant(day.atStartOfDay());
  }
}
