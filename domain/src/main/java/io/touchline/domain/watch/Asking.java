package io.touchline.domain.watch;

import io.touchline.domain.watch.LevelWatch.OpenRequest;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a logger is asked for what is missing of one level: newest first, one request at a time, with
 * a pause after each attempt, until all has come or the logger refuses.
 */
final class Asking {

  private static final int WORTHWHILE = 3;

  private final GapRules rules;

  Asking(GapRules rules) {
    this.rules = rules;
  }

  /**
   * The request to send at this second, null where there is none.
   *
   * <p>It ends with the newest slot that may be asked for. Older gaps that were asked for as often
   * are taken along while the stretch between is at most three times as long as what is sought: a
   * line that loses a minute here and there is mended by few requests.
   */
  HistoryRequest next(LevelWatch watch, long now) {
    OpenRequest open = watch.open();
    if (open != null && now < open.expiresAt() && watch.gaps().anyDue(open.from(), open.to())) {
      return null;
    }
    List<Gap> missing = watch.gaps().missing();
    for (int i = missing.size() - 1; i >= 0; i--) {
      Gap newest = missing.get(i);
      if (newest.isRipe(now)) {
        int longest = rules.slotsPerRequest() * watch.gaps().grid().step();
        int earliest = newest.to() - longest;
        int from = Math.max(newest.from(), earliest);
        int sought = newest.to() - from;
        for (int j = i - 1; j >= 0 && from == missing.get(j + 1).from(); j--) {
          Gap older = missing.get(j);
          if (older.to() <= earliest
              || !fits(older, newest, now)
              || from - older.to() > WORTHWHILE * sought) {
            break;
          }
          from = Math.max(older.from(), earliest);
          sought += older.to() - from;
        }
        return new HistoryRequest(watch.level(), from, newest.to(), newest.attempts() + 1);
      }
    }
    return null;
  }

  /** The request goes out now. If nobody ever says what came of it, it is over by itself. */
  LevelWatch sent(LevelWatch watch, HistoryRequest request, long now) {
    long expiresAt = now + rules.expiry().toSeconds();
    Gaps asked =
        watch
            .gaps()
            .each(
                request.from(),
                request.to(),
                gap ->
                    gap.isDue() ? gap.asked(expiresAt + rules.backOff(gap.attempts() + 1)) : gap);
    return new LevelWatch(
        watch.level(),
        asked,
        watch.announced(),
        new OpenRequest(request.from(), request.to(), request.attempt(), expiresAt));
  }

  /** What came of the open request. Slots that have come in the meantime are beside the matter. */
  LevelWatch ended(
      LevelWatch watch, HistoryRequest.Outcome outcome, long at, Consumer<Finding> findings) {
    OpenRequest open = watch.open();
    boolean refused = outcome == HistoryRequest.Outcome.REFUSED;
    Gaps after =
        watch
            .gaps()
            .each(
                open.from(),
                open.to(),
                gap -> {
                  if (!gap.wasAsked()) {
                    return gap;
                  }
                  return refused
                      ? gap.refused(at + rules.afterRefusal(gap.attempts(), gap.refusals() + 1))
                      : gap.dueFrom(at + rules.backOff(gap.attempts()));
                });
    if (refused) {
      tellRefused(watch, after, open, findings);
    }
    return new LevelWatch(watch.level(), after, watch.announced(), null);
  }

  private void tellRefused(
      LevelWatch watch, Gaps after, OpenRequest open, Consumer<Finding> findings) {
    for (Gap gap : after.missing()) {
      boolean inside = open.from() <= gap.from() && gap.to() <= open.to();
      if (inside && gap.refusals() == rules.refusals()) {
        findings.accept(
            new Finding.GapRefused(
                watch.level(),
                gap.from(),
                gap.to(),
                after.grid().slots(gap.from(), gap.to()),
                gap.refusals()));
      }
    }
  }

  private static boolean fits(Gap older, Gap newest, long now) {
    return older.isRipe(now)
        && older.attempts() == newest.attempts()
        && older.refusals() == newest.refusals();
  }
}
