package io.touchline.domain.alert;

import io.touchline.domain.Decimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * How an alert stands: what its grounds come to.
 *
 * @param first since when
 * @param last end of the latest occurrence so far as known
 * @param occurrences how many there are
 * @param periods how many periods exceed in all
 * @param worst of the occurrence with the greatest multiple, else of the latest that has one
 * @param days of the latest occurrence
 * @param reasons the rows that made the grade, in the order of their file
 */
public record Standing(
    Status status,
    Grade grade,
    List<Reason> reasons,
    Instant first,
    Instant last,
    int occurrences,
    int periods,
    Decimal worst,
    Decimal multiple,
    Integer days,
    Decimal share) {

  /** Whether it calls for anything. */
  public enum Status {
    OPEN,
    /** Closed by itself: all is well again for long enough. */
    ENDED,
    /** A revision took its ground away. */
    WITHDRAWN
  }

  public Standing {
    reasons = List.copyOf(reasons);
  }

  /**
   * Folds.
   *
   * @param grounds with at least one occurrence
   * @param doubt the greatest score of what speaks against the data, 0 where nothing does
   * @param now for what grows or ends with time alone
   */
  public static Standing of(Subject subject, Grounds grounds, Decimal doubt, Instant now) {
    List<Ground> telling = grounds.telling();
    Ground latest = telling.get(telling.size() - 1);
    Instant last = telling.stream().map(Ground::last).max(Comparator.naturalOrder()).orElseThrow();
    Ground worst = worst(telling);
    Figures figures = figures(telling, latest, worst, doubt, now);
    GradeRules.Graded graded = GradeRules.at(subject, latest.from(), figures);
    return new Standing(
        status(subject, grounds, last, now),
        graded.grade(),
        graded.reasons(),
        telling.get(0).from(),
        last,
        telling.size(),
        telling.stream().mapToInt(Ground::periods).sum(),
        worst.worst(),
        worst.multiple(),
        latest.days(),
        latest.share());
  }

  /** When time alone may change how it stands; null where only data can. */
  public static Instant lookAgain(Subject subject, Grounds grounds, Instant now) {
    List<Ground> telling = grounds.telling();
    if (grounds.isWithdrawn()) {
      return null;
    }
    if (grounds.isRunning()) {
      return subject == Subject.SILENCE ? now.plus(Duration.ofHours(1)) : null;
    }
    Instant last = telling.stream().map(Ground::last).max(Comparator.naturalOrder()).orElseThrow();
    return last.plus(ClosingRule.at(subject, last).endsBy());
  }

  private static Figures figures(
      List<Ground> telling, Ground latest, Ground worst, Decimal doubt, Instant now) {
    Instant end = latest.state() == Ground.State.OPEN && latest.to() == null ? now : latest.last();
    return new Figures(
        worst.multiple(),
        telling.stream().mapToInt(Ground::periods).max().orElseThrow(),
        Math.max(0, Duration.between(latest.from(), end).toHours()),
        latest.days(),
        latest.share(),
        greatest(telling, Ground::score),
        doubt);
  }

  private static Ground worst(List<Ground> telling) {
    return telling.stream()
        .filter(ground -> ground.multiple() != null)
        .max(Comparator.comparing(Ground::multiple).thenComparing(Ground::from))
        .orElse(telling.get(telling.size() - 1));
  }

  private static Decimal greatest(List<Ground> telling, Function<Ground, Decimal> figure) {
    return telling.stream()
        .map(figure)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Status status(Subject subject, Grounds grounds, Instant last, Instant now) {
    if (grounds.isWithdrawn()) {
      return Status.WITHDRAWN;
    }
    if (grounds.isRunning()) {
      return Status.OPEN;
    }
    ClosingRule rule = ClosingRule.at(subject, last);
    boolean ended =
        rule.compliantPeriods() > 0 && grounds.compliantSince(last) >= rule.compliantPeriods();
    ended |= !now.isBefore(last.plus(rule.endsBy()));
    return ended ? Status.ENDED : Status.OPEN;
  }
}
