package io.touchline.streams;

import io.touchline.contract.RunningMeansRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.EarlyWarning;
import io.touchline.domain.FactorMean;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.RunningMean;
import io.touchline.streams.JournalEvent.FrameRead;
import io.touchline.streams.JournalEvent.HourRuns;
import io.touchline.streams.JournalEvent.MarksChanged;
import io.touchline.streams.JournalEvent.PeriodsFormed;
import io.touchline.streams.JournalEvent.ProfileChanged;
import io.touchline.streams.JournalEvent.UploadKept;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Looks at periods while they run: at an hour with the minute that ends each five, at a day when
 * one of its hours is formed. What they come to so far is published and goes nowhere else; the
 * running hour goes on to be warned of. What comes after its period's end is not looked at, and a
 * replay, in which nothing runs, publishes none of it.
 */
final class FormRunning implements Processor<String, JournalEvent, String, Object> {

  private final JournalSettings settings;
  private final StandardFactors factors = new StandardFactors();
  private ProcessorContext<String, Object> context;
  private Profiles profiles;
  private MarksJournal marks;
  private MeansJournal means;
  private PeriodSources sources;

  FormRunning(JournalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.profiles = new Profiles(context.getStateStore(JournalStores.PROFILES));
    this.marks = new MarksJournal(context.getStateStore(JournalStores.MARKS));
    this.means = MeansJournal.of(context);
    this.sources = new PeriodSources(context.getStateStore(JournalStores.UPLOADS), means, marks);
  }

  @Override
  public void process(Record<String, JournalEvent> record) {
    if (record.value() instanceof UploadKept kept && kept.changed()) {
      lookAtHour(kept.frame(), kept.upload().measurements().keySet(), record.timestamp());
    } else if (record.value() instanceof PeriodsFormed formed && settings.hasAClock()) {
      lookAtDays(formed, record.timestamp());
    } else if (record.value() instanceof ProfileChanged changed) {
      profiles.forget(changed.mn());
    } else if (record.value() instanceof MarksChanged changed) {
      marks.forget(changed.mn());
    }
  }

  private void lookAtHour(FrameRead frame, Set<String> sent, long now) {
    if (frame.level() != OutletKey.Level.MINUTE) {
      return;
    }
    OutletProfile profile = profiles.of(frame.mn(), sources::mediumOf);
    Instant hour = AveragingPeriod.HOUR.startOf(frame.at());
    Instant end = AveragingPeriod.HOUR.endOf(hour);
    Duration interval = profile.minuteInterval();
    boolean runs = !frame.receivedAt().isAfter(end);
    if (!runs || !EarlyWarning.isToBeLookedAt(frame.at(), interval)) {
      return;
    }
    boolean limited =
        sent.stream()
            .anyMatch(factor -> profile.limitFor(factor, AveragingPeriod.HOUR, hour).isPresent());
    if (!limited && !settings.hasAClock()) {
      return;
    }
    SortedMap<Instant, SortedMap<String, FactorMean>> minutes =
        sources.minutes(frame.mn(), hour, end, profile);
    Instant upTo = frame.at().plus(interval);
    if (limited) {
      context.forward(
          new Record<>(frame.mn(), new HourRuns(profile, hour, upTo, sent, minutes), now),
          OutletJournalTopology.WARN);
    }
    if (settings.hasAClock()) {
      publish(profile, AveragingPeriod.HOUR, hour, upTo, minutes, now);
    }
  }

  private void lookAtDays(PeriodsFormed formed, long now) {
    if (formed.period() != AveragingPeriod.HOUR) {
      return;
    }
    Instant day = AveragingPeriod.DAY.startOf(Instant.ofEpochMilli(now));
    Instant end = AveragingPeriod.DAY.endOf(day);
    Set<Instant> changed = new TreeSet<>();
    formed.changed().values().forEach(changed::addAll);
    if (changed.stream().anyMatch(hour -> !hour.isBefore(day) && hour.isBefore(end))) {
      OutletProfile profile = profiles.of(formed.mn(), sources::mediumOf);
      SortedMap<Instant, SortedMap<String, FactorMean>> hours = means.hours(formed.mn(), day, end);
      Instant upTo = AveragingPeriod.HOUR.endOf(hours.lastKey());
      publish(profile, AveragingPeriod.DAY, day, upTo, hours, now);
    }
  }

  private void publish(
      OutletProfile profile,
      AveragingPeriod period,
      Instant start,
      Instant upTo,
      SortedMap<Instant, SortedMap<String, FactorMean>> parts,
      long now) {
    RunningMeansRecord running =
        RunningMeansRecord.of(
            profile.mn(),
            period,
            start,
            upTo,
            RunningMean.of(profile, factors, period, start, upTo, parts));
    context.forward(
        new Record<>(running.key(), running, now), OutletJournalTopology.TO_MEANS_RUNNING);
  }
}
