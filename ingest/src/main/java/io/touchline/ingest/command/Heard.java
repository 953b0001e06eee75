package io.touchline.ingest.command;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a logger has said to one request so far.
 *
 * @param qnRtn number of its 9011, null before it came or where it has none
 * @param exeRtn number of its 9012, likewise
 * @param frames data frames that came
 * @param values fields of its answer to a question
 */
record Heard(Integer qnRtn, Integer exeRtn, int frames, SortedMap<String, String> values) {

  static final Heard NOTHING = new Heard(null, null, 0, Collections.emptySortedMap());

  /** An answer of many parts is kept up to here; all of it is in the evidence. */
  private static final int MOST_VALUES = 256;

  Heard withQnRtn(Integer number) {
    return new Heard(number, exeRtn, frames, values);
  }

  Heard withExeRtn(Integer number) {
    return new Heard(qnRtn, number, frames, values);
  }

  Heard withFrame() {
    return new Heard(qnRtn, exeRtn, frames + 1, values);
  }

  Heard withValues(Map<String, String> more) {
    TreeMap<String, String> all = new TreeMap<>(values);
    more.forEach(
        (name, value) -> {
          if (all.size() < MOST_VALUES || all.containsKey(name)) {
            all.put(name, value);
          }
        });
    return new Heard(qnRtn, exeRtn, frames, Collections.unmodifiableSortedMap(all));
  }

  /** Whether anything of what was asked for has come. */
  boolean answered() {
    return frames > 0 || !values.isEmpty();
  }
}
