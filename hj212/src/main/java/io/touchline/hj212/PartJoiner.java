package io.touchline.hj212;

import io.touchline.hj212.AbandonedParts.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Joins the parts of split uploads (拆分包), whatever their order and however often they come.
 *
 * <p>Factors are never cut in half, so each part is a good upload by itself: store it as it comes,
 * and use this to know that something is missing, repeated or contradicted. Parts are known by PNUM
 * and PNO; the split bit of Flag is a hint that loggers get wrong, and is not asked (HJ 212-2017
 * C.49; HJ 212-2025 8.1.2 at second hand).
 *
 * <p>Complete sets are remembered for as long as unfinished ones, so that a part resent late is a
 * repetition. Memory is bounded by {@link Limits}; the set that has waited longest goes first. Not
 * thread-safe. Time is the caller's; where it runs backwards a set may wait longer.
 */
public final class PartJoiner {

  private static final int MOST_PARTS = 9999;

  /**
   * What is kept at most.
   *
   * @param sets split uploads at a time
   * @param bytes frames of all sets together
   * @param patience how long a set waits for its next part
   */
  public record Limits(int sets, long bytes, Duration patience) {

    /** 4,096 sets, 32 MiB, ten minutes: an exchange may wait 30 s five times (HJ 212-2025). */
    public static final Limits USUAL = new Limits(4096, 32L << 20, Duration.ofMinutes(10));

    public Limits {
      if (sets < 1 || bytes < 1 || patience.isNegative() || patience.isZero()) {
        throw new IllegalArgumentException("limits must be positive: " + sets + ", " + bytes);
      }
    }
  }

  /** One logger's uploads of a kind: what a PNUM that counts records runs through. */
  private record Series(String mn, String cn, int parts) {
    static Series of(SplitId id) {
      return new Series(id.mn(), id.cn(), id.parts());
    }
  }

  private final Limits limits;
  private final Consumer<AbandonedParts> abandoned;

  /** In the order of their last touch, the oldest first. */
  private final Map<SplitId, PartSet> sets = new LinkedHashMap<>();

  private final Map<Series, Set<SplitId>> series = new HashMap<>();
  private long bytes;

  /**
   * A joiner that keeps no more than its limits.
   *
   * @param abandoned is told of each incomplete set that is given up, from {@link #add} or {@link
   *     #expire}
   */
  public PartJoiner(Limits limits, Consumer<AbandonedParts> abandoned) {
    this.limits = limits;
    this.abandoned = abandoned;
  }

  /** Takes in one packet, split or not, and says what it makes. */
  public Joining add(Packet packet, Instant at) {
    int number = packet.part();
    if (number == 0 || packet.parts() <= 1) {
      return new Joining.Whole(packet);
    }
    SplitId id = SplitId.of(packet);
    if (number > id.parts() || id.parts() > MOST_PARTS) {
      return new Joining.Misnumbered(packet, id);
    }
    PartSet set = sets.get(id);
    if (set == null) {
      set = new PartSet(id);
      series.computeIfAbsent(Series.of(id), key -> new HashSet<>()).add(id);
    }
    bytes -= set.bytes();
    Joining joining = set.take(packet, at);
    bytes += set.bytes();
    if (!(joining instanceof Joining.Repeated)) {
      // Back to the end of the queue; a logger that repeats itself does not prolong the wait.
      sets.remove(id);
      sets.put(id, set);
    }
    while (sets.size() > limits.sets() || bytes > limits.bytes()) {
      giveUp(sets.values().iterator().next(), Cause.CROWDED_OUT);
    }
    return joining;
  }

  /** Gives up every set that has waited longer than it may. */
  public void expire(Instant now) {
    Instant oldest = now.minus(limits.patience());
    while (!sets.isEmpty()) {
      PartSet first = sets.values().iterator().next();
      if (!first.touched().isBefore(oldest)) {
        return;
      }
      giveUp(first, Cause.EXPIRED);
    }
  }

  /** The split uploads that are held, complete ones too. */
  public int size() {
    return sets.size();
  }

  /** The bytes of the frames that are held. */
  public long bytes() {
    return bytes;
  }

  private void giveUp(PartSet set, Cause cause) {
    markRecordCount(set);
    sets.remove(set.id());
    bytes -= set.bytes();
    series.computeIfPresent(
        Series.of(set.id()),
        (key, ids) -> {
          ids.remove(set.id());
          return ids.isEmpty() ? null : ids;
        });
    if (!set.isComplete()) {
      abandoned.accept(set.abandoned(cause));
    }
  }

  /** If this set and another of its series look like counted records, both are told. */
  private void markRecordCount(PartSet set) {
    for (SplitId id : series.getOrDefault(Series.of(set.id()), Set.of())) {
      PartSet other = sets.get(id);
      if (other.countsOnFrom(set)) {
        set.countsRecords();
        other.countsRecords();
      }
    }
  }
}
