package io.touchline.domain.watch;

import io.touchline.domain.RuleNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a station is heard, and which of its channels. A value: each frame of data makes the next
 * one. Seconds are counted from 1970; times are kept to the minute, so that a station that sends
 * every few seconds does not change it every time.
 *
 * @param heardAt receipt of the latest data
 * @param silent whether it was told that nothing comes
 * @param newest start of the latest data
 * @param resumedAt start of the data since which there was no long gap
 * @param channels by factor
 */
public record Presence(
    long heardAt,
    boolean silent,
    long newest,
    long resumedAt,
    SortedMap<String, Channel> channels) {

  public static final Presence NEW = new Presence(0, false, 0, 0, new TreeMap<>());

  private static final int MINUTE = 60;
  private static final long SILENT = RuleNumber.of(RuleNumber.Name.SILENT_MINUTES) * MINUTE;
  private static final long PATIENCE =
      RuleNumber.of(RuleNumber.Name.CHANNEL_SILENT_MINUTES) * MINUTE;

  /** A channel is one when it came so often; a factor that was sent by mistake once is none. */
  private static final int KNOWN = 3;

  /**
   * One factor.
   *
   * @param lastAt start of the latest data that had it
   * @param seen how often it came, up to {@link #KNOWN}
   * @param silent whether it was told that it does not come
   */
  public record Channel(long lastAt, int seen, boolean silent) {}

  /**
   * Something fell silent or speaks again.
   *
   * @param factor null for the station as a whole
   * @param from when it was last heard; of a channel, the start of the data
   * @param to when it spoke again, null while it is silent
   */
  public record Silence(String factor, long from, Long to) {}

  /** What comes next, and what is to be told. */
  public record Step(Presence next, List<Silence> told) {}

  public Presence {
    channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
  }

  /** Data came: any receipt ends a silence, be the data old. */
  public Step heard(long receivedAt, long at, Set<String> factors) {
    List<Silence> told = new ArrayList<>();
    boolean tooLong = heardAt != 0 && receivedAt - heardAt > SILENT;
    if (silent || tooLong) {
      told.add(new Silence(null, heardAt, receivedAt));
    }
    boolean later = silent || receivedAt >= heardAt + MINUTE;
    Presence heard = new Presence(later ? receivedAt : heardAt, false, newest, resumedAt, channels);
    return new Step(at < newest ? heard : heard.saw(at, factors, told), told);
  }

  /** Time went on and nothing came. */
  public Step passed(long now) {
    if (silent || heardAt == 0 || now - heardAt <= SILENT) {
      return new Step(this, List.of());
    }
    return new Step(
        new Presence(heardAt, true, newest, resumedAt, channels),
        List.of(new Silence(null, heardAt, null)));
  }

  private Presence saw(long at, Set<String> factors, List<Silence> told) {
    long resumed = at - newest > PATIENCE ? at : resumedAt;
    SortedMap<String, Channel> next = new TreeMap<>(channels);
    for (String factor : factors) {
      Channel before = channels.get(factor);
      if (before != null && before.silent()) {
        told.add(new Silence(factor, before.lastAt(), at));
      }
      if (before == null || before.silent() || before.seen() < KNOWN || isDue(before, at)) {
        int seen = before == null ? 1 : Math.min(KNOWN, before.seen() + 1);
        next.put(factor, new Channel(at, seen, false));
      }
    }
    next.replaceAll(
        (factor, channel) -> {
          boolean gone =
              !channel.silent()
                  && channel.seen() >= KNOWN
                  && at - Math.max(channel.lastAt(), resumed) > PATIENCE;
          if (gone) {
            told.add(new Silence(factor, channel.lastAt(), null));
          }
          return gone ? new Channel(channel.lastAt(), channel.seen(), true) : channel;
        });
    boolean moved = at >= newest + MINUTE || resumed != resumedAt;
    return new Presence(heardAt, silent, moved ? at : newest, resumed, next);
  }

  /** Written anew once in ten minutes. */
  private static boolean isDue(Channel channel, long at) {
    return at >= channel.lastAt() + 10L * MINUTE;
  }
}
