package io.touchline.ingest.command;

import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandResultRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All commands that are not over, and for a while those that are, so that a second record of the
 * same id changes nothing. One thread.
 *
 * <p>Bounded: commands that wait by the settings, steps without a command and ends by {@link
 * #REMEMBERED}.
 */
final class Ledger {

  private static final int REMEMBERED = 50_000;

  private final Duration longestLife;
  private final Map<String, Tracked> open = new HashMap<>();
  private final Map<String, List<Tracked>> queues = new LinkedHashMap<>();

  /** Standings of ids that are over, or whose command has not been read yet; oldest first. */
  private final Map<String, Standing> others =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Standing> eldest) {
          return size() > REMEMBERED;
        }
      };

  private long sequence;

  Ledger(Duration longestLife) {
    this.longestLife = longestLife;
  }

  /**
   * Takes a command in; empty when its id is known already.
   *
   * @param writtenAt the record's timestamp
   */
  Optional<Tracked> apply(CommandRecord command, Instant writtenAt) {
    Standing known = others.get(command.id());
    if (open.containsKey(command.id()) || known instanceof Standing.Ended) {
      return Optional.empty();
    }
    others.remove(command.id());
    Instant latest = writtenAt.plus(longestLife);
    Instant endsAt = command.expiresAt().isBefore(latest) ? command.expiresAt() : latest;
    Tracked tracked =
        new Tracked(command, endsAt, sequence++, known == null ? Standing.NEW : known);
    open.put(command.id(), tracked);
    queues.computeIfAbsent(command.mn(), mn -> new ArrayList<>(2)).add(tracked);
    return Optional.of(tracked);
  }

  void apply(CommandResultRecord step) {
    Tracked tracked = open.get(step.id());
    if (tracked == null) {
      others.merge(step.id(), Standing.NEW.after(step), (known, first) -> known.after(step));
      return;
    }
    tracked.apply(step);
    if (tracked.ended()) {
      open.remove(step.id());
      others.put(step.id(), tracked.standing());
      queues.computeIfPresent(
          tracked.command().mn(),
          (mn, queue) -> {
            queue.remove(tracked);
            return queue.isEmpty() ? null : queue;
          });
    }
  }

  /** Whether anything was read of that id. */
  boolean knows(String id) {
    return open.containsKey(id) || others.containsKey(id);
  }

  /** What waits for a logger, or is under way with it; in no order. */
  List<Tracked> of(String mn) {
    return queues.getOrDefault(mn, List.of());
  }

  /** Whether it is this command's turn with its logger: nothing in hand, none before it. */
  boolean hasTurn(Tracked tracked) {
    return of(tracked.command().mn()).stream()
        .filter(other -> other != tracked)
        .noneMatch(
            other ->
                other.inHand() || other.claiming() || Tracked.TURN.compare(other, tracked) < 0);
  }

  Collection<String> loggers() {
    return List.copyOf(queues.keySet());
  }

  int size() {
    return open.size();
  }
}
