package io.touchline.streams;

import io.touchline.contract.BudgetRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.totals.Budget;
import io.touchline.domain.totals.JudgedMass;
import io.touchline.domain.totals.MassLimit;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.PermittedAmount.Period;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.Season;
import io.touchline.streams.MassDays.Mass;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/**
 * The budgets as last published, and their next revisions at the end of a day.
 *
 * <p>There is a budget of every month, quarter, season and year that a permit gives an amount for
 * and of which mass is known on a day that has ended.
 */
final class BudgetJournal {

  private static final List<Averaging> KINDS =
      List.of(Averaging.MONTH_MASS, Averaging.QUARTER_MASS, Averaging.YEAR_MASS);

  private final RecordStore<BudgetRecord> store;
  private final MassDays days;

  BudgetJournal(RecordStore<BudgetRecord> store, MassDays days) {
    this.store = store;
    this.days = days;
  }

  /**
   * What is to be published when the mass of some days changed.
   *
   * @param last last day of which mass is known: the one before is the last that has ended
   * @return by key of the topic; null where there is no such budget any more
   */
  Map<String, BudgetRecord> follow(
      Scope scope,
      String factor,
      List<PermittedAmount> amounts,
      LocalDate last,
      Collection<LocalDate> changed) {
    Map<String, BudgetRecord> revisions = new LinkedHashMap<>();
    LocalDate ended = last.minusDays(1);
    for (Averaging kind : KINDS) {
      Set<Season.Stretch> stretches = new LinkedHashSet<>();
      days(changed).forEach(day -> stretches.add(MassLimit.stretch(day, amounts, factor, kind)));
      stretches.forEach(
          stretch -> compare(scope, factor, amounts, kind, stretch, ended, revisions));
    }
    seasons(scope, factor, new JudgedMass(amounts, factor, last), ended, changed)
        .forEach(
            season ->
                compare(scope, factor, amounts, Averaging.SEASON_MASS, season, ended, revisions));
    return revisions;
  }

  /** Those days, and some on which the pace looks back on them. */
  private static Set<LocalDate> days(Collection<LocalDate> changed) {
    Set<LocalDate> days = new LinkedHashSet<>();
    for (LocalDate day : changed) {
      for (int later : new int[] {0, Budget.Pace.LOOK_BACK / 2, Budget.Pace.LOOK_BACK - 1}) {
        days.add(day.plusDays(later));
      }
    }
    return days;
  }

  /**
   * Seasons that changed days touch, one for each beginning: where permits say several, the one in
   * force. A beginning of which none says anything any more stands for itself.
   */
  private Collection<Season.Stretch> seasons(
      Scope scope,
      String factor,
      JudgedMass judge,
      LocalDate ended,
      Collection<LocalDate> changed) {
    SortedMap<LocalDate, Season.Stretch> byStart = new TreeMap<>();
    for (LocalDate day : days(changed)) {
      for (Season.Stretch season : judge.seasons(day)) {
        LocalDate at = ended.isAfter(season.last()) ? season.last() : ended;
        boolean inForce =
            season.equals(MassLimit.stretch(at, judge.amounts(), factor, Averaging.SEASON_MASS));
        byStart.merge(season.first(), season, (one, other) -> inForce ? other : one);
      }
    }
    Set<LocalDate> told = seasons(scope, factor);
    for (LocalDate day : changed) {
      if (told.contains(day)) {
        byStart.putIfAbsent(day, new Season.Stretch(day, day));
      }
    }
    return byStart.values();
  }

  /** The first days of the seasons that there are budgets of. */
  Set<LocalDate> seasons(Scope scope, String factor) {
    String prefix = String.join("|", scope.text(), factor, Period.SEASON.name()) + '|';
    Set<LocalDate> first = new LinkedHashSet<>();
    store.upwards(
        key(prefix),
        key(prefix + '\uFFFF'),
        (key, budget) -> first.add(ChinaTime.date(budget.start())));
    return first;
  }

  private void compare(
      Scope scope,
      String factor,
      List<PermittedAmount> amounts,
      Averaging kind,
      Season.Stretch stretch,
      LocalDate ended,
      Map<String, BudgetRecord> revisions) {
    Period period = Period.of(kind);
    LocalDate first = stretch.first();
    LocalDate end = stretch.last();
    LocalDate day = ended.isAfter(end) ? end : ended;
    String name =
        String.join("|", scope.text(), factor, period.name(), ChinaTime.format(start(first)));
    Bytes key = key(name);
    BudgetRecord before = store.get(key);
    EmissionLimit limit =
        day.isBefore(first) || !stretch.equals(MassLimit.stretch(day, amounts, factor, kind))
            ? null
            : MassLimit.on(day, amounts, factor, kind).orElse(null);
    SortedMap<LocalDate, Mass> used =
        limit == null ? new TreeMap<>() : days.days(scope, factor, first, day);
    if (used.isEmpty()) {
      if (before != null) {
        store.delete(key);
        revisions.put(name, null);
      }
      return;
    }
    BudgetRecord record =
        BudgetRecord.of(
            scope,
            period,
            start(first),
            limit,
            budget(scope, factor, limit, end, day, used),
            MassLimit.ofDay(day.plusDays(1), amounts, factor).orElse(null));
    if (!record.saysTheSameAs(before)) {
      BudgetRecord next = record.withRevision(before == null ? 1 : before.revision() + 1);
      store.put(key, next);
      revisions.put(name, next);
    }
  }

  private Budget budget(
      Scope scope,
      String factor,
      EmissionLimit limit,
      LocalDate end,
      LocalDate day,
      SortedMap<LocalDate, Mass> used) {
    Mass sum = used.values().stream().reduce(Mass.NONE, Mass::plus);
    SortedMap<LocalDate, Long> daily = new TreeMap<>();
    days.days(scope, factor, day.minusDays(Budget.Pace.LOOK_BACK), day)
        .forEach((date, mass) -> daily.put(date, mass.both()));
    return Budget.on(
        day,
        end,
        PermittedAmount.milligrams(limit.value()),
        sum.measured(),
        sum.substituted(),
        daily);
  }

  private static Bytes key(String name) {
    return Bytes.wrap(name.getBytes(StandardCharsets.UTF_8));
  }

  private static Instant start(LocalDate day) {
    return ChinaTime.instant(day.atStartOfDay());
  }
}
