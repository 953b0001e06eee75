package io.touchline.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All versions of all marks of one outlet, and which of them stand. The answer depends on the set
 * of versions alone, not on the order in which they became known.
 *
 * <p>Of the versions of one mark the latest stands; a person's beats an instrument's whatever its
 * number. Of several marks over one instant one of each kind stands, a device's and a state: manual
 * before automatic, then the later set, then the greater text.
 */
public final class Marks {

  public static final Marks NONE = new Marks(new TreeMap<>());

  private final Map<String, Mark> latest;
  private final List<Mark> strongestFirst;

  private Marks(Map<String, Mark> latest) {
    this(
        latest,
        latest.values().stream()
            .filter(mark -> mark.state() == Mark.State.SET)
            .sorted(Mark.STRENGTH.reversed())
            .toList());
  }

  private Marks(Map<String, Mark> latest, List<Mark> strongestFirst) {
    this.latest = latest;
    this.strongestFirst = strongestFirst;
  }

  public static Marks of(Collection<Mark> versions) {
    Map<String, Mark> latest = new TreeMap<>();
    versions.forEach(
        mark -> latest.merge(mark.id(), mark, (a, b) -> Mark.VERSIONS.compare(a, b) >= 0 ? a : b));
    return new Marks(latest);
  }

  /** The marks that touch a stretch, to be asked of its parts one by one. */
  public Marks within(Instant start, Instant end) {
    List<Mark> touching = touching(start, end);
    return touching.isEmpty() ? NONE : new Marks(latest, touching);
  }

  /** The version of a mark that stands, be it one that withdraws it. */
  public Optional<Mark> latest(String id) {
    return Optional.ofNullable(latest.get(id));
  }

  /** The one that stands at an instant for a factor, of device marks or of operating states. */
  public Optional<Mark> standingAt(String factor, Instant at, Class<? extends MarkKind> kind) {
    return standingAt(strongestFirst, factor, at, kind);
  }

  static Optional<Mark> standingAt(
      List<Mark> strongestFirst, String factor, Instant at, Class<? extends MarkKind> kind) {
    return strongestFirst.stream()
        .filter(mark -> kind.isInstance(mark.kind()) && mark.isAbout(factor) && mark.covers(at))
        .findFirst();
  }

  /**
   * How long of a stretch one of these states stands for a factor; an overruled one does not count.
   */
  public Duration timeIn(Set<OperatingState> states, String factor, Instant start, Instant end) {
    List<Mark> touching =
        touching(start, end).stream()
            .filter(mark -> mark.kind() instanceof OperatingState)
            .toList();
    SortedSet<Instant> turns = new TreeSet<>(List.of(start, end));
    for (Mark mark : touching) {
      for (Instant turn : List.of(mark.from(), mark.to())) {
        if (turn.isAfter(start) && turn.isBefore(end)) {
          turns.add(turn);
        }
      }
    }
    Duration time = Duration.ZERO;
    Instant before = null;
    for (Instant turn : turns) {
      if (before != null && isIn(states, touching, factor, before)) {
        time = time.plus(Duration.between(before, turn));
      }
      before = turn;
    }
    return time;
  }

  private static boolean isIn(
      Set<OperatingState> states, List<Mark> strongestFirst, String factor, Instant at) {
    return standingAt(strongestFirst, factor, at, OperatingState.class)
        .filter(mark -> states.contains(mark.kind()))
        .isPresent();
  }

  /** Of a minute, or a longer slot: marked where one of its minutes is. */
  public Marking ofPart(Instant start, Duration length) {
    Instant end = start.plus(length);
    List<Mark> touching = touching(start, end);
    return touching.isEmpty()
        ? Marking.NONE
        : factor -> new MarkedTime(touching, factor).part(start, end);
  }

  /** Of an hour or day as a whole. */
  public Marking ofPeriod(AveragingPeriod period, Instant start) {
    List<Mark> touching = touching(start, period.endOf(start));
    return touching.isEmpty()
        ? Marking.NONE
        : factor -> new MarkedTime(touching, factor).period(period, start);
  }

  private List<Mark> touching(Instant start, Instant end) {
    return strongestFirst.stream().filter(mark -> mark.touches(start, end)).toList();
  }
}
