package io.touchline.streams;

import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.streams.MassToAdd.Change;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The sums of outlets as last published: a change of some days changes each sum that holds them by
 * as much, and once.
 */
final class OutletSums {

  private static final int MONTHS_IN_A_ROW = 12;
  private static final Set<TotalPeriod> CALENDAR =
      EnumSet.complementOf(EnumSet.of(TotalPeriod.ROLLING_12M));

  private final RecordStore<TotalRecord> totals;

  OutletSums(RecordStore<TotalRecord> totals) {
    this.totals = totals;
  }

  /** What stands in for the hours of a day without valid data, in milligrams. */
  long substitutedOn(String mn, String factor, Instant day) {
    TotalRecord total = totals.get(OutletKey.total(mn, factor, TotalPeriod.DAY, day));
    return total == null ? 0 : total.substitutedMg();
  }

  /** Every sum of an outlet. */
  void each(String mn, Consumer<TotalRecord> visitor) {
    totals.upwards(
        OutletKey.firstTotal(mn),
        OutletKey.lastTotal(mn),
        (key, total) -> {
          visitor.accept(total);
          return true;
        });
  }

  /** Returns the sums that differ now, as their next revisions. */
  List<TotalRecord> add(MassToAdd.OfFactor more, Instant lastHour) {
    OneFactor one = new OneFactor(more.mn(), more.factor());
    more.days().values().removeIf(Change::isNothing);
    for (TotalPeriod period : CALENDAR) {
      SortedMap<Instant, Change> changes = new TreeMap<>();
      more.days()
          .forEach((day, change) -> changes.merge(period.startOf(day), change, Change::plus));
      changes.forEach((start, change) -> one.add(period, start, change));
    }
    one.addTwelveMonths(monthOf(lastHour));
    return one.changed;
  }

  /** Its mass was taken back: it stands as one of which there never was any. */
  static boolean isNothing(TotalRecord total) {
    return total.massMg() == 0 && total.substitutedMg() == 0;
  }

  private static YearMonth monthOf(Instant at) {
    return YearMonth.from(ChinaTime.date(at));
  }

  private static Instant startOf(YearMonth month) {
    return ChinaTime.instant(month.atDay(1).atStartOfDay());
  }

  /** The sums of one factor of an outlet. */
  private final class OneFactor {

    private final String mn;
    private final String factor;
    private final List<TotalRecord> changed = new ArrayList<>();
    private final SortedMap<YearMonth, Change> months = new TreeMap<>();
    private final Set<YearMonth> begun = new HashSet<>();

    OneFactor(String mn, String factor) {
      this.mn = mn;
      this.factor = factor;
    }

    void add(TotalPeriod period, Instant start, Change change) {
      TotalRecord before = total(period, start);
      if (period == TotalPeriod.MONTH) {
        months.put(monthOf(start), change);
        if (before == null || isNothing(before)) {
          begun.add(monthOf(start));
        }
      }
      put(period, start, before, sumOf(before).plus(change));
    }

    /** Those that end with a month that changed or one of the eleven after it. */
    void addTwelveMonths(YearMonth last) {
      SortedSet<YearMonth> ends = new TreeSet<>();
      for (YearMonth month : months.keySet()) {
        for (int later = 0; later < MONTHS_IN_A_ROW; later++) {
          YearMonth end = month.plusMonths(later);
          if (!end.isAfter(last)) {
            ends.add(end);
          }
        }
      }
      ends.forEach(this::addTwelve);
    }

    /** There are such only of an end of which there is mass. */
    private void addTwelve(YearMonth end) {
      TotalRecord latest = total(TotalPeriod.MONTH, startOf(end));
      if (latest == null) {
        return;
      }
      YearMonth first = end.minusMonths(MONTHS_IN_A_ROW - 1);
      TotalRecord before = total(TotalPeriod.ROLLING_12M, startOf(first));
      Change sum = Change.NONE;
      if (!isNothing(latest)) {
        sum =
            before == null || begun.contains(end)
                ? monthsFrom(first)
                : sumOf(before).plus(changeOfMonths(first, end));
      }
      put(TotalPeriod.ROLLING_12M, startOf(first), before, sum);
    }

    private Change changeOfMonths(YearMonth first, YearMonth end) {
      return months.subMap(first, end.plusMonths(1)).values().stream()
          .reduce(Change.NONE, Change::plus);
    }

    private Change monthsFrom(YearMonth first) {
      Change sum = Change.NONE;
      for (int month = 0; month < MONTHS_IN_A_ROW; month++) {
        sum = sum.plus(sumOf(total(TotalPeriod.MONTH, startOf(first.plusMonths(month)))));
      }
      return sum;
    }

    private static Change sumOf(TotalRecord total) {
      return total == null ? Change.NONE : new Change(total.massMg(), total.substitutedMg());
    }

    private TotalRecord total(TotalPeriod period, Instant start) {
      return totals.get(OutletKey.total(mn, factor, period, start));
    }

    private void put(TotalPeriod period, Instant start, TotalRecord before, Change sum) {
      TotalRecord total =
          TotalRecord.of(
              new Scope(Scope.Kind.OUTLET, mn),
              factor,
              period,
              start,
              sum.measured(),
              sum.substituted(),
              null,
              1);
      if (total.saysTheSameAs(before)) {
        return;
      }
      TotalRecord next = total.withRevision(before == null ? 1 : before.revision() + 1);
      totals.put(OutletKey.total(mn, factor, period, start), next);
      changed.add(next);
    }
  }
}
