package io.touchline.streams;

import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Twelve months in a row above outlets, added up from the months of the scope as they stand. An
 * outlet cannot tell its share of them: it does not know that its enterprise goes on emitting when
 * it stands still.
 */
final class TwelveMonths {

  private record End(Scope scope, String factor, YearMonth month) {}

  private static final int MONTHS_IN_A_ROW = 12;

  private final RecordStore<TotalRecord> sums;
  private final Set<End> ends = new LinkedHashSet<>();

  TwelveMonths(RecordStore<TotalRecord> sums) {
    this.sums = sums;
  }

  /** One such sum is to be told. */
  void lookAt(TotalRecord twelve) {
    ends.add(end(twelve, MONTHS_IN_A_ROW - 1));
  }

  /** A month changed: so did those that end with it or one of the eleven after it. */
  void lookAtThoseThatHold(TotalRecord month) {
    for (int later = 0; later < MONTHS_IN_A_ROW; later++) {
      ends.add(end(month, later));
    }
  }

  private static End end(TotalRecord sum, int later) {
    YearMonth month = YearMonth.from(ChinaTime.date(sum.start()));
    return new End(new Scope(sum.scope(), sum.id()), sum.factor(), month.plusMonths(later));
  }

  /** Visits those to be told by key, with the revision they had. */
  void forEach(BiConsumer<Bytes, TotalRecord> visitor) {
    for (End end : ends) {
      YearMonth first = end.month().minusMonths(MONTHS_IN_A_ROW - 1);
      Bytes key = key(end, TotalPeriod.ROLLING_12M, first);
      TotalRecord before = sums.get(key);
      TotalRecord latest = month(end, end.month());
      // There are such only of an end of which there is mass.
      boolean isThere = latest != null && latest.outlets() > 0;
      if (isThere || before != null) {
        visitor.accept(key, sum(end, first, isThere ? latest : null, before));
      }
    }
  }

  private TotalRecord sum(End end, YearMonth first, TotalRecord latest, TotalRecord before) {
    long mass = 0;
    long substituted = 0;
    for (int later = 0; latest != null && later < MONTHS_IN_A_ROW; later++) {
      TotalRecord month = month(end, first.plusMonths(later));
      mass = Math.addExact(mass, month == null ? 0 : month.massMg());
      substituted = Math.addExact(substituted, month == null ? 0 : month.substitutedMg());
    }
    return TotalRecord.of(
            end.scope(),
            end.factor(),
            TotalPeriod.ROLLING_12M,
            start(first),
            mass,
            substituted,
            null,
            latest == null ? 0 : latest.outlets())
        .withRevision(before == null ? 0 : before.revision());
  }

  private TotalRecord month(End end, YearMonth month) {
    return sums.get(key(end, TotalPeriod.MONTH, month));
  }

  private static Bytes key(End end, TotalPeriod period, YearMonth first) {
    return SumsAbove.key(SumsAbove.name(end.scope(), end.factor(), period, start(first)));
  }

  private static Instant start(YearMonth month) {
    return ChinaTime.instant(month.atDay(1).atStartOfDay());
  }
}
