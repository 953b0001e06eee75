package io.touchline.streams;

import io.touchline.contract.BudgetRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.ExceedanceRecord.Evidence;
import io.touchline.contract.Json;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.RateRecord;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.FrameRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands of all that a journal published: the latest of each key, as JSON.
 *
 * <p>Left out is what speaks of the way there: how many revisions there were and why, where in
 * Kafka a frame lies, and in how many frames an upload came. What was withdrawn is absent, and so
 * are sums of nothing. Of the findings doubts, samples, removal and conversion are compared; those
 * of gaps, clocks, parts and contradicting uploads are about arrival.
 */
final class FinalTables {

  private static final Topics TOPICS = new Topics("");

  private final Map<String, String> uploads;
  private final SortedMap<String, byte[]> latest = new TreeMap<>();

  /**
   * Empty tables.
   *
   * @param uploads hash of a frame → name of the upload that it is the whole or a part of
   */
  FinalTables(Map<String, String> uploads) {
    this.uploads = uploads;
  }

  void hear(Topic topic, String key, byte[] json) {
    if (json == null) {
      latest.remove(topic.name() + '|' + key);
      return;
    }
    latest.put(
        topic.name() + '|' + (topic.equals(TOPICS.quality()) ? keyOfFinding(json) : key), json);
  }

  /** A finding lies by its outlet alone. */
  private static String keyOfFinding(byte[] json) {
    QualityRecord found = read(json, QualityRecord.class);
    return found.mn() + '|' + found.kind() + '|' + found.factor() + '|' + found.from();
  }

  /**
   * The rows with every word, the number of revisions too; but the days of an episode are counted
   * by the clock, samples are looked at, sums and budgets published by it, so of how many revisions
   * one has a restart may make more or fewer.
   */
  SortedMap<String, String> toTheLetter() {
    SortedMap<String, String> texts = new TreeMap<>();
    latest.forEach(
        (key, json) -> {
          String text = new String(json, StandardCharsets.UTF_8);
          if (key.startsWith(TOPICS.totals().name())) {
            text = Json.text(read(json, TotalRecord.class).withRevision(0));
          }
          if (isMassTakenBack(key, text)) {
            text = "withdrawn";
          }
          texts.put(key, isByTheClock(key) ? text.replaceFirst("\"revision\":\\d+", "") : text);
        });
    return texts;
  }

  /** It says what the sum was when it was looked at last before, and that is by the clock. */
  private static boolean isMassTakenBack(String key, String text) {
    return key.startsWith(TOPICS.exceedances().name())
        && key.contains("_MASS/")
        && text.contains("\"state\":\"WITHDRAWN\"");
  }

  private static boolean isByTheClock(String key) {
    return key.startsWith(TOPICS.exceedances().name())
        || key.startsWith(TOPICS.budgets().name())
        || key.contains("|SAMPLE");
  }

  /** The rows without what had come in its time: that another receipt changes. */
  SortedMap<String, String> whateverTheReceipt() {
    SortedMap<String, String> others = content();
    others.keySet().removeIf(key -> key.endsWith("|in time"));
    return others;
  }

  /** What the rows say. */
  SortedMap<String, String> content() {
    SortedMap<String, String> rows = new TreeMap<>();
    latest.forEach(
        (key, json) -> {
          if (key.startsWith(TOPICS.means().name())) {
            add(rows, key, read(json, MeansRecord.class));
          } else if (key.startsWith(TOPICS.exceedances().name())) {
            add(rows, key, read(json, ExceedanceRecord.class));
          } else if (key.startsWith(TOPICS.totals().name())) {
            add(rows, key, read(json, TotalRecord.class));
          } else if (key.startsWith(TOPICS.budgets().name())) {
            rows.put(key, Json.text(read(json, BudgetRecord.class).withRevision(0)));
          } else if (key.startsWith(TOPICS.rates().name())) {
            add(rows, key, read(json, RateRecord.class));
          } else {
            add(rows, key, read(json, QualityRecord.class));
          }
        });
    return rows;
  }

  private void add(SortedMap<String, String> rows, String key, MeansRecord record) {
    record
        .factors()
        .forEach(
            (factor, mean) ->
                rows.put(
                    key + '|' + factor,
                    Json.text(mean.with(0, null, 0, List.of())) + names(record.framesOf(mean))));
  }

  private void add(SortedMap<String, String> rows, String key, ExceedanceRecord record) {
    if (record.state() == ExceedanceRecord.State.WITHDRAWN) {
      return;
    }
    List<Evidence> evidence = new ArrayList<>();
    List<List<String>> proof = new ArrayList<>();
    for (Evidence one : record.evidence()) {
      evidence.add(new Evidence(one.start(), one.value(), one.converted(), 0, List.of()));
      proof.add(names(one.frames()));
    }
    ExceedanceRecord content =
        new ExceedanceRecord(
            record.schemaVersion(),
            record.mn(),
            record.factor(),
            record.period(),
            record.rule(),
            record.limit(),
            record.from(),
            record.to(),
            record.periods(),
            record.worst(),
            record.worstAt(),
            record.multiple(),
            record.state(),
            0,
            evidence,
            record.exceedingDays(),
            record.scope());
    rows.put(key, Json.text(content) + proof);
  }

  private static void add(SortedMap<String, String> rows, String key, TotalRecord record) {
    if (record.massMg() != 0 || record.substitutedMg() != 0) {
      rows.put(key, Json.text(record.withRevision(0)));
    }
  }

  private static void add(SortedMap<String, String> rows, String key, RateRecord record) {
    record
        .factors()
        .forEach(
            (factor, rate) -> {
              rows.put(key + '|' + factor, Json.text(rate.completed()) + rate.hours());
              rows.put(key + '|' + factor + "|in time", Json.text(rate));
            });
  }

  private static void add(SortedMap<String, String> rows, String key, QualityRecord record) {
    if (isOfTheData(record.kind()) && !record.withdrawn()) {
      QualityRecord content =
          QualityRecord.of(
              record.mn(),
              record.factor(),
              record.kind(),
              record.from(),
              record.to(),
              record.score(),
              record.detail(),
              record.evidence(),
              record.source());
      rows.put(key, Json.text(content));
    }
  }

  private static boolean isOfTheData(QualityRecord.Kind kind) {
    return kind.name().startsWith("SUSPECT_")
        || kind.name().startsWith("SAMPLE")
        || kind == QualityRecord.Kind.REMOVAL_TOO_LOW
        || kind == QualityRecord.Kind.CONVERSION_LEVELS_DIFFER;
  }

  private List<String> names(Collection<FrameRef> frames) {
    return frames.stream().map(frame -> uploads.get(frame.hash())).distinct().sorted().toList();
  }

  private static <T> T read(byte[] json, Class<T> type) {
    try {
      return Json.mapper().readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
