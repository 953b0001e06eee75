package io.touchline.streams;

import io.touchline.contract.QualityRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * What was published of the quality of each outlet's data, and its next revision where that
 * differs.
 *
 * <p>A finding is named by outlet, kind, factor and beginning. A step that looks at a stretch anew
 * hands in all that it finds there: so late data changes a finding or takes it back, and the last
 * revision of each is the same in whatever order the data came.
 */
final class FindingsJournal {

  private final RecordStore<QualityRecord> store;
  private final Map<String, Set<String>> subjects = new HashMap<>();

  FindingsJournal(RecordStore<QualityRecord> store) {
    this.store = store;
  }

  /** The one of a step that has the store. */
  static FindingsJournal of(ProcessorContext<?, ?> context) {
    return new FindingsJournal(
        new RecordStore<>(context.getStateStore(JournalStores.FINDINGS), QualityRecord.class));
  }

  /**
   * Compares all findings of one kind that begin in a stretch with those published before.
   *
   * @param factor null where they are about the station as a whole
   * @param from first beginning looked at
   * @param to the instant after the last
   * @param found all that holds now; each begins in the stretch
   * @return what is to be published, by beginning: new, different, or withdrawn
   */
  List<QualityRecord> replace(
      String mn,
      QualityRecord.Kind kind,
      String factor,
      Instant from,
      Instant to,
      Collection<QualityRecord> found) {
    SortedMap<Bytes, QualityRecord> unseen = published(mn, kind, factor, from, to);
    SortedMap<Instant, QualityRecord> revisions = new TreeMap<>();
    for (QualityRecord record : found) {
      Bytes key = key(mn, kind, factor, record.from());
      QualityRecord before = unseen.remove(key);
      if (before == null || before.withdrawn() || !before.saysTheSameAs(record)) {
        QualityRecord next = record.after(before);
        store.put(key, next);
        revisions.put(next.from(), next);
      }
    }
    unseen.forEach(
        (key, before) -> {
          if (!before.withdrawn()) {
            QualityRecord gone = before.withdraw();
            store.put(key, gone);
            revisions.put(gone.from(), gone);
          }
        });
    return new ArrayList<>(revisions.values());
  }

  /**
   * The same, without a look at the store where nothing of that kind was ever found of the factor;
   * for the one step that finds that kind.
   */
  List<QualityRecord> tell(
      String mn,
      QualityRecord.Kind kind,
      String factor,
      Instant from,
      Instant to,
      Collection<QualityRecord> found) {
    Set<String> known = subjects.computeIfAbsent(mn, this::known);
    if (!found.isEmpty()) {
      known.add(subject(kind, factor));
    }
    return known.contains(subject(kind, factor))
        ? replace(mn, kind, factor, from, to, found)
        : List.of();
  }

  /** Kind and factor of everything ever found of an outlet, withdrawn or not. */
  Set<String> known(String mn) {
    Set<String> known = new HashSet<>();
    store.upwards(
        OutletKey.firstFinding(mn),
        OutletKey.lastFinding(mn),
        (key, record) -> {
          known.add(subject(record.kind(), record.factor()));
          return true;
        });
    return known;
  }

  /** Names kind and factor together. */
  static String subject(QualityRecord.Kind kind, String factor) {
    return kind.name() + '|' + (factor == null ? "" : factor);
  }

  private SortedMap<Bytes, QualityRecord> published(
      String mn, QualityRecord.Kind kind, String factor, Instant from, Instant to) {
    SortedMap<Bytes, QualityRecord> published = new TreeMap<>();
    if (from.isBefore(to)) {
      store.upwards(
          key(mn, kind, factor, from),
          key(mn, kind, factor, to.minusSeconds(1)),
          (key, record) -> {
            published.put(key, record);
            return true;
          });
    }
    return published;
  }

  private static Bytes key(String mn, QualityRecord.Kind kind, String factor, Instant from) {
    return OutletKey.finding(mn, kind.name(), factor == null ? "" : factor, from);
  }
}
