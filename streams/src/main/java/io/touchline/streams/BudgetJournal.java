package io.touchline.streams;

import io.touchline.contract.BudgetRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.totals.Budget;
import io.touchline.domain.totals.JudgedMass;
import io.touchline.domain.totals.MassLimit;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.streams.MassDays.Mass;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;

/**
 * The budgets as last published, and their next revisions at the end of a day.
 *
 * <p>There is a budget of every month, quarter and year that a permit gives an amount for and of
 * which mass is known on a day that has ended.
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
    for (Averaging kind : KINDS) {
      TotalPeriod period = JudgedMass.periodOf(kind);
      Set<Instant> starts = new TreeSet<>();
      for (LocalDate day : changed) {
        // The pace of later periods looks back on it.
        for (int later : new int[] {0, Budget.Pace.LOOK_BACK / 2, Budget.Pace.LOOK_BACK - 1}) {
          starts.add(period.startOf(start(day.plusDays(later))));
        }
      }
      starts.forEach(
          start -> compare(scope, factor, amounts, kind, start, last.minusDays(1), revisions));
    }
    return revisions;
  }

  private void compare(
      Scope scope,
      String factor,
      List<PermittedAmount> amounts,
      Averaging kind,
      Instant start,
      LocalDate ended,
      Map<String, BudgetRecord> revisions) {
    TotalPeriod period = JudgedMass.periodOf(kind);
    LocalDate first = ChinaTime.date(start);
    LocalDate end = period.endOf(first);
    LocalDate day = ended.isAfter(end) ? end : ended;
    String name = String.join("|", scope.text(), factor, period.name(), ChinaTime.format(start));
    Bytes key = Bytes.wrap(name.getBytes(StandardCharsets.UTF_8));
    BudgetRecord before = store.get(key);
    EmissionLimit limit =
        day.isBefore(first) ? null : MassLimit.on(day, amounts, factor, kind).orElse(null);
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
        BudgetRecord.of(scope, period, start, limit, budget(scope, factor, limit, end, day, used));
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

  private static Instant start(LocalDate day) {
    return ChinaTime.instant(day.atStartOfDay());
  }
}
