package io.touchline.app.registry;

import io.touchline.app.Texts;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.regulation.LimitCandidate;
import io.touchline.domain.regulation.LimitChoice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says in words which limits judge an outlet, and what the other rows would have said. */
final class LimitText {

  private record Subject(String factor, Averaging averaging) {}

  private LimitText() {}

  /** Figure and unit: {@code 30 mg/m3}, {@code 6-9}. */
  static String figure(EmissionLimit limit) {
    String figure =
        limit.isRange() ? limit.lower() + "-" + limit.value() : limit.value().toString();
    return (figure + ' ' + limit.unit().text()).strip();
  }

  /**
   * One line a factor and averaging, one more for each row that was passed over.
   *
   * @param speaking rows of the standards that speak of the outlet
   */
  static List<String> of(OutletRecord outlet, List<LimitCandidate> speaking, Instant at) {
    Set<LimitCandidate> all = new LinkedHashSet<>(speaking);
    for (OutletRecord.Limit each : outlet.limits()) {
      EmissionLimit limit = each.toDomain();
      if (speaking.stream().noneMatch(other -> other.limit().equals(limit))) {
        all.add(LimitCandidate.registered(limit));
      }
    }
    List<LimitCandidate> candidates = List.copyOf(all);
    Set<Subject> subjects = new LinkedHashSet<>();
    outlet.limits().forEach(limit -> subjects.add(new Subject(limit.factor(), limit.averaging())));
    speaking.forEach(
        each -> subjects.add(new Subject(each.limit().factor(), each.limit().averaging())));
    List<String> lines = new ArrayList<>();
    for (Subject subject : subjects) {
      LimitChoice.of(candidates, subject.factor(), subject.averaging(), at)
          .ifPresent(choice -> lines.addAll(lines(subject, choice)));
    }
    return lines;
  }

  private static List<String> lines(Subject subject, LimitChoice choice) {
    List<String> lines = new ArrayList<>();
    String of = subject.factor() + ' ' + Texts.get("averaging." + subject.averaging());
    lines.add(
        choice.chosen() == null
            ? Texts.get("choice.none", of)
            : Texts.get(
                "choice.judges",
                of,
                figure(choice.chosen().limit()),
                Texts.get("rank." + choice.chosen().rank()),
                document(choice.chosen())));
    choice
        .passedOver()
        .forEach(
            passed ->
                lines.add(
                    "  "
                        + Texts.get(
                            "choice." + passed.reason(),
                            Texts.get("rank." + passed.candidate().rank()),
                            document(passed.candidate()),
                            figure(passed.candidate().limit()))));
    return lines;
  }

  private static String document(LimitCandidate candidate) {
    return (candidate.limit().source() + ' ' + candidate.limit().clause()).strip();
  }
}
