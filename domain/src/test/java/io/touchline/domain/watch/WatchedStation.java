package io.touchline.domain.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A station under watch, driven by hand; times are {@code "08:10"} of the first day, or instants.
 */
final class WatchedStation {

  /** Midnight in China. */
  static final Instant DAY = Instant.parse("2025-12-31T16:00:00Z");

  private final List<Finding> findings = new ArrayList<>();
  private HistoryRequest lastRequest;
  StationWatch watch = StationWatch.NEW;
  boolean asked;

  private final GapRules rules;
  private Terms terms = new Terms(1, true, Instant.EPOCH, Instant.MAX, true, true);
  private boolean resends;

  WatchedStation() {
    this(GapRules.standard());
  }

  WatchedStation(GapRules rules) {
    this.rules = rules;
  }

  static Instant at(String time) {
    String[] parts = time.split(":", -1);
    return at(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  static Instant at(int hours, int minutes) {
    return DAY.plus(Duration.ofMinutes(hours * 60L + minutes));
  }

  static int minute(Instant instant) {
    return (int) (instant.getEpochSecond() / 60);
  }

  WatchedStation under(Terms others) {
    terms = others;
    return this;
  }

  WatchedStation thatResendsByItself() {
    resends = true;
    return this;
  }

  /** An upload sent a second before its receipt. */
  WatchedStation upload(DataLevel level, Instant period, Instant receivedAt) {
    return take(arrival(level, period, receivedAt, false));
  }

  WatchedStation resent(DataLevel level, Instant period, Instant receivedAt) {
    return take(arrival(level, period, receivedAt, true));
  }

  WatchedStation hour(String period, String receivedAt) {
    return upload(DataLevel.HOUR, at(period), at(receivedAt));
  }

  WatchedStation minute(String period, String receivedAt) {
    return upload(DataLevel.MINUTE, at(period), at(receivedAt));
  }

  /** A frame that is no upload of any level. */
  WatchedStation alive(Instant receivedAt) {
    return take(
        new Arrival(
            receivedAt, null, null, receivedAt.minusSeconds(1), null, false, resends, 0, 0));
  }

  WatchedStation alive(String receivedAt) {
    return alive(at(receivedAt));
  }

  WatchedStation take(Arrival arrival) {
    keep(Watching.arrived(watch, arrival, terms, rules));
    return this;
  }

  WatchedStation answer(HistoryRequest.Outcome outcome, String time) {
    keep(Watching.answered(watch, lastRequest, outcome, at(time).getEpochSecond(), rules));
    return this;
  }

  Arrival arrival(DataLevel level, Instant period, Instant receivedAt, boolean resent) {
    return new Arrival(
        receivedAt, level, period, period, receivedAt.minusSeconds(1), resent, resends, 0, 0);
  }

  /** What was found since the last time, in words. */
  List<String> news() {
    List<String> news = findings.stream().map(WatchedStation::words).toList();
    findings.clear();
    return news;
  }

  /** What is missing of a level, as {@code from-to}. */
  List<String> missing(DataLevel level) {
    return watch.level(level).gaps().missing().stream()
        .map(gap -> stretch(gap.from(), gap.to()))
        .toList();
  }

  private void keep(Watching.Step step) {
    watch = step.next();
    asked = step.asked();
    findings.addAll(step.findings());
    step.findings().stream()
        .filter(Finding.Asked.class::isInstance)
        .forEach(finding -> lastRequest = ((Finding.Asked) finding).request());
  }

  private static String words(Finding finding) {
    if (finding instanceof Finding.GapOpened gap) {
      return "opened " + gap.level() + " " + stretch(gap.from(), gap.to()) + " " + gap.slots();
    } else if (finding instanceof Finding.GapClosed gap) {
      return "closed "
          + gap.level()
          + " "
          + stretch(gap.from(), gap.to())
          + " "
          + gap.slots()
          + " given up "
          + gap.givenUp();
    } else if (finding instanceof Finding.GapRefused gap) {
      return "refused " + gap.level() + " " + stretch(gap.from(), gap.to());
    } else if (finding instanceof Finding.Asked asked) {
      HistoryRequest request = asked.request();
      return "ask "
          + request.level()
          + " "
          + stretch(request.from(), request.to())
          + " #"
          + request.attempt();
    }
    return finding.toString();
  }

  static String stretch(int from, int to) {
    return time(from) + "-" + time(to);
  }

  private static String time(int minute) {
    int since = minute - minute(DAY);
    return String.format("%02d:%02d", Math.floorDiv(since, 60), Math.floorMod(since, 60));
  }
}
