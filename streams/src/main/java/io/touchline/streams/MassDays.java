package io.touchline.streams;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The mass of every day and month of a scope and factor, sixteen bytes each. A day of no mass is
 * one of which nothing is known, so that it makes no difference whether mass was taken back or
 * never came.
 */
final class MassDays {

  /** What was measured, and what stands in for hours without valid data; milligrams. */
  record Mass(long measured, long substituted) {

    static final Mass NONE = new Mass(0, 0);

    Mass plus(Mass other) {
      return new Mass(
          Math.addExact(measured, other.measured), Math.addExact(substituted, other.substituted));
    }

    Mass minus(Mass other) {
      return new Mass(
          Math.subtractExact(measured, other.measured),
          Math.subtractExact(substituted, other.substituted));
    }

    long both() {
      return Math.addExact(measured, substituted);
    }
  }

  private static final int MASS_BYTES = 2 * Long.BYTES;

  private final KeyValueStore<Bytes, byte[]> store;

  MassDays(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /**
   * Keeps the mass of a day; that of its month changes by as much.
   *
   * @return how much more it is than before
   */
  Mass put(Scope scope, String factor, LocalDate day, Mass mass) {
    Mass more = mass.minus(put(key(scope, factor, TotalPeriod.DAY, day), mass));
    if (!more.equals(Mass.NONE)) {
      Bytes month = key(scope, factor, TotalPeriod.MONTH, day.withDayOfMonth(1));
      put(month, get(month).plus(more));
    }
    return more;
  }

  private Mass put(Bytes key, Mass mass) {
    Mass before = get(key);
    if (mass.equals(Mass.NONE)) {
      store.delete(key);
    } else if (!mass.equals(before)) {
      store.put(
          key,
          ByteBuffer.allocate(MASS_BYTES)
              .putLong(mass.measured())
              .putLong(mass.substituted())
              .array());
    }
    return before;
  }

  private Mass get(Bytes key) {
    return mass(store.get(key));
  }

  /** The days from first to last of which mass is known. */
  SortedMap<LocalDate, Mass> days(Scope scope, String factor, LocalDate first, LocalDate last) {
    SortedMap<LocalDate, Mass> days = new TreeMap<>();
    if (!first.isAfter(last)) {
      onwards(
          scope,
          factor,
          first,
          (day, mass) -> {
            if (!day.isAfter(last)) {
              days.put(day, mass);
            }
            return day.isBefore(last);
          });
    }
    return days;
  }

  /** Every month of which mass is known. */
  SortedMap<YearMonth, Mass> months(Scope scope, String factor) {
    SortedMap<YearMonth, Mass> months = new TreeMap<>();
    try (KeyValueIterator<Bytes, byte[]> rows =
        store.range(
            OutletKey.total(scope.text(), factor, TotalPeriod.MONTH, Instant.EPOCH),
            OutletKey.total(scope.text(), factor, TotalPeriod.MONTH, Instant.MAX))) {
      visit(
          rows,
          (day, mass) -> {
            months.put(YearMonth.from(day), mass);
            return true;
          });
    }
    return months;
  }

  /** The last day of which mass is known, null where of none. */
  LocalDate last(Scope scope, String factor) {
    return lastUntil(scope, factor, Instant.MAX);
  }

  /** The last such day before another. */
  LocalDate before(Scope scope, String factor, LocalDate day) {
    return lastUntil(scope, factor, start(day).minusSeconds(1));
  }

  private LocalDate lastUntil(Scope scope, String factor, Instant end) {
    LocalDate[] last = new LocalDate[1];
    try (KeyValueIterator<Bytes, byte[]> rows =
        store.reverseRange(
            OutletKey.total(scope.text(), factor, TotalPeriod.DAY, Instant.EPOCH),
            OutletKey.total(scope.text(), factor, TotalPeriod.DAY, end))) {
      visit(
          rows,
          (day, mass) -> {
            last[0] = day;
            return false;
          });
    }
    return last[0];
  }

  /** From a day back, until the visitor has seen enough (returns false). */
  void backwards(Scope scope, String factor, LocalDate from, BiPredicate<LocalDate, Mass> visitor) {
    try (KeyValueIterator<Bytes, byte[]> rows =
        store.reverseRange(
            OutletKey.total(scope.text(), factor, TotalPeriod.DAY, Instant.EPOCH),
            key(scope, factor, TotalPeriod.DAY, from))) {
      visit(rows, visitor);
    }
  }

  /** From a day on, until the visitor has seen enough (returns false). */
  void onwards(Scope scope, String factor, LocalDate from, BiPredicate<LocalDate, Mass> visitor) {
    try (KeyValueIterator<Bytes, byte[]> rows =
        store.range(
            key(scope, factor, TotalPeriod.DAY, from),
            OutletKey.total(scope.text(), factor, TotalPeriod.DAY, Instant.MAX))) {
      visit(rows, visitor);
    }
  }

  private static void visit(
      KeyValueIterator<Bytes, byte[]> rows, BiPredicate<LocalDate, Mass> visitor) {
    boolean more = true;
    while (more && rows.hasNext()) {
      KeyValue<Bytes, byte[]> row = rows.next();
      more = visitor.test(ChinaTime.date(OutletKey.timeOf(row.key)), mass(row.value));
    }
  }

  private static Mass mass(byte[] row) {
    if (row == null) {
      return Mass.NONE;
    }
    ByteBuffer bytes = ByteBuffer.wrap(row);
    return new Mass(bytes.getLong(), bytes.getLong());
  }

  private static Bytes key(Scope scope, String factor, TotalPeriod period, LocalDate start) {
    return OutletKey.total(scope.text(), factor, period, start(start));
  }

  private static Instant start(LocalDate day) {
    return ChinaTime.instant(day.atStartOfDay());
  }
}
