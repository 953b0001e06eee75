package io.touchline.streams;

import io.touchline.contract.QualityRecord;
import io.touchline.domain.selfcheck.ConversionLevels;
import io.touchline.domain.selfcheck.SelfCheck;
import io.touchline.domain.selfcheck.SelfComparison;
import io.touchline.streams.JournalEvent.PeriodCompared;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Tells where a logger contradicts itself, and where an hour's converted value is two numbers;
 * takes it back where it is so no longer.
 */
final class TellDifferences implements Processor<String, PeriodCompared, String, QualityRecord> {

  private ProcessorContext<String, QualityRecord> context;
  private FindingsJournal findings;

  @Override
  public void init(ProcessorContext<String, QualityRecord> context) {
    this.context = context;
    this.findings = FindingsJournal.of(context);
  }

  @Override
  public void process(Record<String, PeriodCompared> record) {
    PeriodCompared compared = record.value();
    for (SelfCheck.Kind kind : SelfCheck.Kind.values()) {
      if (isItsPeriod(kind, compared)) {
        QualityRecord.Kind published = QualityRecord.Kind.valueOf(kind.name());
        for (String factor : compared.factors()) {
          List<QualityRecord> found =
              compared.differences().stream()
                  .filter(one -> one.kind() == kind && one.factor().equals(factor))
                  .map(one -> quality(compared, published, one))
                  .toList();
          tell(record, published, factor, found);
        }
      }
    }
    tellConversions(record);
  }

  /** An hour whose converted value hangs on the level at which it was converted. */
  private void tellConversions(Record<String, PeriodCompared> record) {
    PeriodCompared compared = record.value();
    for (String factor : compared.converted()) {
      List<QualityRecord> found =
          compared.conversions().stream()
              .filter(one -> one.factor().equals(factor))
              .map(one -> quality(compared, one))
              .toList();
      tell(record, QualityRecord.Kind.CONVERSION_LEVELS_DIFFER, factor, found);
    }
  }

  private void tell(
      Record<String, PeriodCompared> record,
      QualityRecord.Kind kind,
      String factor,
      List<QualityRecord> found) {
    String mn = record.value().mn();
    Instant start = record.value().start();
    findings
        .tell(mn, kind, factor, start, start.plusSeconds(1), found)
        .forEach(revision -> context.forward(record.withKey(mn).withValue(revision)));
  }

  /** A day begins when its first hour does, and must not take back what that hour said. */
  private static boolean isItsPeriod(SelfCheck.Kind kind, PeriodCompared compared) {
    return switch (compared.period()) {
      case HOUR -> kind != SelfCheck.Kind.DAY_DIFFERS_FROM_HOURS;
      case DAY -> kind == SelfCheck.Kind.DAY_DIFFERS_FROM_HOURS;
      case MONTH -> false;
    };
  }

  private static QualityRecord quality(
      PeriodCompared compared, QualityRecord.Kind kind, SelfCheck.Difference difference) {
    SelfComparison comparison = difference.comparison();
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("reported", comparison.reported().toString());
    evidence.put("reckoned", comparison.reckoned().toString());
    if (comparison.differencePercent() != null) {
      evidence.put("percent", comparison.differencePercent().toString());
    }
    evidence.put("tolerance", comparison.tolerance().percent().toString());
    return QualityRecord.of(
        compared.mn(),
        difference.factor(),
        kind,
        compared.start(),
        compared.period().endOf(compared.start()),
        null,
        "reported "
            + comparison.reported()
            + ", its other values give "
            + comparison.reckoned()
            + "; allowed are "
            + comparison.tolerance().percent()
            + " %",
        evidence,
        "self-check");
  }

  private static QualityRecord quality(PeriodCompared compared, ConversionLevels levels) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("minuteLevel", levels.minuteLevel().toString());
    evidence.put("hourLevel", levels.hourLevel().toString());
    evidence.put("minutes", Integer.toString(levels.minutes()));
    evidence.put("measured", levels.measured().toString());
    evidence.put("oxygen", levels.oxygen().toString());
    evidence.put("allowed", levels.allowed().value().toString());
    if (levels.percent() != null) {
      evidence.put("percent", levels.percent().toString());
    }
    return QualityRecord.of(
        compared.mn(),
        levels.factor(),
        QualityRecord.Kind.CONVERSION_LEVELS_DIFFER,
        compared.start(),
        compared.period().endOf(compared.start()),
        null,
        "converted minute by minute the hour is "
            + levels.minuteLevel()
            + ", converted by its means "
            + levels.hourLevel()
            + "; allowed are "
            + levels.allowed().value()
            + " %",
        evidence,
        "self-check");
  }
}
