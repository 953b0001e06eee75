package io.touchline.app.proof;

import io.touchline.contract.VerificationRecord.Difference;
import io.touchline.contract.VerificationRecord.Kind;
import io.touchline.domain.FrameRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what does not fit, and counts what was compared. */
final class Differences {

  private final List<Difference> found = new ArrayList<>();
  private int figures;

  /** One thing that does not fit as a whole. */
  void add(Kind kind, String of, String was, String is, List<FrameRef> frames) {
    found.add(new Difference(kind, of, null, was, is, frames));
  }

  /** Holds figures by name against one another, each that either side has. */
  void compare(
      Kind kind,
      String of,
      SortedMap<String, String> was,
      SortedMap<String, String> is,
      List<FrameRef> frames) {
    SortedSet<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    for (String name : names) {
      compare(kind, of, name, was.get(name), is.get(name), frames);
    }
  }

  /** Holds one figure against another. */
  void compare(Kind kind, String of, String figure, String was, String is, List<FrameRef> frames) {
    figures++;
    if (!Objects.equals(was, is)) {
      found.add(new Difference(kind, of, figure, was, is, frames));
    }
  }

  List<Difference> found() {
    return found;
  }

  int figures() {
    return figures;
  }
}
