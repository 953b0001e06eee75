package io.touchline.streams;

import io.touchline.contract.QualityRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.EarlyWarning;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import io.touchline.domain.OutletProfile;
import io.touchline.streams.JournalEvent.FrameRead;
import io.touchline.streams.JournalEvent.MarksChanged;
import io.touchline.streams.JournalEvent.ProfileChanged;
import io.touchline.streams.JournalEvent.UploadKept;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Warns while an hour still runs that it will exceed if it goes on. It looks every five minutes, at
 * what came while the hour ran; back-filled minutes warn of nothing.
 */
final class WarnEarly implements Processor<String, JournalEvent, String, QualityRecord> {

  private ProcessorContext<String, QualityRecord> context;
  private Profiles profiles;
  private MarksJournal marks;
  private PeriodSources sources;
  private FindingsJournal findings;

  @Override
  public void init(ProcessorContext<String, QualityRecord> context) {
    this.context = context;
    this.profiles = new Profiles(context.getStateStore(JournalStores.PROFILES));
    this.marks = new MarksJournal(context.getStateStore(JournalStores.MARKS));
    this.sources =
        new PeriodSources(
            context.getStateStore(JournalStores.UPLOADS), MeansJournal.of(context), marks);
    this.findings = FindingsJournal.of(context);
  }

  @Override
  public void process(Record<String, JournalEvent> record) {
    if (record.value() instanceof UploadKept kept && kept.changed()) {
      look(kept.frame(), kept.upload().measurements().keySet(), record);
    } else if (record.value() instanceof ProfileChanged changed) {
      profiles.forget(changed.mn());
    } else if (record.value() instanceof MarksChanged changed) {
      marks.forget(changed.mn());
    }
  }

  private void look(FrameRead frame, Set<String> factors, Record<String, JournalEvent> record) {
    if (frame.level() != OutletKey.Level.MINUTE) {
      return;
    }
    OutletProfile profile = profiles.of(frame.mn(), sources::mediumOf);
    Instant hour = AveragingPeriod.HOUR.startOf(frame.at());
    Duration interval = profile.minuteInterval();
    Instant end = AveragingPeriod.HOUR.endOf(hour);
    boolean runs = !frame.receivedAt().isAfter(end);
    if (!runs || !EarlyWarning.isToBeLookedAt(frame.at(), interval)) {
      return;
    }
    SortedMap<Instant, SortedMap<String, FactorMean>> minutes = null;
    for (String factor : factors) {
      EmissionLimit limit = profile.limitFor(factor, AveragingPeriod.HOUR, hour).orElse(null);
      if (limit != null) {
        minutes = minutes == null ? sources.minutes(frame.mn(), hour, end, profile) : minutes;
        List<FactorMean> ofFactor =
            minutes.values().stream().map(at -> at.get(factor)).filter(Objects::nonNull).toList();
        Duration passed = Duration.between(hour, frame.at().plus(interval));
        publish(
            frame.mn(),
            factor,
            hour,
            EarlyWarning.of(limit, ofFactor, passed, interval)
                .map(warning -> quality(frame.mn(), hour, warning))
                .map(List::of)
                .orElse(List.of()),
            record);
      }
    }
  }

  private void publish(
      String mn,
      String factor,
      Instant hour,
      List<QualityRecord> found,
      Record<String, JournalEvent> record) {
    findings
        .tell(mn, QualityRecord.Kind.EARLY_WARNING, factor, hour, hour.plusSeconds(1), found)
        .forEach(revision -> context.forward(record.withKey(mn).withValue(revision)));
  }

  private static QualityRecord quality(String mn, Instant hour, EarlyWarning warning) {
    EmissionLimit limit = warning.limit();
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("mean", warning.mean().toString());
    evidence.put("minutes", Long.toString(warning.valid()));
    evidence.put("left", Long.toString(warning.left()));
    evidence.put("under", warning.restUnder().toString());
    evidence.put("limit", limit.value() + " " + limit.unit().text());
    evidence.put("rule", limit.rule());
    return QualityRecord.of(
        mn,
        limit.factor(),
        QualityRecord.Kind.EARLY_WARNING,
        hour,
        AveragingPeriod.HOUR.endOf(hour),
        null,
        "the mean of "
            + warning.valid()
            + " minutes is "
            + warning.mean()
            + ", the limit "
            + evidence.get("limit")
            + (warning.isCertain()
                ? ": the hour exceeds whatever comes"
                : ": the rest must stay under " + warning.restUnder()),
        evidence,
        "early-warning");
  }
}
