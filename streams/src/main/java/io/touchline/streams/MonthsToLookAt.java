package io.touchline.streams;

import io.touchline.domain.AveragingPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
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
      return AveragingPeriod.MONTH.endOf(AveragingPeriod.MONTH.startOf(start));
    }
  }

  /** How often to look. */
  static final Duration INTERVAL = Duration.ofSeconds(1);

  /** At a time, so that a midnight does not hold up the hours; offline nobody waits. */
  private static final int MOST = 20;

  private final WaitingKeys waiting;
  private final HourSpans spans;
  private final int most;

  MonthsToLookAt(KeyValueStore<Bytes, byte[]> store, JournalSettings settings) {
    this.waiting = new WaitingKeys(store);
    this.spans = new HourSpans(store);
    this.most = settings.atOnce(MOST);
  }

  /**
   * An hour changed: its month waits when its day has ended, or when it ends another.
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
      lookAt(mn, before.last());
    } else if (day.isBefore(before.lastDay())) {
      lookAt(mn, hour);
    }
    return hour.isAfter(before.last());
  }

  /** The first and the last hour that came of an outlet, null where none did. */
  HourSpans.Span span(String mn) {
    return spans.of(mn);
  }

  /** All months from that of one instant to that of another. */
  void lookAt(String mn, Instant from, Instant to) {
    for (Instant month = from; month.isBefore(to); month = new Month(mn, month).end()) {
      lookAt(mn, month);
    }
    lookAt(mn, to);
  }

  private void lookAt(String mn, Instant at) {
    put(mn, at);
    // The first hours of the next month look back on it.
    put(mn, at.plus(Duration.ofDays(3)));
  }

  private void put(String mn, Instant at) {
    waiting.add(OutletKey.month(mn, AveragingPeriod.MONTH.startOf(at)));
  }

  /** Takes out those that wait, or as many as may be looked at now. */
  List<Month> take() {
    return waiting.take(most).stream()
        .map(key -> new Month(OutletKey.mnOf(key), OutletKey.timeOf(key)))
        .toList();
  }
}
