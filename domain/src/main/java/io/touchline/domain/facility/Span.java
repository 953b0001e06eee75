package io.touchline.domain.facility;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A stretch of time, its end excluded. Lists of spans are in order and do not touch. */
public record Span(Instant from, Instant to) {

  public Duration length() {
    return Duration.between(from, to);
  }

  /** All the time that any of them covers. */
  public static List<Span> union(Collection<Span> spans) {
    List<Span> union = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      Span last = union.isEmpty() ? null : union.get(union.size() - 1);
      if (last == null || span.from.isAfter(last.to)) {
        union.add(span);
      } else if (span.to.isAfter(last.to)) {
        union.set(union.size() - 1, new Span(last.from, span.to));
      }
    }
    return union;
  }

  /** The time that both lists cover. */
  public static List<Span> common(List<Span> some, List<Span> others) {
    List<Span> common = new ArrayList<>();
    for (Span one : some) {
      for (Span other : others) {
        Instant from = one.from.isAfter(other.from) ? one.from : other.from;
        Instant to = one.to.isBefore(other.to) ? one.to : other.to;
        if (from.isBefore(to)) {
          common.add(new Span(from, to));
        }
      }
    }
    return union(common);
  }

  /** How much time they cover together. */
  public static Duration total(List<Span> spans) {
    return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }
}
