package io.touchline.ingest;

import io.touchline.contract.QualityRecord;
import io.touchline.contract.QualityRecord.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Stations whose frames say something else than their profile, told as quality records.
 *
 * <p>One frame proves little: check codes have 256 values, and a technician tries things. So the
 * same other thing must be said three times in a row; then it is told once, again at most daily
 * while it lasts, and once more with its end when a frame agrees again. What was told is forgotten
 * at a restart: an episode that lasts is then told anew.
 *
 * <p>Thread-safe. State is held only for registered stations that contradict, some 200 bytes each.
 */
final class Contradictions {

  static final int IN_A_ROW = 3;
  static final Duration AGAIN_AFTER = Duration.ofDays(1);

  /** Two connections speak for a station as long as it jumps between them at least this often. */
  static final Duration QUIET_AFTER = Duration.ofMinutes(10);

  private static final String SOURCE = "gateway";

  private final News news;
  private final ConcurrentMap<String, Map<Kind, Row>> rows = new ConcurrentHashMap<>();

  Contradictions(News news) {
    this.news = news;
  }

  /**
   * What a frame says otherwise.
   *
   * @param profile what the profile says, in words for the record
   * @param frames what the frames say
   * @param identity by which the same other thing is known again; not told
   */
  record Other(String profile, String frames, Object identity) {

    Other(String profile, String frames) {
      this(profile, frames, frames);
    }
  }

  /**
   * One frame of a registered station.
   *
   * @param asked what the frame could speak about
   * @param others of that, what it says otherwise than the profile; it agrees with the rest
   */
  void heard(String mn, Set<Kind> asked, Map<Kind, Other> others, long now) {
    if (others.isEmpty() && !rows.containsKey(mn)) {
      return;
    }
    rows.compute(
        mn,
        (key, before) -> {
          Map<Kind, Row> of = before == null ? new EnumMap<>(Kind.class) : before;
          for (Kind kind : asked) {
            Other other = others.get(kind);
            Row row = of.get(kind);
            if (row != null && (other == null || !row.goesOnWith(other))) {
              end(mn, kind, row, now);
              of.remove(kind);
              row = null;
            }
            if (other != null) {
              goOn(mn, kind, of.computeIfAbsent(kind, none -> new Row(other, now)), now);
            }
          }
          endQuiet(mn, of, now);
          return of.isEmpty() ? null : of;
        });
  }

  /** The station is no longer registered: there is no profile to contradict. */
  void forget(String mn) {
    rows.remove(mn);
  }

  int size() {
    return rows.size();
  }

  private void goOn(String mn, Kind kind, Row row, long now) {
    row.count++;
    row.lastAt = now;
    boolean due = row.toldAt == 0 || now - row.toldAt >= AGAIN_AFTER.toMillis();
    if (row.count >= IN_A_ROW && due) {
      row.toldAt = now;
      tell(mn, kind, row, null);
    }
  }

  /** No frame says that one connection is enough: silence does. */
  private void endQuiet(String mn, Map<Kind, Row> of, long now) {
    Row row = of.get(Kind.TWO_CONNECTIONS);
    if (row != null && now - row.lastAt >= QUIET_AFTER.toMillis()) {
      end(mn, Kind.TWO_CONNECTIONS, row, row.lastAt);
      of.remove(Kind.TWO_CONNECTIONS);
    }
  }

  private void end(String mn, Kind kind, Row row, long at) {
    if (row.toldAt != 0) {
      tell(mn, kind, row, Instant.ofEpochMilli(at));
    }
  }

  private void tell(String mn, Kind kind, Row row, Instant to) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("profile", row.other.profile());
    evidence.put("frames", row.other.frames());
    evidence.put("count", Long.toString(row.count));
    news.quality(
        QualityRecord.of(
            mn,
            null,
            kind,
            Instant.ofEpochMilli(row.firstAt),
            to,
            null,
            "frames in a row: "
                + row.count
                + "; they say "
                + row.other.frames()
                + ", the profile says "
                + row.other.profile(),
            evidence,
            SOURCE));
  }

  /** The same other thing, said so many times in a row. */
  private static final class Row {
    final Other other;
    final long firstAt;
    long lastAt;
    long toldAt;
    long count;

    Row(Other other, long firstAt) {
      this.other = other;
      this.firstAt = firstAt;
    }

    boolean goesOnWith(Other next) {
      return other.identity().equals(next.identity()) && other.profile().equals(next.profile());
    }
  }
}
