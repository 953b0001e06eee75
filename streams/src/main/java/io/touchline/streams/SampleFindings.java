package io.touchline.streams;

import io.touchline.contract.QualityRecord;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.sample.Sample;
import io.touchline.domain.sample.SampleBridge;
import io.touchline.domain.sample.SampleBridge.FilledHour;
import io.touchline.domain.sample.SampleComparison;
import io.touchline.domain.sample.SampleFigure;
import io.touchline.domain.sample.SampleJudgement;
import io.touchline.domain.sample.SampleKind;
import io.touchline.domain.sample.SamplePairs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Puts what came of the samples of one factor and day into words and numbers. Findings of one kind
 * and beginning are one: of several samples that begin together the first by name is told, and the
 * others stand in its evidence.
 */
final class SampleFindings {

  private static final String SOURCE = "samples";

  private final SampleDays.Day day;
  private final Map<Kind, SortedMap<Instant, QualityRecord>> found = new EnumMap<>(Kind.class);

  SampleFindings(SampleDays.Day day) {
    this.day = day;
  }

  List<QualityRecord> all() {
    List<QualityRecord> all = new ArrayList<>();
    found.values().forEach(ofKind -> all.addAll(ofKind.values()));
    return all;
  }

  void compared(SampleComparison comparison) {
    Sample sample = comparison.sample();
    SortedMap<String, String> evidence = evidence(sample);
    if (comparison.automatic().value() != null) {
      evidence.put("automatic", comparison.automatic().value() + unit(sample));
      evidence.put(
          "parts", comparison.automatic().parts() + " " + comparison.automatic().level().name());
    }
    if (comparison.row() != null) {
      evidence.put("allowed", comparison.row().text());
      evidence.put("clause", comparison.row().source().text());
    }
    if (comparison.error() != null) {
      evidence.put("error", comparison.errorText());
    }
    String numbers =
        "the sample says "
            + evidence.get("value")
            + ", the monitor "
            + evidence.get("automatic")
            + ": "
            + evidence.get("error")
            + ", allowed are "
            + evidence.get("allowed");
    switch (comparison.verdict()) {
      case AGREES -> tell(sample, Kind.SAMPLE_AGREES, numbers, evidence);
      case DIFFERS -> tell(sample, Kind.SAMPLE_DIFFERS, numbers, evidence);
      case NOT_COMPARED -> {
        evidence.put("reason", comparison.reason());
        tell(
            sample,
            Kind.SAMPLE_ALONE,
            "the sample says " + evidence.get("value") + ": " + comparison.reason(),
            evidence);
      }
    }
  }

  void exceeds(SampleJudgement judged) {
    Sample sample = judged.sample();
    EmissionLimit limit = judged.judgement().limit();
    SortedMap<String, String> evidence = evidence(sample);
    String bound = limit.isRange() ? limit.lower() + "-" + limit.value() : limit.value().toString();
    evidence.put("judged", (judged.judgement().judged() + " " + limit.unit()).strip());
    evidence.put("limit", (bound + " " + limit.unit()).strip());
    evidence.put("averaging", limit.averaging().name());
    evidence.put("rule", limit.rule());
    evidence.put("clause", (limit.source() + " " + limit.clause()).strip());
    if (judged.judgement().multiple() != null) {
      evidence.put("multiple", judged.judgement().multiple().toString());
    }
    if (judged.use() != null) {
      if (judged.use().isVerified()) {
        evidence.put("use", judged.use().use().name());
      }
      evidence.put("useClause", judged.use().source().text());
    }
    tell(
        sample,
        Kind.SAMPLE_EXCEEDS,
        "the sample says "
            + evidence.get("judged")
            + ", the limit "
            + evidence.get("limit")
            + use(judged),
        evidence);
  }

  private static String use(SampleJudgement judged) {
    if (judged.use() == null) {
      return "; by itself it proves nothing";
    }
    return judged.use().isVerified()
        ? "; it may be used alone"
        : "; whether it may be used alone needs a check";
  }

  void pairsFailed(SamplePairs pairs) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("pairs", Integer.toString(pairs.pairs()));
    evidence.put("within", Integer.toString(pairs.within()));
    evidence.put("needed", SampleFigure.PAIRS.number().toString());
    evidence.put("clause", SampleFigure.PAIRS.source().text());
    ofTheDay(
        Kind.SAMPLE_PAIRS_FAILED,
        "of " + pairs.pairs() + " comparison pairs " + pairs.within() + " agree",
        evidence);
  }

  void bridged(SampleBridge bridge, List<Sample> taken) {
    long manual =
        taken.stream().filter(sample -> sample.kind() == SampleKind.MANUAL_SUBSTITUTE).count();
    if (!bridge.filled().isEmpty()) {
      long massMg = bridge.filled().stream().mapToLong(FilledHour::massMg).sum();
      SortedMap<String, String> evidence = new TreeMap<>();
      evidence.put("hours", Integer.toString(bridge.filled().size()));
      evidence.put("missing", Integer.toString(bridge.missing()));
      evidence.put("massMg", Long.toString(massMg));
      evidence.put("cause", "sample");
      evidence.put(
          "samples", join(bridge.filled().stream().map(one -> one.sample().id()).toList()));
      evidence.put(
          "adoptedBy",
          join(
              bridge.filled().stream()
                  .map(one -> one.sample().adoptedBy())
                  .filter(officer -> officer != null)
                  .toList()));
      evidence.put("clause", SampleFigure.GAP_HOURS.source().text());
      ofTheDay(
          Kind.SAMPLES_FILL,
          "samples stand in for "
              + bridge.filled().size()
              + " of "
              + bridge.missing()
              + " missing hours: "
              + massMg
              + " mg",
          evidence);
    }
    if (manual > 0 && bridge.uncovered() > 0) {
      SortedMap<String, String> evidence = new TreeMap<>();
      evidence.put("taken", Long.toString(manual));
      evidence.put("needed", SampleFigure.SAMPLES_A_DAY.number().toString());
      evidence.put("missing", Integer.toString(bridge.missing()));
      evidence.put("uncovered", Integer.toString(bridge.uncovered()));
      evidence.put("hours", SampleFigure.GAP_HOURS.number().toString());
      evidence.put("clause", SampleFigure.SAMPLES_A_DAY.source().text());
      ofTheDay(
          Kind.SAMPLES_TOO_FEW,
          bridge.uncovered()
              + " of "
              + bridge.missing()
              + " missing hours lie more than "
              + evidence.get("hours")
              + " hours after a manual sample; "
              + manual
              + " were taken",
          evidence);
    }
  }

  private static SortedMap<String, String> evidence(Sample sample) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("sample", sample.id());
    evidence.put("version", Integer.toString(sample.version()));
    evidence.put("taken", sample.kind().name());
    evidence.put("value", sample.figure() + unit(sample));
    evidence.put("basis", sample.basis().name());
    evidence.put("author", sample.author());
    putIfThere(evidence, "method", sample.method());
    putIfThere(evidence, "laboratory", sample.laboratory());
    putIfThere(evidence, "attachment", sample.attachment());
    return evidence;
  }

  private static void putIfThere(SortedMap<String, String> evidence, String name, String text) {
    if (text != null) {
      evidence.put(name, text);
    }
  }

  private static String unit(Sample sample) {
    return sample.unit().text().isEmpty() ? "" : " " + sample.unit().text();
  }

  private static String join(Collection<String> names) {
    return new TreeSet<>(names).stream().collect(Collectors.joining(", "));
  }

  private void tell(Sample sample, Kind kind, String detail, SortedMap<String, String> evidence) {
    SortedMap<Instant, QualityRecord> ofKind = found.computeIfAbsent(kind, key -> new TreeMap<>());
    QualityRecord earlier = ofKind.get(sample.from());
    if (earlier != null) {
      earlier
          .evidence()
          .merge("others", sample.id() + " " + sample.figure(), (a, b) -> a + ", " + b);
      return;
    }
    ofKind.put(sample.from(), record(kind, sample.from(), sample.to(), detail, evidence));
  }

  private void ofTheDay(Kind kind, String detail, SortedMap<String, String> evidence) {
    found
        .computeIfAbsent(kind, key -> new TreeMap<>())
        .put(
            day.start(),
            record(kind, day.start(), AveragingPeriod.DAY.endOf(day.start()), detail, evidence));
  }

  private QualityRecord record(
      Kind kind, Instant from, Instant to, String detail, SortedMap<String, String> evidence) {
    return QualityRecord.of(day.mn(), day.factor(), kind, from, to, null, detail, evidence, SOURCE);
  }
}
