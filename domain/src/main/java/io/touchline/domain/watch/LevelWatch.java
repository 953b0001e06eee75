package io.touchline.domain.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One level of one station: what is missing, what of it people were told, and the request that is
 * open.
 *
 * @param announced oldest first, disjoint; each holds something that is due and missing
 * @param open null where the logger is not being asked
 */
public record LevelWatch(DataLevel level, Gaps gaps, List<Announced> announced, OpenRequest open) {

  /**
   * A request without its answer yet.
   *
   * @param expiresAt second after which it is not waited for
   */
  public record OpenRequest(int from, int to, int attempt, long expiresAt) {}

  public LevelWatch {
    announced = List.copyOf(announced);
  }

  static LevelWatch beginningWith(DataLevel level, Grid grid, int minute) {
    return new LevelWatch(level, Gaps.beginningWith(grid, minute), List.of(), null);
  }

  LevelWatch with(Gaps others) {
    return others.equals(gaps) ? this : new LevelWatch(level, others, announced, open);
  }

  /** Whether an upload of this minute is what the open request asks for. */
  boolean isAsking(int minute, long now) {
    return open != null && now < open.expiresAt() && open.from() <= minute && minute < open.to();
  }

  /** An upload has come. One too old to be looked for does not move the beginning back. */
  LevelWatch took(int minute, int lower) {
    return minute < lower ? this : with(gaps.took(minute));
  }

  /**
   * Time has moved on to {@code now}: what is due and missing is found, what is too old or too much
   * is given up, and people are told.
   *
   * @param due minute up to which slots should have come
   * @param lower minute before which none is looked for
   * @param ripeAt second from which what is newly due is spoken of
   */
  LevelWatch movedOn(
      int due, int lower, long now, long ripeAt, int mostGaps, Consumer<Finding> findings) {
    Gaps all = gaps.expecting(due, ripeAt);
    int earliest = lower;
    if (all.missing().size() > mostGaps) {
      Gap oldest = all.missing().get(all.missing().size() - mostGaps);
      earliest = Math.max(lower, oldest.from());
    }
    Gaps kept = all.forgetting(earliest);
    if (kept.missing().isEmpty() && announced.isEmpty()) {
      return with(kept);
    }
    List<Announced> standing = standing(all, kept, findings);
    for (Gap gap : kept.missing()) {
      if (gap.isRipe(now)) {
        announce(gap, standing, findings);
      }
    }
    boolean same = kept.equals(gaps) && standing.equals(announced);
    return same ? this : new LevelWatch(level, kept, standing, open);
  }

  /** What was announced and still holds something due; both lists go by time. */
  private List<Announced> standing(Gaps all, Gaps kept, Consumer<Finding> findings) {
    List<Announced> standing = new ArrayList<>(announced.size());
    List<Gap> missing = kept.missing();
    boolean sameMissing = all.equals(kept);
    int next = 0;
    for (Announced stretch : announced) {
      Announced less =
          sameMissing ? stretch : stretch.givingUp(minutes(all, stretch) - minutes(kept, stretch));
      while (next < missing.size() && missing.get(next).to() <= less.from()) {
        next++;
      }
      boolean stands = false;
      for (int i = next; !stands && i < missing.size() && missing.get(i).from() < less.to(); i++) {
        stands = missing.get(i).isDue();
      }
      if (stands) {
        standing.add(less);
      } else {
        findings.accept(closed(less));
      }
    }
    return standing;
  }

  /** Nothing of this level is looked for any more; what was said to be missing is given up. */
  void abandon(Consumer<Finding> findings) {
    for (Announced stretch : announced) {
      findings.accept(closed(stretch.givingUp(minutes(gaps, stretch))));
    }
  }

  private void announce(Gap gap, List<Announced> standing, Consumer<Finding> findings) {
    for (int from = gap.from(); from < gap.to(); ) {
      int at = lastNotAfter(standing, from);
      int next = at + 1 < standing.size() ? standing.get(at + 1).from() : Integer.MAX_VALUE;
      int to = Math.min(gap.to(), next);
      if (at >= 0 && from <= standing.get(at).to()) {
        Announced stretch = standing.get(at);
        standing.set(at, stretch.until(Math.max(to, stretch.to())));
      } else {
        standing.add(at + 1, new Announced(from, to, 0));
        findings.accept(new Finding.GapOpened(level, from, to, gaps.grid().slots(from, to)));
      }
      from = to;
    }
  }

  private static int lastNotAfter(List<Announced> standing, int minute) {
    int low = 0;
    int high = standing.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (standing.get(middle).from() <= minute) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private Finding closed(Announced stretch) {
    Grid grid = gaps.grid();
    return new Finding.GapClosed(
        level,
        stretch.from(),
        stretch.to(),
        grid.slots(stretch.from(), stretch.to()),
        grid.slots(0, stretch.givenUp()));
  }

  /** How much of a stretch is missing. */
  private static int minutes(Gaps gaps, Announced stretch) {
    int minutes = 0;
    for (Gap gap : gaps.missing()) {
      int from = Math.max(gap.from(), stretch.from());
      minutes += Math.max(0, Math.min(gap.to(), stretch.to()) - from);
    }
    return minutes;
  }
}
