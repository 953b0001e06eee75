package io.touchline.streams;

import io.touchline.domain.AveragingPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The open periods of a task's outlets: kept in a store, mirrored in memory because every frame
 * asks for those of its outlet. The mirror is read anew whenever the task is.
 */
final class OpenPeriods {

  /** One open period and where it stands. */
  record Entry(Bytes key, OpenPeriod open) {

    String mn() {
      return OutletKey.mnOf(key);
    }

    AveragingPeriod period() {
      return OutletKey.periodOf(key);
    }

    Instant start() {
      return OutletKey.timeOf(key);
    }

    /** Whether its parts can be taken as complete when a frame of {@code at} came at this time. */
    boolean isPast(Instant at, Instant receivedAt, Duration settle) {
      Instant end = period().endOf(start());
      boolean current = !at.isBefore(start()) && at.isBefore(end);
      return !current && !receivedAt.isBefore(end.plus(settle));
    }
  }

  private final RecordStore<OpenPeriod> store;
  private final KeyValueStore<Bytes, byte[]> rows;
  private final Map<String, SortedMap<Bytes, OpenPeriod>> byOutlet = new HashMap<>();

  OpenPeriods(KeyValueStore<Bytes, byte[]> rows) {
    this.rows = rows;
    this.store = new RecordStore<>(rows, OpenPeriod.class);
    store.each((key, open) -> mirror(OutletKey.mnOf(key)).put(key, open));
  }

  void touch(String mn, AveragingPeriod period, Instant start, OpenPeriod open) {
    Bytes key = OutletKey.period(mn, period, start);
    SortedMap<Bytes, OpenPeriod> mirror = mirror(mn);
    OpenPeriod before = mirror.get(key);
    OpenPeriod after = before == null ? open : before.joined(open);
    if (!after.equals(before)) {
      mirror.put(key, after);
      store.put(key, after);
    }
  }

  boolean has(String mn, AveragingPeriod period, Instant start) {
    SortedMap<Bytes, OpenPeriod> mirror = byOutlet.get(mn);
    return mirror != null && mirror.containsKey(OutletKey.period(mn, period, start));
  }

  void remove(Entry entry) {
    mirror(entry.mn()).remove(entry.key());
    rows.delete(entry.key());
  }

  /** Those of one outlet and kind, oldest first. */
  List<Entry> of(String mn, AveragingPeriod period) {
    List<Entry> entries = new ArrayList<>();
    mirror(mn)
        .forEach(
            (key, open) -> {
              if (OutletKey.periodOf(key) == period) {
                entries.add(new Entry(key, open));
              }
            });
    return entries;
  }

  /** Those of all outlets of one kind that are due, oldest first within an outlet. */
  List<Entry> due(AveragingPeriod period, Instant now) {
    List<Entry> entries = new ArrayList<>();
    for (String mn : List.copyOf(byOutlet.keySet())) {
      of(mn, period).stream()
          .filter(entry -> !entry.open().due().isAfter(now))
          .forEach(entries::add);
    }
    return entries;
  }

  private SortedMap<Bytes, OpenPeriod> mirror(String mn) {
    return byOutlet.computeIfAbsent(mn, key -> new TreeMap<>());
  }
}
