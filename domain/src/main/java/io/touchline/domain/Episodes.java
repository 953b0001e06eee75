package io.touchline.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Turns the judged periods of one outlet and factor into episodes. The result depends on the set of
 * judged periods alone, not on the order in which they became known.
 *
 * <p>An episode ends with the next judged period that complies, that another rule row judges, or
 * that comes after a longer silence than {@link AveragingPeriod#longestSilence}. A period that
 * could not be judged neither extends nor ends it.
 */
public final class Episodes {

  private Episodes() {}

  /** What one more judged period does: the running episode afterwards, and the one it ended. */
  public record Step(Episode ended, Episode running) {}

  /** All episodes of the judged periods, oldest first. */
  public static List<Episode> of(AveragingPeriod period, SortedMap<Instant, Judgement> judged) {
    List<Episode> episodes = new ArrayList<>();
    Episode running = null;
    for (Map.Entry<Instant, Judgement> entry : judged.entrySet()) {
      Step step = next(period, running, entry.getKey(), entry.getValue());
      if (step.ended() != null) {
        episodes.add(step.ended());
      }
      running = step.running();
    }
    if (running != null) {
      episodes.add(running);
    }
    return episodes;
  }

  /**
   * Takes one more judged period into account.
   *
   * @param running the episode that the periods so far left open, or null
   * @param start of a period later than all before
   */
  public static Step next(
      AveragingPeriod period, Episode running, Instant start, Judgement judgement) {
    if (judgement.verdict() == Judgement.Verdict.NOT_JUDGED) {
      return new Step(null, running);
    }
    boolean exceeds = judgement.verdict() == Judgement.Verdict.EXCEEDS;
    if (running == null) {
      return new Step(null, exceeds ? Episode.opened(start, judgement) : null);
    }
    if (exceeds && goesOn(period, running, start, judgement)) {
      return new Step(null, running.extended(start, judgement));
    }
    return new Step(running.closed(), exceeds ? Episode.opened(start, judgement) : null);
  }

  private static boolean goesOn(
      AveragingPeriod period, Episode running, Instant start, Judgement judgement) {
    return running.limit().rule().equals(judgement.limit().rule())
        && !start.isAfter(running.last().plus(period.longestSilence()));
  }
}
