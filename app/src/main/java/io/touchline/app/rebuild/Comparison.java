package io.touchline.app.rebuild;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One topic as it stands, beside the same derived a second time.
 *
 * @param rows keys in either of the two
 * @param different by key, both as they stand: JSON, or null where there is none
 */
public record Comparison(String topic, long rows, SortedMap<String, Pair> different) {

  /** The two of one key. */
  public record Pair(String live, String rebuilt) {}

  public long differences() {
    return different.size();
  }

  public long same() {
    return rows - differences();
  }

  /** The first that differ, a line each. */
  public List<String> examples(int most) {
    return new TreeSet<>(different.keySet())
        .stream().limit(most).flatMap(key -> lines(key, different.get(key))).toList();
  }

  private static Stream<String> lines(String key, Pair pair) {
    return Stream.of(key, "  - " + pair.live(), "  + " + pair.rebuilt());
  }
}
