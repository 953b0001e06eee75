package io.touchline.alerts.cases;

import io.touchline.domain.Decimal;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.CaseState;
import io.touchline.domain.cases.Detection;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Red;
import io.touchline.domain.cases.TimesOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Findings that a case stands on, and whether others say more than they do. */
final class Held {

  private Held() {}

  /** What was decided on. */
  static List<Finding> decided(CaseState state) {
    List<Finding> decided = new ArrayList<>();
    state.yellow().ifPresent(card -> decided.addAll(card.findings()));
    if (state instanceof Red red) {
      decided.addAll(red.grounds());
    }
    return decided.stream().distinct().toList();
  }

  /** All of them. */
  static List<Finding> all(CaseState state) {
    List<Finding> held = new ArrayList<>(state.findings());
    held.addAll(decided(state));
    state.yellow().ifPresent(card -> held.addAll(card.hints()));
    return held.stream().distinct().toList();
  }

  /** What a case was last told of a finding; empty where it was never told, or that it is gone. */
  static Optional<Finding> lastTold(CaseFile file, String findingId) {
    Finding last = null;
    for (CaseFile.Entry entry : file.history()) {
      if (entry.event().what() instanceof Detection.Detected detected
          && detected.finding().id().equals(findingId)) {
        last = detected.finding();
      } else if (entry.event().what() instanceof Detection.TruthChanged change
          && change.findingId().equals(findingId)) {
        last = change.replacement();
      }
    }
    return Optional.ofNullable(last);
  }

  /** Whether both say the same, whatever revision they rest on. */
  static boolean sameAs(Finding one, Finding other) {
    return one.ground() == other.ground()
        && Objects.equals(one.to(), other.to())
        && Objects.equals(one.worst(), other.worst())
        && Objects.equals(one.limit(), other.limit())
        && Objects.equals(one.exceedingDays(), other.exceedingDays());
  }

  /**
   * Whether the second takes nothing from what the first says: it held out as long and went as far,
   * against the same limit.
   */
  static boolean takesNothing(Finding from, Finding now) {
    boolean asLong = now.to() == null || (from.to() != null && !now.to().isBefore(from.to()));
    return asLong
        && Objects.equals(from.limit(), now.limit())
        && days(now) >= days(from)
        && asFar(from.times(), now.times());
  }

  private static int days(Finding finding) {
    return finding.exceedingDays() == null ? 0 : finding.exceedingDays();
  }

  private static boolean asFar(TimesOver from, TimesOver now) {
    if (from == null || now == null) {
      return Objects.equals(from, now);
    }
    Decimal before = from.distance();
    return !before.exceeds(now.distance());
  }
}
