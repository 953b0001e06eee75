package io.touchline.domain.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds the findings of a case against what the data say now (迟到的数据). What is open is evaluated
 * anew; what was decided is never undone: there the change raises a dispute.
 */
public final class LateTruth {

  private LateTruth() {}

  /**
   * The events that bring a case up to the data.
   *
   * @param now all findings of the facts as they are now, formed under the state the case was in
   * @param cause what came late
   */
  public static List<Detection> of(CaseFile file, List<Finding> now, String cause) {
    Map<String, Finding> current =
        now.stream()
            .collect(Collectors.toMap(Finding::id, Function.identity(), (a, b) -> b, TreeMap::new));
    List<Detection> changes = new ArrayList<>();
    for (Finding held : held(file.state())) {
      Finding found = current.remove(held.id());
      if (found == null) {
        changes.add(new Detection.TruthChanged(held.id(), null, cause));
      } else if (!found.evidenceHash().equals(held.evidenceHash())) {
        changes.add(new Detection.TruthChanged(held.id(), found, cause));
      }
    }
    current.values().forEach(found -> changes.add(new Detection.Detected(found)));
    return changes;
  }

  /** The findings that a case rests on as it stands, each once. */
  public static List<Finding> held(CaseState state) {
    List<Finding> held = new ArrayList<>(state.findings());
    state
        .yellow()
        .ifPresent(
            card -> {
              held.addAll(card.findings());
              held.addAll(card.hints());
            });
    if (state instanceof Red red) {
      held.addAll(red.grounds());
    }
    return held.stream().distinct().toList();
  }
}
