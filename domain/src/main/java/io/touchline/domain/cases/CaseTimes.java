package io.touchline.domain.cases;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.cases.Step.Milestone;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The dates of the latest round of a case: since it was last clear, and of the measure that stands
 * since the decision that imposed it.
 *
 * @param round all events of the round, the oldest first
 * @param measure those from its latest yellow decision on
 */
record CaseTimes(List<CaseFile.Entry> round, List<CaseFile.Entry> measure) {

  private static final Set<Ground> BREAKING = EnumSet.of(Ground.L1, Ground.L2, Ground.P4);

  static CaseTimes of(CaseFile file) {
    List<CaseFile.Entry> all = file.history();
    int first = 0;
    for (int at = 0; at < all.size() - 1; at++) {
      first = all.get(at).after() instanceof Clear ? at + 1 : first;
    }
    List<CaseFile.Entry> round = all.subList(first, all.size());
    int decided = round.size();
    for (int at = 0; at < round.size(); at++) {
      decided = round.get(at).event().what() instanceof Decision.YellowDecided ? at : decided;
    }
    return new CaseTimes(round, round.subList(decided, round.size()));
  }

  Optional<LocalDate> detected() {
    return round.stream()
        .filter(entry -> entry.event().what() instanceof Detection.Detected)
        .findFirst()
        .map(entry -> ChinaTime.date(entry.event().at()));
  }

  Optional<LocalDate> filedOrDismissed() {
    return first(round, Step.Confirmed.class, Step.Confirmed::filedOn)
        .or(() -> first(round, Decision.Dismissed.class, dismissed -> dismissed.signature().on()));
  }

  Optional<Decision.YellowDecided> decision() {
    return first(measure, Decision.YellowDecided.class, Function.identity());
  }

  boolean isStop() {
    return decision().filter(decided -> decided.measure() == Measure.STOP).isPresent();
  }

  boolean isSpared() {
    return decision().filter(decided -> decided.measure() == Measure.EXEMPT).isPresent();
  }

  int limitMonths() {
    return decision().orElseThrow().months()
        + first(measure, Decision.LimitExtended.class, Decision.LimitExtended::months).orElse(0);
  }

  /** First milestone of the round; of the service that of the measure. */
  Optional<LocalDate> milestone(Milestone milestone) {
    return round.stream()
        .map(entry -> entry.event().what())
        .filter(what -> what instanceof Step.Recorded recorded && recorded.milestone() == milestone)
        .map(what -> ((Step.Recorded) what).on())
        .findFirst();
  }

  Optional<LocalDate> served() {
    return new CaseTimes(measure, measure).milestone(Milestone.DECISION_SERVED);
  }

  Optional<LocalDate> planFiled() {
    return first(measure, Step.PlanFiled.class, Step.PlanFiled::on);
  }

  Optional<Step.CompletionFiled> completion() {
    return first(measure, Step.CompletionFiled.class, Function.identity());
  }

  /** When the measure ended: by filing, or by what an officer accepted. */
  Optional<LocalDate> released() {
    return completion()
        .map(Step.CompletionFiled::on)
        .or(
            () ->
                measure.stream()
                    .map(CaseFile.Entry::event)
                    .filter(event -> event.what() instanceof Decision.RectificationAccepted)
                    .findFirst()
                    .map(event -> ChinaTime.date(event.at())));
  }

  /** When a limit was broken first, by what data show since it was served. */
  Optional<LocalDate> brokenOn() {
    LocalDate served = served().orElse(LocalDate.MAX);
    return measure.stream()
        .map(entry -> entry.event().what())
        .filter(Detection.Detected.class::isInstance)
        .map(what -> ((Detection.Detected) what).finding())
        .filter(finding -> BREAKING.contains(finding.ground()))
        .map(finding -> ChinaTime.date(finding.from()))
        .filter(day -> day.isAfter(served))
        .findFirst();
  }

  Optional<LocalDate> followedUp() {
    return first(measure, Step.FollowedUp.class, Step.FollowedUp::on);
  }

  Optional<LocalDate> ended() {
    return first(round, Decision.EntityEnded.class, ended -> ended.signature().on())
        .or(() -> first(round, Decision.ClosureDecided.class, closed -> closed.signature().on()));
  }

  private static <W extends What, T> Optional<T> first(
      List<CaseFile.Entry> entries, Class<W> type, Function<W, T> part) {
    return entries.stream()
        .map(entry -> entry.event().what())
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .map(part);
  }
}
