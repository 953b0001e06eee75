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
    Gaps kept = all.forgetting(lower);
    if (kept.missing().size() > mostGaps) {
      kept = kept.forgetting(kept.missing().get(kept.missing().size() - mostGaps).from());
    }
    if (kept.missing().isEmpty() && announced.isEmpty()) {
      return with(kept);
    }
    List<Announced> standing = new ArrayList<>();
    for (Announced stretch : announced) {
      Announced now2 = stretch.givingUp(lost(all, kept, stretch));
      if (kept.anyDue(stretch.from(), stretch.to())) {
        standing.add(now2);
      } else {
        findings.accept(closed(now2));
      }
    }
    for (Gap gap : kept.missing()) {
      if (gap.isRipe(now) || gap.wasAsked()) {
        announce(gap, standing, findings);
      }
    }
    boolean same = kept.equals(gaps) && standing.equals(announced);
    return same ? this : new LevelWatch(level, kept, standing, open);
  }

  /** Nothing of this level is looked for any more; what was said to be missing is given up. */
  void abandon(Consumer<Finding> findings) {
    for (Announced stretch : announced) {
      int missing = 0;
      for (Gap gap : gaps.missing()) {
        missing += overlap(gap, stretch);
      }
      findings.accept(closed(stretch.givingUp(missing)));
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
    int at = standing.size() - 1;
    while (at >= 0 && standing.get(at).from() > minute) {
      at--;
    }
    return at;
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

  /** Minutes of a stretch that were missing before and are not looked for now. */
  private static int lost(Gaps before, Gaps after, Announced stretch) {
    return before.equals(after) ? 0 : missing(before, stretch) - missing(after, stretch);
  }

  private static int missing(Gaps gaps, Announced stretch) {
    return gaps.missing().stream().mapToInt(gap -> overlap(gap, stretch)).sum();
  }

  private static int overlap(Gap gap, Announced stretch) {
    return Math.max(0, Math.min(gap.to(), stretch.to()) - Math.max(gap.from(), stretch.from()));
  }
}
