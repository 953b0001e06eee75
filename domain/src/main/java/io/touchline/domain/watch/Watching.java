package io.touchline.domain.watch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One step of the watch over a station: a frame came, or an answer to a request. */
public final class Watching {

  /**
   * What a step came to.
   *
   * @param asked whether the upload is data that the logger was asked for
   */
  public record Step(StationWatch next, List<Finding> findings, boolean asked) {}

  /** One that brings whole periods mends most with least, so hours and days come first. */
  private static final List<DataLevel> ASKED_IN_ORDER =
      List.of(DataLevel.HOUR, DataLevel.DAY, DataLevel.MINUTE);

  private final GapRules rules;
  private final Terms terms;
  private final Asking asking;
  private final StationWatch before;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<DataLevel, LevelWatch> levels = new EnumMap<>(DataLevel.class);
  private MinuteRhythm rhythm;
  private long askedAt;
  private long resentAt;

  private Watching(StationWatch before, Terms terms, GapRules rules) {
    this.before = before;
    this.terms = terms;
    this.rules = rules;
    this.asking = new Asking(rules);
    this.rhythm = before.rhythm();
    this.askedAt = before.askedAt();
    this.resentAt = before.resentAt();
    for (DataLevel level : DataLevel.values()) {
      if (before.level(level) != null) {
        levels.put(level, before.level(level));
      }
    }
  }

  /** A frame of the station was accepted. */
  public static Step arrived(StationWatch before, Arrival arrival, Terms terms, GapRules rules) {
    return new Watching(before, terms, rules).arrived(arrival);
  }

  /**
   * A request ended.
   *
   * @param request as it was asked; any other than the open one changes nothing
   * @param at second at which it ended
   */
  public static Step answered(
      StationWatch before,
      HistoryRequest request,
      HistoryRequest.Outcome outcome,
      long at,
      GapRules rules) {
    return new Watching(before, Terms.unregistered(1), rules).answered(request, outcome, at);
  }

  private Step arrived(Arrival arrival) {
    restateInterval(arrival);
    boolean asked = arrival.level() != null && take(arrival);
    ClockWatch clock =
        arrival.showsClock(asked)
            ? before.clock().heard(arrival.clockSample(), terms.maySetTime(), findings::add)
            : before.clock();
    SplitWatch splits = before.splits().movedOn(arrival.now(), findings::add);
    if (arrival.isPart() && !asked) {
      splits = splits.heard(arrival, findings::add);
    }
    for (DataLevel level : DataLevel.values()) {
      levels.computeIfPresent(level, (key, watch) -> movedOn(watch, arrival));
    }
    ask(arrival.now());
    return step(clock, splits, asked);
  }

  private Step answered(HistoryRequest request, HistoryRequest.Outcome outcome, long at) {
    LevelWatch watch = levels.get(request.level());
    LevelWatch.OpenRequest open = watch == null ? null : watch.open();
    boolean isOpen =
        open != null
            && open.from() == request.from()
            && open.to() == request.to()
            && open.attempt() == request.attempt();
    if (isOpen) {
      levels.put(request.level(), asking.ended(watch, outcome, at, findings::add));
    }
    return step(before.clock(), before.splits(), false);
  }

  /** Whether the upload was asked for. */
  private boolean take(Arrival arrival) {
    DataLevel level = arrival.level();
    int minute = arrival.minute();
    LevelWatch watch = levels.get(level);
    Gap filled = watch == null ? null : watch.gaps().at(minute);
    boolean asked =
        (filled != null && filled.wasAsked())
            || (watch != null && watch.isAsking(minute, arrival.now()));
    if (!asked && (arrival.resent() || (filled != null && filled.isDue()))) {
      resentAt = arrival.now();
    }
    if (level == DataLevel.MINUTE && !arrival.resent() && !asked) {
      learn(minute);
      watch = levels.get(level);
    }
    Grid grid =
        level == DataLevel.MINUTE
            ? rhythm().grid()
            : level == DataLevel.HOUR ? Grid.HOURS : Grid.DAYS;
    int lower = lower(level, arrival.now());
    if (watch != null) {
      levels.put(level, watch.took(minute, lower));
    } else if (minute >= lower) {
      levels.put(level, LevelWatch.beginningWith(level, grid, minute));
    }
    return asked;
  }

  private void learn(int minute) {
    rhythm = rhythm().heard(minute);
    if (!rhythm.isOtherwise()) {
      return;
    }
    MinuteRhythm was = rhythm;
    rhythm = was.adopted();
    restartMinutes();
    LevelWatch again =
        LevelWatch.beginningWith(DataLevel.MINUTE, rhythm.grid(), rhythm.firstHeard());
    for (int at = rhythm.firstHeard(); at <= minute; at += rhythm.spacing()) {
      again = again.took(at, Integer.MIN_VALUE);
    }
    levels.put(DataLevel.MINUTE, again);
    if (was.offSince() == 0 && rhythm.offSince() != 0 && terms.stepStated()) {
      findings.add(
          new Finding.IntervalOff(rhythm.stated(), rhythm.grid().step(), rhythm.offSince()));
    } else if (was.offSince() != 0 && rhythm.offSince() == 0 && terms.stepStated()) {
      findings.add(new Finding.IntervalRight(rhythm.stated(), was.offSince(), minute));
    }
  }

  /** The profile may say another interval than before: it is gone by until data say otherwise. */
  private void restateInterval(Arrival arrival) {
    if (rhythm == null || rhythm.stated() == terms.minuteStep()) {
      return;
    }
    if (rhythm.offSince() != 0) {
      int now = (int) Math.floorDiv(arrival.now(), 60L);
      findings.add(new Finding.IntervalRight(rhythm.stated(), rhythm.offSince(), now));
    }
    if (rhythm.grid().step() == terms.minuteStep()) {
      rhythm = rhythm.restated(terms.minuteStep());
    } else {
      rhythm = MinuteRhythm.of(terms.minuteStep());
      restartMinutes();
    }
  }

  private void restartMinutes() {
    LevelWatch minutes = levels.remove(DataLevel.MINUTE);
    if (minutes != null) {
      minutes.abandon(findings::add);
    }
  }

  private LevelWatch movedOn(LevelWatch watch, Arrival arrival) {
    DataLevel level = watch.level();
    if (level == DataLevel.MINUTE && (!rhythm().proven() || rhythm().isInDoubt())) {
      return watch;
    }
    long now = arrival.now();
    int due = Math.min(rules.of(level).due(now, watch.gaps().grid().step()), terms.untilMinute());
    long wait = (arrival.resends() ? rules.resendWait() : rules.firstWait()).toSeconds();
    return watch.movedOn(due, lower(level, now), now, now + wait, rules.mostGaps(), findings::add);
  }

  private void ask(long now) {
    boolean tooSoon = askedAt != 0 && now - askedAt < rules.betweenRequests().toSeconds();
    boolean resending = resentAt != 0 && now - resentAt < rules.resendWait().toSeconds();
    if (!terms.mayAsk() || tooSoon || resending) {
      return;
    }
    for (DataLevel level : ASKED_IN_ORDER) {
      LevelWatch watch = levels.get(level);
      HistoryRequest request = watch == null ? null : asking.next(watch, now);
      if (request != null) {
        levels.put(level, asking.sent(watch, request, now));
        askedAt = now;
        findings.add(new Finding.Asked(request, now + rules.expiry().toSeconds()));
        return;
      }
    }
  }

  private int lower(DataLevel level, long now) {
    return Math.max(rules.of(level).lower(now), terms.fromMinute());
  }

  private MinuteRhythm rhythm() {
    return rhythm == null ? MinuteRhythm.of(terms.minuteStep()) : rhythm;
  }

  private Step step(ClockWatch clock, SplitWatch splits, boolean asked) {
    StationWatch next =
        new StationWatch(
            rhythm,
            levels.get(DataLevel.MINUTE),
            levels.get(DataLevel.HOUR),
            levels.get(DataLevel.DAY),
            askedAt,
            resentAt,
            clock,
            splits);
    return new Step(next, findings, asked);
  }
}
