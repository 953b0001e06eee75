package io.touchline.domain.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of the occurrences of one alert and of the periods after them. A fold: whatever the
 * order and however often its parts come, the same comes out.
 *
 * @param occurrences by their beginning, each at its highest revision
 * @param periods judged periods by their start, each at its highest revision
 */
public record Grounds(
    SortedMap<Instant, Ground> occurrences, SortedMap<Instant, JudgedPeriod> periods) {

  public static final Grounds NONE = new Grounds(new TreeMap<>(), new TreeMap<>());

  public Grounds {
    occurrences = Collections.unmodifiableSortedMap(new TreeMap<>(occurrences));
    periods = Collections.unmodifiableSortedMap(new TreeMap<>(periods));
  }

  public static Grounds of(Collection<Ground> occurrences, Collection<JudgedPeriod> periods) {
    Grounds grounds = NONE;
    for (Ground ground : occurrences) {
      grounds = grounds.with(ground);
    }
    for (JudgedPeriod period : periods) {
      grounds = grounds.with(period);
    }
    return grounds;
  }

  public Grounds with(Ground ground) {
    SortedMap<Instant, Ground> more = new TreeMap<>(occurrences);
    more.merge(ground.from(), ground, Ground::or);
    return new Grounds(more, periods);
  }

  public Grounds with(JudgedPeriod period) {
    SortedMap<Instant, JudgedPeriod> more = new TreeMap<>(periods);
    more.merge(period.start(), period, JudgedPeriod::or);
    return new Grounds(occurrences, more);
  }

  /** Those that no revision took away; where it took all, what they were. */
  public List<Ground> telling() {
    List<Ground> standing = occurrences.values().stream().filter(Ground::stands).toList();
    return standing.isEmpty() ? List.copyOf(occurrences.values()) : standing;
  }

  public boolean isWithdrawn() {
    return occurrences.values().stream().noneMatch(Ground::stands);
  }

  boolean isRunning() {
    return occurrences.values().stream().anyMatch(g -> g.state() == Ground.State.OPEN);
  }

  /** Periods that comply one after another up to the newest, after all that exceeds. */
  int compliantSince(Instant last) {
    int compliant = 0;
    for (JudgedPeriod period : periods.tailMap(last).values()) {
      compliant = period.complies() ? compliant + 1 : 0;
    }
    return compliant;
  }
}
