package io.touchline.streams;

import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.facility.FacilityFigure;
import io.touchline.domain.facility.RunState;
import io.touchline.domain.facility.Span;
import io.touchline.domain.facility.Treatment;
import io.touchline.streams.JournalEvent.FacilitiesSaid;
import io.touchline.streams.JournalEvent.InletHourChanged;
import io.touchline.streams.JournalEvent.PeriodsFormed;
import io.touchline.streams.JournalEvent.ProfileChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps what is said of facilities, and asks of each day of an outlet with treatment whether enough
 * was taken out and whether treatment ran when production did.
 *
 * <p>A day is looked at when an hour of it was formed, when more was said of its facilities after
 * that, and when a day before it changed that says what is usual.
 */
final class FollowFacilities implements Processor<String, JournalEvent, String, QualityRecord> {

  private static final Set<QualityRecord.Kind> KINDS =
      Set.of(QualityRecord.Kind.REMOVAL_TOO_LOW, QualityRecord.Kind.TREATMENT_OFF);
  private static final Comparator<Subject> BY_NAME =
      Comparator.comparing(Subject::kind).thenComparing(Subject::factor);
  private static final Treatment NONE = new Treatment(List.of(), List.of());

  /** What of an outlet was ever found; see {@link FindingsJournal#known}. */
  private record Subject(QualityRecord.Kind kind, String factor) {}

  private final Map<String, Set<Subject>> known = new HashMap<>();
  private ProcessorContext<String, QualityRecord> context;
  private Profiles profiles;
  private MeansJournal means;
  private FindingsJournal findings;
  private FacilityRows rows;
  private InletHours inletHours;

  @Override
  public void init(ProcessorContext<String, QualityRecord> context) {
    this.context = context;
    this.profiles = new Profiles(context.getStateStore(JournalStores.PROFILES));
    this.means = MeansJournal.of(context);
    this.findings = FindingsJournal.of(context);
    this.rows = new FacilityRows(context.getStateStore(JournalStores.FACILITIES));
    this.inletHours = new InletHours(context.getStateStore(JournalStores.INLET_HOURS));
  }

  @Override
  public void process(Record<String, JournalEvent> record) {
    if (record.value() instanceof FacilitiesSaid said) {
      keep(said, record.timestamp());
    } else if (record.value() instanceof PeriodsFormed formed) {
      if (formed.period() == AveragingPeriod.HOUR && isTreated(formed.mn())) {
        Set<Instant> starts = new TreeSet<>();
        formed.changed().values().forEach(starts::addAll);
        lookFrom(formed.mn(), starts, record.timestamp());
      }
    } else if (record.value() instanceof InletHourChanged changed) {
      if (isTreated(changed.mn())) {
        Instant day = AveragingPeriod.DAY.startOf(changed.hour());
        days(changed.mn(), day, AveragingPeriod.DAY.endOf(day))
            .forEach(one -> look(changed.mn(), one, record.timestamp()));
      }
    } else if (record.value() instanceof ProfileChanged changed) {
      profiles.forget(changed.mn());
      if (isTreated(changed.mn()) || !knownOf(changed.mn()).isEmpty()) {
        days(changed.mn(), Instant.EPOCH, Instant.MAX)
            .forEach(day -> look(changed.mn(), day, record.timestamp()));
      }
    }
  }

  /** What comes before its hour is formed waits for it. */
  private void keep(FacilitiesSaid said, long now) {
    String mn = said.mn();
    boolean changed = false;
    for (Map.Entry<String, RunState> one : said.states().entrySet()) {
      changed |= rows.put(mn, one.getKey(), said.at(), said.sentAt(), one.getValue(), said.frame());
    }
    for (Map.Entry<String, Decimal> one : said.hours().entrySet()) {
      changed |=
          rows.putHours(mn, one.getKey(), said.at(), said.sentAt(), one.getValue(), said.frame());
    }
    if (changed && isTreated(mn)) {
      Instant holds = said.at().plus(FacilityFigure.STATE_HOLDS_MINUTES.minutes());
      Instant to = said.states().isEmpty() ? AveragingPeriod.DAY.endOf(said.at()) : holds;
      days(mn, AveragingPeriod.HOUR.startOf(said.at()), to).forEach(day -> look(mn, day, now));
    }
  }

  /** The days of these hours, and the days after for which they say what is usual. */
  private void lookFrom(String mn, Collection<Instant> starts, long now) {
    Duration reach = Duration.ofDays(1L + FacilityFigure.USUAL_DAYS.count());
    List<Span> spans = new ArrayList<>();
    for (Instant start : starts) {
      Instant day = AveragingPeriod.DAY.startOf(start);
      spans.add(new Span(day, day.plus(reach)));
    }
    Span.union(spans)
        .forEach(span -> days(mn, span.from(), span.to()).forEach(day -> look(mn, day, now)));
  }

  /** The days of which hours are formed that begin in a stretch. */
  private SortedSet<Instant> days(String mn, Instant from, Instant to) {
    SortedSet<Instant> days = new TreeSet<>();
    means.formed(
        mn,
        AveragingPeriod.HOUR,
        from,
        to.minusSeconds(1),
        hour -> days.add(AveragingPeriod.DAY.startOf(hour.start())));
    return days;
  }

  private void look(String mn, Instant day, long now) {
    OutletRecord outlet = profiles.entry(mn);
    List<QualityRecord> found =
        isTreated(mn)
            ? new FacilityDay(outlet, day, means, rows, inletHours).findings()
            : List.of();
    Map<Subject, List<QualityRecord>> bySubject =
        found.stream().collect(Collectors.groupingBy(one -> new Subject(one.kind(), one.factor())));
    Set<Subject> subjects = knownOf(mn);
    subjects.addAll(bySubject.keySet());
    for (Subject subject : subjects) {
      findings
          .replace(
              mn,
              subject.kind(),
              subject.factor(),
              day,
              AveragingPeriod.DAY.endOf(day),
              bySubject.getOrDefault(subject, List.of()))
          .forEach(revision -> context.forward(new Record<>(mn, revision, now)));
    }
  }

  private Set<Subject> knownOf(String mn) {
    return known.computeIfAbsent(mn, this::readKnown);
  }

  private Set<Subject> readKnown(String mn) {
    Set<Subject> subjects = new TreeSet<>(BY_NAME);
    for (String subject : findings.known(mn)) {
      int bar = subject.indexOf('|');
      QualityRecord.Kind kind = QualityRecord.Kind.valueOf(subject.substring(0, bar));
      if (KINDS.contains(kind)) {
        subjects.add(new Subject(kind, subject.substring(bar + 1)));
      }
    }
    return subjects;
  }

  private boolean isTreated(String mn) {
    OutletRecord outlet = profiles.entry(mn);
    return outlet != null && outlet.treatment() != null && !outlet.treatment().equals(NONE);
  }
}
