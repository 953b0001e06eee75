package io.touchline.domain.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The missing slots of one level as few stretches: what lies between {@code first} and {@code
 * frontier} in no gap has come, or is too old to be looked for. Work per upload does not grow with
 * the time that passed.
 *
 * @param first beginning of the earliest slot that is looked after
 * @param frontier end of the latest slot that has come or is due
 * @param missing oldest first; neighbours of which the same is known are one gap
 */
public record Gaps(Grid grid, int first, int frontier, List<Gap> missing) {

  public Gaps {
    missing = List.copyOf(missing);
  }

  /** The level begins with the first upload seen of it; what lies before was never promised. */
  static Gaps beginningWith(Grid grid, int minute) {
    int slot = grid.slotOf(minute);
    return new Gaps(grid, slot, slot + grid.step(), List.of());
  }

  /** The gap that an upload of this minute fills or shortens, null where it is not missing. */
  Gap at(int minute) {
    int slot = grid.slotOf(minute);
    for (int i = missing.size() - 1; i >= 0; i--) {
      Gap gap = missing.get(i);
      if (gap.from() <= slot) {
        return slot < gap.to() ? gap : null;
      }
    }
    return null;
  }

  /** An upload of this minute has come. */
  Gaps took(int minute) {
    int slot = grid.slotOf(minute);
    int end = slot + grid.step();
    if (slot >= frontier) {
      return slot == frontier
          ? new Gaps(grid, first, end, missing)
          : new Gaps(grid, first, end, joined(missing, Gap.notDue(frontier, slot)));
    }
    if (slot < first) {
      return end == first
          ? new Gaps(grid, slot, frontier, missing)
          : new Gaps(grid, slot, frontier, joined(List.of(Gap.notDue(end, first)), missing));
    }
    return at(minute) == null ? this : without(slot, end);
  }

  /**
   * Slots that end at or before {@code due} should have come by now.
   *
   * @param ripeAt second from which what is newly due is asked for
   */
  Gaps expecting(int due, long ripeAt) {
    int until = grid.slotOf(due);
    Gaps grown =
        until > frontier
            ? new Gaps(grid, first, until, joined(missing, Gap.notDue(frontier, until)))
            : this;
    boolean anyDue = grown.missing.stream().anyMatch(gap -> !gap.isDue() && gap.from() < until);
    return anyDue
        ? grown.each(
            grown.first,
            Math.max(until, grown.first),
            gap -> gap.isDue() ? gap : gap.dueFrom(ripeAt))
        : grown;
  }

  /** Slots that begin before this minute are not looked for any more. */
  Gaps forgetting(int before) {
    return missing.isEmpty() || missing.get(0).from() >= before
        ? this
        : without(Integer.MIN_VALUE, slotNotBefore(before));
  }

  int slotNotBefore(int minute) {
    return grid.slotOf(minute + grid.step() - 1);
  }

  Gaps without(int from, int to) {
    return new Gaps(grid, first, frontier, outside(from, to, missing));
  }

  /** Changes what is known of the missing slots inside a stretch. */
  Gaps each(int from, int to, UnaryOperator<Gap> change) {
    List<Gap> changed = new ArrayList<>();
    for (Gap gap : missing) {
      int start = Math.max(gap.from(), from);
      int end = Math.min(gap.to(), to);
      if (start >= end) {
        add(changed, gap);
      } else {
        if (gap.from() < start) {
          add(changed, gap.part(gap.from(), start));
        }
        add(changed, change.apply(gap.part(start, end)));
        if (end < gap.to()) {
          add(changed, gap.part(end, gap.to()));
        }
      }
    }
    return new Gaps(grid, first, frontier, changed);
  }

  /** Whether anything inside a stretch is missing that should have come. */
  boolean anyDue(int from, int to) {
    return missing.stream().anyMatch(gap -> gap.isDue() && gap.from() < to && from < gap.to());
  }

  private static List<Gap> outside(int from, int to, List<Gap> gaps) {
    List<Gap> left = new ArrayList<>(gaps.size() + 1);
    for (Gap gap : gaps) {
      if (gap.to() <= from || to <= gap.from()) {
        left.add(gap);
      } else {
        if (gap.from() < from) {
          left.add(gap.part(gap.from(), from));
        }
        if (to < gap.to()) {
          left.add(gap.part(to, gap.to()));
        }
      }
    }
    return left;
  }

  private static List<Gap> joined(List<Gap> gaps, Gap last) {
    return joined(gaps, List.of(last));
  }

  private static List<Gap> joined(List<Gap> gaps, List<Gap> later) {
    List<Gap> all = new ArrayList<>(gaps);
    later.forEach(gap -> add(all, gap));
    return all;
  }

  private static void add(List<Gap> gaps, Gap gap) {
    Gap last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
    if (last != null && last.goesOnAs(gap)) {
      gaps.set(gaps.size() - 1, last.part(last.from(), gap.to()));
    } else {
      gaps.add(gap);
    }
  }
}
