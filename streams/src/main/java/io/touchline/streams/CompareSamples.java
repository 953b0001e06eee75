package io.touchline.streams;

import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.FactorBook;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.sample.Sample;
import io.touchline.domain.sample.SampleBridge;
import io.touchline.domain.sample.SampleFigure;
import io.touchline.domain.sample.Samples;
import io.touchline.streams.JournalEvent.MarksChanged;
import io.touchline.streams.JournalEvent.PeriodsFormed;
import io.touchline.streams.JournalEvent.ProfileChanged;
import io.touchline.streams.JournalEvent.SampleChanged;
import io.touchline.streams.JournalEvent.SampleMassChanged;
import io.touchline.streams.JournalEvent.UploadKept;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Holds samples against the automatic data of their time and against the limits, tells of them, and
 * hands on the mass that manual samples stand in for.
 *
 * <p>It looks at all samples of a factor that begin on one day at once, a moment after anything
 * changed that they hang on: the samples, the minutes and hours of their time, marks, the profile.
 */
final class CompareSamples implements Processor<String, JournalEvent, String, Object> {

  private static final Duration LOOK = Duration.ofSeconds(1);

  private final JournalSettings settings;
  private ProcessorContext<String, Object> context;
  private Profiles profiles;
  private MarksJournal marks;
  private SamplesJournal samples;
  private MeansJournal means;
  private PeriodSources sources;
  private FindingsJournal findings;
  private SampleDays days;
  private SampleMasses masses;

  CompareSamples(JournalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.profiles = new Profiles(context.getStateStore(JournalStores.PROFILES));
    this.marks = new MarksJournal(context.getStateStore(JournalStores.MARKS));
    this.samples = new SamplesJournal(context.getStateStore(JournalStores.SAMPLES));
    this.means = MeansJournal.of(context);
    this.sources = new PeriodSources(context.getStateStore(JournalStores.UPLOADS), means, marks);
    this.findings = FindingsJournal.of(context);
    this.days = new SampleDays(context.getStateStore(JournalStores.SAMPLE_DAYS), settings);
    this.masses = new SampleMasses(context.getStateStore(JournalStores.SAMPLE_MASSES));
    context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, this::look);
  }

  @Override
  public void process(Record<String, JournalEvent> record) {
    if (record.value() instanceof UploadKept kept) {
      if (kept.changed() && kept.frame().level() == OutletKey.Level.MINUTE) {
        Instant at = kept.frame().at();
        touch(kept.mn(), at, AveragingPeriod.HOUR.endOf(at));
      }
    } else if (record.value() instanceof PeriodsFormed formed) {
      if (formed.period() == AveragingPeriod.HOUR) {
        Set<Instant> starts = new TreeSet<>();
        formed.changed().values().forEach(starts::addAll);
        starts.forEach(start -> touchDay(formed.mn(), start));
      }
    } else if (record.value() instanceof ProfileChanged changed) {
      profiles.forget(changed.mn());
      samples.of(changed.mn()).standing().forEach(this::lookAt);
    } else if (record.value() instanceof MarksChanged changed) {
      marks.forget(changed.mn());
      touch(changed.mn(), changed.from(), changed.to());
    } else if (record.value() instanceof SampleChanged changed) {
      samples.forget(changed.mn());
      touch(changed);
    }
  }

  /** What was taken in that time, and what such samples may stand for after it. */
  private void touch(SampleChanged changed) {
    Instant to = later(changed.to(), changed.from().plus(SampleFigure.GAP_HOURS.hours()));
    lookAt(changed.mn(), changed.factor(), changed.from(), to);
    if (FactorBook.isOxygen(changed.factor())) {
      // By the oxygen that was measured with them others are converted.
      touch(changed.mn(), changed.from(), changed.to().plusMillis(1));
    }
  }

  /** Data changed of a stretch: whatever was taken in it, or may stand for it. */
  private void touch(String mn, Instant from, Instant to) {
    Duration hour = AveragingPeriod.HOUR.length();
    for (Sample sample :
        samples.of(mn).beginning(from.minus(Sample.LONGEST).minus(hour), to.plus(hour))) {
      if (AveragingPeriod.HOUR.startOf(sample.from()).isBefore(to)
          && from.isBefore(SampleBridge.reach(sample))) {
        lookAt(sample);
      }
    }
  }

  /** An hour changed: what is missing of a day hangs on all of its hours. */
  private void touchDay(String mn, Instant hour) {
    Instant day = AveragingPeriod.DAY.startOf(hour);
    Instant end = AveragingPeriod.DAY.endOf(day);
    for (Sample sample : samples.of(mn).beginning(day.minus(Sample.LONGEST), end)) {
      if (day.isBefore(SampleBridge.reach(sample))) {
        days.lookAt(mn, sample.factor(), sample.day());
        days.lookAt(mn, sample.factor(), day);
      }
    }
  }

  private void lookAt(Sample sample) {
    lookAt(sample.mn(), sample.factor(), sample.from(), SampleBridge.reach(sample));
  }

  private void lookAt(String mn, String factor, Instant from, Instant to) {
    for (Instant day = AveragingPeriod.DAY.startOf(from);
        !day.isAfter(to);
        day = AveragingPeriod.DAY.endOf(day)) {
      days.lookAt(mn, factor, day);
    }
  }

  private void look(long now) {
    days.take().forEach(day -> look(day, now));
  }

  private void look(SampleDays.Day day, long now) {
    OutletProfile profile = profiles.of(day.mn(), sources::mediumOf);
    Instant end = AveragingPeriod.DAY.endOf(day.start());
    Samples all = samples.of(day.mn());
    SampleDay looked = SampleDay.of(profile, regionOf(day.mn()), day, all, sources, means);
    for (QualityRecord.Kind kind : SampleDay.KINDS) {
      Predicate<QualityRecord> ofKind = found -> found.kind() == kind;
      findings
          .tell(
              day.mn(),
              kind,
              day.factor(),
              day.start(),
              end,
              looked.findings().stream().filter(ofKind).toList())
          .forEach(
              revision ->
                  context.forward(
                      new Record<>(day.mn(), revision, now), OutletJournalTopology.TO_QUALITY));
    }
    for (Map.Entry<Instant, Long> more :
        masses
            .replace(day.mn(), day.factor(), day.start(), end, looked.bridge().filled())
            .entrySet()) {
      SampleMassChanged changed =
          new SampleMassChanged(day.mn(), day.factor(), more.getKey(), more.getValue());
      context.forward(new Record<>(day.mn(), changed, now), OutletJournalTopology.ADD);
    }
  }

  private String regionOf(String mn) {
    OutletRecord entry = profiles.entry(mn);
    return entry == null || entry.regionCode() == null ? "" : entry.regionCode();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
