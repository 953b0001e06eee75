package io.touchline.streams;

import io.touchline.contract.Cause;
import io.touchline.contract.MeansRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.FactorMean;
import io.touchline.domain.FrameRef;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.Unit;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** What was published of each period, and its next revision where a result differs. */
final class MeansJournal {

  /**
   * A period after writing.
   *
   * @param record null where nothing is known of the period yet
   * @param changed the factors whose result differs from the revision before; where there are none
   *     the record is the one already published
   */
  record Entry(MeansRecord record, Set<String> changed) {}

  private record Draft(MeansRecord.Factor factor, SortedSet<FrameRef> frames) {

    /** Proven by the same bytes: where in Kafka a copy of a frame lies makes no difference. */
    boolean sameAs(Draft other) {
      return factor.sameResult(other.factor) && hashes().equals(other.hashes());
    }

    private Set<String> hashes() {
      return frames.stream().map(FrameRef::hash).collect(Collectors.toSet());
    }
  }

  private final RecordStore<MeansRecord> store;

  MeansJournal(RecordStore<MeansRecord> store) {
    this.store = store;
  }

  /** The one of a step that has the store. */
  static MeansJournal of(ProcessorContext<?, ?> context) {
    return new MeansJournal(rows(context));
  }

  /** The rows themselves, of a step that has the stores of means and uploads. */
  static RecordStore<MeansRecord> rows(ProcessorContext<?, ?> context) {
    UploadRows uploads = new UploadRows(context.getStateStore(JournalStores.UPLOADS));
    return new RecordStore<>(
        context.getStateStore(JournalStores.MEANS), MeansRecord.class, new MeansRowCodec(uploads));
  }

  /** Judges these means, and keeps them as the next revision where anything differs. */
  Entry write(
      OutletProfile profile,
      AveragingPeriod period,
      Instant start,
      Cause cause,
      SortedMap<String, FactorMean> means,
      Judging judging) {
    Bytes key = OutletKey.period(profile.mn(), period, start);
    MeansRecord before = store.get(key);
    int revision = before == null ? 1 : before.revision() + 1;
    SortedMap<String, Draft> drafts = draftsOf(before);
    Set<String> changed = new TreeSet<>();
    means.forEach(
        (factor, mean) -> {
          Draft was = drafts.get(factor);
          Draft is = draft(judging, factor, mean);
          if (was == null || !was.sameAs(is)) {
            int next = was == null ? 1 : was.factor().revision() + 1;
            drafts.put(
                factor, new Draft(is.factor().with(next, cause, revision, List.of()), is.frames()));
            changed.add(factor);
          }
        });
    if (changed.isEmpty()) {
      return new Entry(before, changed);
    }
    MeansRecord after = assemble(profile.mn(), period, start, revision, cause, drafts);
    store.put(key, after);
    return new Entry(after, changed);
  }

  /** Minutes were gathered: the row of a period of theirs can name their frames by that. */
  void nameFramesAnew(String mn, AveragingPeriod period, Instant start) {
    Bytes key = OutletKey.period(mn, period, start);
    MeansRecord record = store.get(key);
    if (record != null && MeansRowCodec.namesPlaces(record)) {
      store.put(key, record);
    }
  }

  /** Every formed period of an outlet that begins in a stretch, both ends included. */
  void formed(
      String mn,
      AveragingPeriod period,
      Instant first,
      Instant last,
      Consumer<MeansRecord> visitor) {
    store.upwards(
        OutletKey.period(mn, period, first),
        OutletKey.period(mn, period, last),
        (key, record) -> {
          visitor.accept(record);
          return true;
        });
  }

  /** The factors that a period has results of. */
  Set<String> factors(String mn, AveragingPeriod period, Instant start) {
    MeansRecord record = store.get(OutletKey.period(mn, period, start));
    return record == null ? Set.of() : record.factors().keySet();
  }

  boolean hasHour(String mn, Instant start) {
    return store.get(OutletKey.period(mn, AveragingPeriod.HOUR, start)) != null;
  }

  /** The hours of a stretch of time. */
  SortedMap<Instant, SortedMap<String, FactorMean>> hours(String mn, Instant start, Instant end) {
    return parts(mn, AveragingPeriod.HOUR, start, end);
  }

  /** The formed periods of one kind in a stretch of time, as parts of a longer period. */
  SortedMap<Instant, SortedMap<String, FactorMean>> parts(
      String mn, AveragingPeriod period, Instant start, Instant end) {
    SortedMap<Instant, SortedMap<String, FactorMean>> parts = new TreeMap<>();
    store.upwards(
        OutletKey.period(mn, period, start),
        OutletKey.period(mn, period, end.minusSeconds(1)),
        MeansJournal::partsOf,
        (key, means) -> parts.put(OutletKey.timeOf(key), means));
    return parts;
  }

  /** The hour that begins there, null where none is formed. */
  SortedMap<String, FactorMean> hour(String mn, Instant start) {
    return store.get(OutletKey.period(mn, AveragingPeriod.HOUR, start), MeansJournal::partsOf);
  }

  private static SortedMap<String, FactorMean> partsOf(MeansRecord record) {
    SortedMap<String, FactorMean> means = new TreeMap<>();
    record.factors().forEach((factor, mean) -> means.put(factor, part(record, mean)));
    return Collections.unmodifiableSortedMap(means);
  }

  /** A published mean as the rules know it. */
  static FactorMean part(MeansRecord record, MeansRecord.Factor factor) {
    return new FactorMean(
        factor.value(),
        factor.converted(),
        factor.rederived(),
        Unit.of(factor.unit()),
        factor.amount(),
        factor.massMg(),
        factor.toValidity(),
        factor.source(),
        new TreeSet<>(record.framesOf(factor)));
  }

  private static Draft draft(Judging judging, String factor, FactorMean mean) {
    MeansRecord.Judged judged =
        judging.judge(factor, mean).map(MeansRecord.Judged::of).orElse(null);
    return new Draft(
        new MeansRecord.Factor(
            0,
            null,
            0,
            mean.value(),
            mean.converted(),
            mean.rederived(),
            mean.unit().text(),
            mean.amount(),
            mean.massMg(),
            mean.validity().isValid(),
            mean.validity().text(),
            mean.validity().reason(),
            mean.source(),
            List.of(),
            judged),
        mean.inputs());
  }

  private static SortedMap<String, Draft> draftsOf(MeansRecord record) {
    SortedMap<String, Draft> drafts = new TreeMap<>();
    if (record != null) {
      record
          .factors()
          .forEach(
              (name, factor) ->
                  drafts.put(name, new Draft(factor, new TreeSet<>(record.framesOf(factor)))));
    }
    return drafts;
  }

  private static MeansRecord assemble(
      String mn,
      AveragingPeriod period,
      Instant start,
      int revision,
      Cause cause,
      SortedMap<String, Draft> drafts) {
    SortedSet<FrameRef> all = new TreeSet<>();
    drafts.values().forEach(draft -> all.addAll(draft.frames()));
    List<FrameRef> frames = List.copyOf(all);
    Map<FrameRef, Integer> places = MinuteBlock.placesOf(frames);
    SortedMap<String, MeansRecord.Factor> factors = new TreeMap<>();
    drafts.forEach(
        (name, draft) -> {
          MeansRecord.Factor factor = draft.factor();
          List<Integer> inputs = draft.frames().stream().map(places::get).toList();
          factors.put(
              name, factor.with(factor.revision(), factor.cause(), factor.revisedIn(), inputs));
        });
    return new MeansRecord(
        MeansRecord.SCHEMA_VERSION, mn, period, start, revision, cause, factors, frames);
  }
}
