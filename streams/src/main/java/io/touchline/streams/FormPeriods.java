package io.touchline.streams;

import io.touchline.contract.Cause;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ExemptHours;
import io.touchline.domain.FactorMean;
import io.touchline.domain.OutletProfile;
import io.touchline.streams.JournalEvent.MarksChanged;
import io.touchline.streams.JournalEvent.PeriodCompared;
import io.touchline.streams.JournalEvent.PeriodsFormed;
import io.touchline.streams.JournalEvent.ProfileChanged;
import io.touchline.streams.JournalEvent.UploadKept;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Decides when a period is formed, forms it, and publishes it where its result differs.
 *
 * <p>The logger's own hour or day is formed the moment it comes. Means from parts are formed when
 * the outlet's data has moved on past the period and the settle time, or when the clock has;
 * whatever comes later forms the period again. A changed hour touches its day, a changed day its
 * month. Months wait for the clock alone: data of a month that come late come in numbers.
 */
final class FormPeriods implements Processor<String, JournalEvent, String, Object> {

  private static final Duration LOOK_FOR_OVERDUE = Duration.ofSeconds(1);

  private final JournalSettings settings;
  private ProcessorContext<String, Object> context;
  private Profiles profiles;
  private MarksJournal marks;
  private PeriodSources sources;
  private OpenPeriods openPeriods;
  private MeansJournal means;
  private long now;

  FormPeriods(JournalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.profiles = new Profiles(context.getStateStore(JournalStores.PROFILES));
    this.means = MeansJournal.of(context);
    this.marks = new MarksJournal(context.getStateStore(JournalStores.MARKS));
    this.sources = new PeriodSources(context.getStateStore(JournalStores.UPLOADS), means, marks);
    this.openPeriods = new OpenPeriods(context.getStateStore(JournalStores.OPEN_PERIODS));
    context.schedule(LOOK_FOR_OVERDUE, PunctuationType.WALL_CLOCK_TIME, this::formOverdue);
  }

  @Override
  public void process(Record<String, JournalEvent> record) {
    now = record.timestamp();
    if (record.value() instanceof UploadKept kept) {
      if (kept.changed()) {
        take(kept);
      }
      formPast(kept.mn(), kept.frame().at(), kept.frame().receivedAt());
    } else if (record.value() instanceof ProfileChanged changed) {
      profiles.forget(changed.mn());
      for (AveragingPeriod period : AveragingPeriod.values()) {
        judgeAgain(changed.mn(), period, Instant.EPOCH, Instant.MAX, Cause.LIMIT);
      }
    } else if (record.value() instanceof MarksChanged changed) {
      marks.forget(changed.mn());
      judgeMarked(changed);
    }
  }

  /** Exempt hours are counted from new year: what changes in March may excuse a day in May. */
  private void judgeMarked(MarksChanged changed) {
    boolean exempt = profileOf(changed.mn()).exemption() != null;
    Instant yearsEnd = ExemptHours.endOfYear(changed.to());
    for (AveragingPeriod period : AveragingPeriod.values()) {
      Instant to = exempt && period == AveragingPeriod.DAY ? yearsEnd : changed.to();
      judgeAgain(changed.mn(), period, changed.from(), to, Cause.MARK);
    }
  }

  private void take(UploadKept kept) {
    switch (kept.frame().level()) {
      case MINUTE -> {
        touch(kept, AveragingPeriod.HOUR);
        Instant day = AveragingPeriod.DAY.startOf(kept.frame().at());
        touchCounted(
            kept.mn(),
            AveragingPeriod.DAY,
            day,
            causeOf(kept, AveragingPeriod.DAY.endOf(day)),
            kept.upload().measurements().keySet());
      }
      case HOUR -> takeReport(kept, AveragingPeriod.HOUR);
      case DAY -> takeReport(kept, AveragingPeriod.DAY);
    }
  }

  private void takeReport(UploadKept kept, AveragingPeriod period) {
    if (profileOf(kept.mn()).judge() == OutletProfile.Judge.RECOMPUTED) {
      touch(kept, period);
    } else {
      Instant start = period.startOf(kept.frame().at());
      form(kept.mn(), period, start, causeOf(kept, period.endOf(start)), false);
    }
  }

  /** A part came: its period is to be formed, not before its end has settled. */
  private void touch(UploadKept kept, AveragingPeriod period) {
    Instant start = period.startOf(kept.frame().at());
    Cause cause = causeOf(kept, period.endOf(start));
    touch(kept.mn(), period, start, cause, kept.upload().measurements().keySet());
  }

  private void touch(
      String mn, AveragingPeriod period, Instant start, Cause cause, Set<String> factors) {
    Instant settled = period.endOf(start).plus(settings.settle());
    Instant quiet = Instant.ofEpochMilli(now).plus(settings.quiet());
    Instant due = settled.isAfter(quiet) ? settled : quiet;
    openPeriods.touch(mn, period, start, new OpenPeriod(due, cause, new TreeSet<>(factors)));
  }

  private Cause causeOf(UploadKept kept, Instant end) {
    Instant receivedAt = kept.frame().receivedAt();
    boolean late = receivedAt.isAfter(end.plus(settings.lateAfter()));
    // A minute that was asked for while its hour still ran is part of it like any other.
    boolean mended = kept.asked() && !receivedAt.isBefore(end);
    return late || mended || kept.frame().resent() ? Cause.BACKFILL : Cause.LIVE;
  }

  /** Hours before days: a formed hour touches its day. */
  private void formPast(String mn, Instant at, Instant receivedAt) {
    for (AveragingPeriod period : List.of(AveragingPeriod.HOUR, AveragingPeriod.DAY)) {
      for (OpenPeriods.Entry entry : openPeriods.of(mn, period)) {
        if (entry.isPast(at, receivedAt, settings.settle())) {
          formOpen(entry);
        }
      }
    }
  }

  private void formOverdue(long wallClock) {
    now = wallClock;
    for (AveragingPeriod period : AveragingPeriod.values()) {
      openPeriods.due(period, Instant.ofEpochMilli(wallClock)).forEach(this::formOpen);
    }
  }

  private void formOpen(OpenPeriods.Entry entry) {
    openPeriods.remove(entry);
    OutletProfile profile = profileOf(entry.mn());
    // What was formed of parts may hang on factors of others, as all does on the oxygen.
    Set<String> formed = means.factors(entry.mn(), entry.period(), entry.start());
    boolean covered =
        formed.containsAll(entry.open().factors())
            && sources.reportCovers(entry.mn(), entry.period(), entry.start(), profile, formed);
    boolean counted = !countedOf(profile, entry.period(), entry.start(), formed).isEmpty();
    if (!covered || counted) {
      form(entry.mn(), entry.period(), entry.start(), entry.open().cause(), !covered);
    } else {
      compare(entry.mn(), entry.period(), entry.start());
    }
  }

  /** The factors that a row in force counts parts of. */
  private static Set<String> countedOf(
      OutletProfile profile, AveragingPeriod period, Instant start, Set<String> factors) {
    return factors.stream()
        .filter(factor -> profile.countsParts(factor, period, start))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void form(
      String mn, AveragingPeriod period, Instant start, Cause cause, boolean fromParts) {
    Set<String> changed = publish(mn, period, start, cause, fromParts);
    compare(mn, period, start);
    if (!changed.isEmpty()) {
      SortedMap<String, SortedSet<Instant>> starts = new TreeMap<>();
      changed.forEach(factor -> starts.put(factor, new TreeSet<>(Set.of(start))));
      follow(new PeriodsFormed(mn, period, starts));
      touchLonger(mn, period, start, cause, changed);
    }
  }

  /**
   * Judges the formed periods of an outlet again that lie in a stretch, in whole or in part; only
   * what differs is published. What is formed later is judged by what is known then.
   */
  private void judgeAgain(
      String mn, AveragingPeriod period, Instant from, Instant to, Cause cause) {
    SortedMap<String, SortedSet<Instant>> starts = new TreeMap<>();
    means.formed(
        mn,
        period,
        period.startOf(from),
        to.minusSeconds(1),
        record -> {
          boolean fromParts =
              profileOf(mn).judge() == OutletProfile.Judge.RECOMPUTED
                  || record.factors().values().stream()
                      .anyMatch(factor -> factor.source() == FactorMean.Source.RECOMPUTED);
          Set<String> changed = publish(mn, period, record.start(), cause, fromParts);
          changed.forEach(
              factor -> starts.computeIfAbsent(factor, key -> new TreeSet<>()).add(record.start()));
          compare(mn, period, record.start());
          touchLonger(mn, period, record.start(), cause, changed);
        });
    if (!starts.isEmpty()) {
      follow(new PeriodsFormed(mn, period, starts));
    }
  }

  private Set<String> publish(
      String mn, AveragingPeriod period, Instant start, Cause cause, boolean fromParts) {
    OutletProfile profile = profileOf(mn);
    SortedMap<String, FactorMean> formed = sources.means(mn, period, start, profile, fromParts);
    MeansJournal.Entry entry =
        means.write(
            profile, period, start, cause, formed, new Judging(sources, profile, period, start));
    if (!entry.changed().isEmpty()) {
      context.forward(
          new Record<>(entry.record().key(), entry.record(), now), OutletJournalTopology.TO_MEANS);
    }
    return entry.changed();
  }

  /** Not while more of its parts may come: then it is compared when they are there. */
  private void compare(String mn, AveragingPeriod period, Instant start) {
    if (period == AveragingPeriod.MONTH || openPeriods.has(mn, period, start)) {
      return;
    }
    PeriodCompared compared = sources.compared(mn, period, start, profileOf(mn));
    if (!compared.factors().isEmpty() || !compared.converted().isEmpty()) {
      context.forward(new Record<>(mn, compared, now), OutletJournalTopology.TELL);
    }
  }

  private void touchLonger(
      String mn, AveragingPeriod period, Instant start, Cause cause, Set<String> changed) {
    if (changed.isEmpty()) {
      return;
    }
    switch (period) {
      case HOUR -> {
        touch(mn, AveragingPeriod.DAY, AveragingPeriod.DAY.startOf(start), cause, changed);
        touchCounted(mn, AveragingPeriod.MONTH, start, cause, changed);
      }
      case DAY ->
          touch(mn, AveragingPeriod.MONTH, AveragingPeriod.MONTH.startOf(start), cause, changed);
      case MONTH -> {}
    }
  }

  /** Touches a period for the factors whose parts it counts, whoever forms their mean. */
  private void touchCounted(
      String mn, AveragingPeriod period, Instant at, Cause cause, Set<String> factors) {
    Instant start = period.startOf(at);
    Set<String> counted = countedOf(profileOf(mn), period, start, factors);
    if (!counted.isEmpty()) {
      touch(mn, period, start, cause, counted);
    }
  }

  private void follow(PeriodsFormed formed) {
    for (String step : OutletJournalTopology.FOLLOWERS) {
      context.forward(new Record<>(formed.mn(), formed, now), step);
    }
  }

  private OutletProfile profileOf(String mn) {
    return profiles.of(mn, sources::mediumOf);
  }
}
