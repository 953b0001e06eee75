package io.touchline.streams;

import io.touchline.contract.QualityRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.distrust.Distrust;
import io.touchline.domain.distrust.HourSeries;
import io.touchline.domain.distrust.Suspicion;
import io.touchline.streams.JournalEvent.PeriodsFormed;
import io.touchline.streams.JournalEvent.ProfileChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Asks whether the hours that changed look as they should. Stretches of hours are looked at at
 * once, calendar months when another of their days has ended. What is no longer so is withdrawn.
 */
final class DoubtHours implements Processor<String, JournalEvent, String, QualityRecord> {

  /** Starts further apart than this are looked at one by one. */
  private static final Duration APART = Duration.ofDays(3);

  private static final Duration FURTHER = Duration.ofDays(4);

  /** All but the one that looks back beyond the month. */
  private static final Set<Suspicion.Kind> WITHIN_A_MONTH = withinAMonth();

  private final JournalSettings settings;
  private ProcessorContext<String, QualityRecord> context;
  private Profiles profiles;
  private MeansJournal means;
  private FindingsJournal findings;
  private MonthsToLookAt doubted;

  DoubtHours(JournalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, QualityRecord> context) {
    this.context = context;
    this.profiles = new Profiles(context.getStateStore(JournalStores.PROFILES));
    this.means = MeansJournal.of(context);
    this.findings = FindingsJournal.of(context);
    this.doubted =
        new MonthsToLookAt(context.getStateStore(JournalStores.DOUBTED_MONTHS), settings);
    context.schedule(MonthsToLookAt.INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::lookAtMonths);
  }

  @Override
  public void process(Record<String, JournalEvent> record) {
    if (record.value() instanceof PeriodsFormed formed) {
      if (formed.period() == AveragingPeriod.HOUR) {
        NavigableSet<Instant> starts = new TreeSet<>();
        formed.changed().values().forEach(starts::addAll);
        boolean appended = true;
        for (Instant start : starts) {
          appended &= doubted.changed(formed.mn(), start);
        }
        lookAround(formed.mn(), starts, appended, record.timestamp());
      }
    } else if (record.value() instanceof ProfileChanged changed) {
      profiles.forget(changed.mn());
      HourSpans.Span span = doubted.span(changed.mn());
      if (span != null) {
        doubted.lookAt(changed.mn(), span.first(), span.last());
        lookAtHours(changed.mn(), span.first(), span.last(), false, record.timestamp());
      }
    }
  }

  private void lookAround(String mn, NavigableSet<Instant> starts, boolean appended, long now) {
    Instant first = null;
    Instant last = null;
    for (Instant start : starts) {
      if (last != null && start.isAfter(last.plus(APART))) {
        lookAtHours(mn, first, last, appended, now);
        first = null;
      }
      first = first == null ? start : first;
      last = start;
    }
    if (last != null) {
      lookAtHours(mn, first, last, appended, now);
    }
  }

  /**
   * Looks so far to both sides that every stretch near these hours is seen whole, and compares what
   * begins within with what was published.
   *
   * @param appended whether they are new after all others: then nothing that was found can have
   *     gone, and half as far back is enough until something is found
   */
  private void lookAtHours(String mn, Instant first, Instant last, boolean appended, long now) {
    Instant from = first.minus(Distrust.REACH.multipliedBy(appended ? 1 : 2));
    Instant to = last.plus(Distrust.REACH.multipliedBy(2));
    HourSpans.Span span = doubted.span(mn);
    while (true) {
      HourSeries series = series(mn, from, to);
      boolean nothingBefore = !span.first().isBefore(from);
      boolean nothingAfter = span.last().isBefore(to);
      Instant begin = nothingBefore ? from : from.plus(Distrust.REACH);
      Instant end = nothingAfter ? to : to.minus(Distrust.REACH);
      Set<String> factors = Distrust.factors(series);
      List<Suspicion> found = find(Distrust.ofHours(), factors, series);
      boolean cutBefore = false;
      boolean cutAfter = false;
      for (Suspicion one : found) {
        boolean near =
            one.to().isAfter(first.minus(Distrust.REACH))
                && one.from().isBefore(last.plus(Distrust.REACH));
        cutBefore |= near && one.from().isBefore(begin);
        cutAfter |= near && one.to().isAfter(end);
      }
      if (appended && found.isEmpty()) {
        return;
      }
      if (!cutBefore && !cutAfter) {
        publish(mn, Distrust.ofHours(), factors, begin, end, found, now);
        return;
      }
      from = cutBefore ? from.minus(FURTHER) : from;
      to = cutAfter ? to.plus(FURTHER) : to;
    }
  }

  private void lookAtMonths(long now) {
    for (MonthsToLookAt.Month month : doubted.take()) {
      Instant ended = doubted.span(month.mn()).lastDay();
      Instant to = ended.isBefore(month.end()) ? ended : month.end();
      if (!month.start().isBefore(to)) {
        continue;
      }
      HourSeries withBefore = series(month.mn(), month.start().minus(Distrust.BEFORE_MONTH), to);
      HourSeries series = withBefore.from(month.start());
      Set<String> factors = Distrust.factors(series);
      List<Suspicion> found = find(WITHIN_A_MONTH, factors, series);
      found.addAll(find(EnumSet.of(Suspicion.Kind.STEP), factors, withBefore));
      publish(month.mn(), Distrust.ofMonths(), factors, month.start(), month.end(), found, now);
    }
  }

  private static Set<Suspicion.Kind> withinAMonth() {
    Set<Suspicion.Kind> kinds = EnumSet.copyOf(Distrust.ofMonths());
    kinds.remove(Suspicion.Kind.STEP);
    return kinds;
  }

  private static List<Suspicion> find(
      Set<Suspicion.Kind> kinds, Set<String> factors, HourSeries series) {
    List<Suspicion> found = new ArrayList<>();
    for (Suspicion.Kind kind : kinds) {
      for (String factor : factors) {
        found.addAll(Distrust.find(kind, factor, series));
      }
    }
    return found;
  }

  private HourSeries series(String mn, Instant from, Instant to) {
    // Tests need no medium: an outlet that the registry does not know has neither limits nor
    // ranges.
    OutletProfile profile = profiles.of(mn, unknown -> Medium.AIR);
    return new HourSeries(profile, means.hours(mn, from, to));
  }

  private void publish(
      String mn,
      Collection<Suspicion.Kind> kinds,
      Collection<String> factors,
      Instant from,
      Instant to,
      List<Suspicion> found,
      long now) {
    for (Suspicion.Kind kind : kinds) {
      QualityRecord.Kind published = QualityRecord.Kind.valueOf("SUSPECT_" + kind.name());
      for (String factor : factors) {
        List<QualityRecord> records =
            found.stream()
                .filter(one -> one.kind() == kind && one.factor().equals(factor))
                .filter(one -> !one.from().isBefore(from) && one.from().isBefore(to))
                .map(one -> record(mn, published, one))
                .toList();
        findings
            .tell(mn, published, factor, from, to, records)
            .forEach(revision -> context.forward(new Record<>(mn, revision, now)));
      }
    }
  }

  private static QualityRecord record(String mn, QualityRecord.Kind kind, Suspicion one) {
    return QualityRecord.of(
        mn,
        one.factor(),
        kind,
        one.from(),
        one.to(),
        one.score(),
        one.text(),
        one.evidence(),
        "distrust");
  }
}
