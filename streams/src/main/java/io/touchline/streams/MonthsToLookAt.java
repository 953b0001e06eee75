package io.touchline.streams;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Months of outlets whose data are to be looked at again. Only days that have ended are looked at,
 * so that what is found depends on the data and not on the moment of looking; a day has ended for
 * an outlet when data of a later one came.
 */
final class MonthsToLookAt {

  /** One month of one outlet. */
  record Month(String mn, Instant start) {

    Instant end() {
      return ChinaTime.instant(
          ChinaTime.date(start).withDayOfMonth(1).plusMonths(1).atStartOfDay());
    }
  }

  private static final byte[] DOUBTED = {1};

  private final KeyValueStore<Bytes, byte[]> store;
  private final HourSpans spans;

  MonthsToLookAt(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    this.spans = new HourSpans(store);
  }

  /**
   * An hour changed: its month is doubted when its day has ended, or when it ends another.
   *
   * @return whether it is a new one after all others
   */
  boolean changed(String mn, Instant hour) {
    HourSpans.Span before = spans.widen(mn, hour);
    if (before == null) {
      return true;
    }
    Instant day = AveragingPeriod.DAY.startOf(hour);
    if (day.isAfter(before.lastDay())) {
      doubt(mn, before.last());
    } else if (day.isBefore(before.lastDay())) {
      doubt(mn, hour);
    }
    return hour.isAfter(before.last());
  }

  /** The first and the last hour that came of an outlet, null where none did. */
  HourSpans.Span span(String mn) {
    return spans.of(mn);
  }

  /** Everything of these months may be different: the profile is. */
  void doubt(String mn, Instant at) {
    LocalDate day = ChinaTime.date(at);
    put(mn, day);
    // The first hours of the next month look back on it.
    put(mn, day.plusDays(3));
  }

  private void put(String mn, LocalDate day) {
    Instant month = ChinaTime.instant(day.withDayOfMonth(1).atStartOfDay());
    store.put(OutletKey.month(mn, month), DOUBTED);
  }

  /** Takes out so many of those that are doubted, or fewer. */
  List<Month> take(int most) {
    List<Month> taken = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
      while (rows.hasNext() && taken.size() < most) {
        KeyValue<Bytes, byte[]> row = rows.next();
        if (row.value.length == DOUBTED.length) {
          taken.add(new Month(OutletKey.mnOf(row.key), OutletKey.timeOf(row.key)));
        }
      }
    }
    taken.forEach(month -> store.delete(OutletKey.month(month.mn(), month.start())));
    return taken;
  }
}
