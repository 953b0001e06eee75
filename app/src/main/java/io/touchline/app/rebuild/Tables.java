package io.touchline.app.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchline.app.TopicReader;
import io.touchline.contract.Json;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands in topics: the latest record of each key, without what tells of the way there – how
 * many revisions there were and why. Findings are compared where they are about the data; those
 * about arrival (gaps, clocks, silence, repeats) depend on when the journal was at work.
 */
public final class Tables {

  private static final Set<String> OF_THE_WAY = Set.of("revision", "revisedIn", "cause");

  /** What was live while the two were read is read again. */
  private static final int ROUNDS = 3;

  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private final Map<String, Object> client;

  public Tables(Map<String, Object> client) {
    this.client = client;
  }

  /** Compares each table of the one with that of the other. */
  public List<Comparison> compare(Topics live, Topics rebuilt) throws InterruptedException {
    List<Topic> ones = tables(live);
    List<Topic> others = tables(rebuilt);
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < ones.size(); i++) {
      comparisons.add(compare(ones.get(i), others.get(i)));
    }
    for (int round = 1; round < ROUNDS && comparisons.stream().anyMatch(Tables::differs); round++) {
      Thread.sleep(BETWEEN.toMillis());
      for (int i = 0; i < ones.size(); i++) {
        if (differs(comparisons.get(i))) {
          comparisons.set(i, compare(ones.get(i), others.get(i)));
        }
      }
    }
    return comparisons;
  }

  private static boolean differs(Comparison comparison) {
    return comparison.differences() > 0;
  }

  private static List<Topic> tables(Topics topics) {
    return List.of(
        topics.means(),
        topics.exceedances(),
        topics.totals(),
        topics.budgets(),
        topics.barometer(),
        topics.rates(),
        topics.quality());
  }

  private Comparison compare(Topic one, Topic other) {
    SortedMap<String, String> live = latest(one);
    SortedMap<String, String> rebuilt = latest(other);
    Set<String> keys = new TreeSet<>(live.keySet());
    keys.addAll(rebuilt.keySet());
    SortedMap<String, Comparison.Pair> different = new TreeMap<>();
    for (String key : keys) {
      if (!Objects.equals(live.get(key), rebuilt.get(key))) {
        different.put(key, new Comparison.Pair(live.get(key), rebuilt.get(key)));
      }
    }
    return new Comparison(one.name(), keys.size(), different);
  }

  private SortedMap<String, String> latest(Topic topic) {
    SortedMap<String, String> latest = new TreeMap<>();
    try (TopicReader reader = new TopicReader(client)) {
      reader.forEach(
          topic.name(),
          record -> {
            JsonNode row = record.value() == null ? null : read(record.value());
            boolean finding = row != null && row.has("kind") && row.has("mn");
            String key = finding ? keyOfFinding(row) : record.key();
            if (row == null || (finding && !isOfTheData(row)) || isNothing(row)) {
              latest.remove(key);
            } else {
              latest.put(key, withoutTheWay(row).toString());
            }
          });
    }
    return latest;
  }

  private static String keyOfFinding(JsonNode row) {
    return String.join(
        "|", text(row, "mn"), text(row, "kind"), text(row, "factor"), text(row, "from"));
  }

  private static String text(JsonNode row, String name) {
    return row.path(name).asText();
  }

  private static boolean isOfTheData(JsonNode finding) {
    String kind = text(finding, "kind");
    return kind.startsWith("SUSPECT_") || kind.startsWith("SAMPLE");
  }

  /** What was withdrawn, and a sum of nothing, is as good as never published. */
  private static boolean isNothing(JsonNode row) {
    boolean emptySum =
        row.has("massMg")
            && row.has("substitutedMg")
            && row.path("massMg").asLong() == 0
            && row.path("substitutedMg").asLong() == 0;
    return text(row, "state").equals("WITHDRAWN") || row.path("withdrawn").asBoolean() || emptySum;
  }

  private static JsonNode withoutTheWay(JsonNode row) {
    if (row instanceof ObjectNode object) {
      object.remove(OF_THE_WAY);
      object.forEach(Tables::withoutTheWay);
    } else if (row instanceof ArrayNode array) {
      array.forEach(Tables::withoutTheWay);
    }
    return row;
  }

  private static JsonNode read(byte[] json) {
    try {
      return Json.mapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
