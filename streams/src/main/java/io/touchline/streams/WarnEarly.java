package io.touchline.streams;

import io.touchline.contract.QualityRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.EarlyWarning;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import io.touchline.domain.OutletProfile;
import io.touchline.streams.JournalEvent.HourRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Warns while an hour still runs that it will exceed if it goes on, and takes it back if not. */
final class WarnEarly implements Processor<String, HourRuns, String, QualityRecord> {

  private ProcessorContext<String, QualityRecord> context;
  private FindingsJournal findings;

  @Override
  public void init(ProcessorContext<String, QualityRecord> context) {
    this.context = context;
    this.findings = FindingsJournal.of(context);
  }

  @Override
  public void process(Record<String, HourRuns> record) {
    HourRuns runs = record.value();
    Instant hour = runs.hour();
    OutletProfile profile = runs.profile();
    for (String factor : runs.factors()) {
      EmissionLimit limit = profile.limitFor(factor, AveragingPeriod.HOUR, hour).orElse(null);
      if (limit != null) {
        List<FactorMean> ofFactor =
            runs.minutes().values().stream()
                .map(at -> at.get(factor))
                .filter(Objects::nonNull)
                .toList();
        Duration passed = Duration.between(hour, runs.upTo());
        publish(
            runs.mn(),
            factor,
            hour,
            EarlyWarning.of(limit, ofFactor, passed, profile.minuteInterval())
                .map(warning -> quality(runs.mn(), hour, warning))
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
      Record<String, HourRuns> record) {
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
