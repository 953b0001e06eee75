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
record Comparison(String topic, long rows, SortedMap<String, Pair> different) {

  /** The two of one key. */
  record Pair(String live, String rebuilt) {}

  long differences() {
    return different.size();
  }

  long same() {
    return rows - differences();
  }

  /** The first that differ, a line each. */
  List<String> examples(int most) {
    return new TreeSet<>(different.keySet())
        .stream().limit(most).flatMap(key -> lines(key, different.get(key))).toList();
  }

  private static Stream<String> lines(String key, Pair pair) {
    return Stream.of(key, "  - " + pair.live(), "  + " + pair.rebuilt());
  }
}
