package io.touchline.app.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.touchline.domain.Judgement.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the same frames would have come to under another registry: every verdict that changes, the
 * old one beside the new.
 *
 * @param means whose verdict changes, by outlet and time
 * @param sums that pass their permitted amount under one of the two and not under the other
 */
record Backtest(List<ChangedMean> means, List<ChangedSum> sums) {

  /** One mean; was or would is null where no limit applies. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ChangedMean(Verdicts.Mean mean, Verdicts.Held was, Verdicts.Held would) {

    boolean wouldExceed() {
      return exceeds(would) && !exceeds(was);
    }

    boolean wouldNoLongerExceed() {
      return exceeds(was) && !exceeds(would);
    }

    private static boolean exceeds(Verdicts.Held held) {
      return held != null && held.verdict() == Verdict.EXCEEDS;
    }
  }

  /** One sum; was or would is null where nothing is permitted. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ChangedSum(Verdicts.Sum sum, Verdicts.Used was, Verdicts.Used would) {

    boolean wouldExceed() {
      return would != null && would.exceeds();
    }
  }

  static Backtest of(Verdicts was, Verdicts would) {
    List<ChangedMean> means = new ArrayList<>();
    for (String key : both(was.held().keySet(), would.held().keySet())) {
      Verdicts.Held before = was.held().get(key);
      Verdicts.Held after = would.held().get(key);
      if (verdict(before) != verdict(after)) {
        Verdicts.Mean mean = was.means().getOrDefault(key, would.means().get(key));
        means.add(new ChangedMean(mean, before, after));
      }
    }
    List<ChangedSum> sums = new ArrayList<>();
    for (String key : both(was.used().keySet(), would.used().keySet())) {
      Verdicts.Used before = was.used().get(key);
      Verdicts.Used after = would.used().get(key);
      if (exceeds(before) != exceeds(after)) {
        sums.add(
            new ChangedSum(was.sums().getOrDefault(key, would.sums().get(key)), before, after));
      }
    }
    return new Backtest(means, sums);
  }

  private static Verdict verdict(Verdicts.Held held) {
    return held == null ? null : held.verdict();
  }

  private static boolean exceeds(Verdicts.Used used) {
    return used != null && used.exceeds();
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    Set<String> both = new TreeSet<>(some);
    both.addAll(others);
    return both;
  }
}
