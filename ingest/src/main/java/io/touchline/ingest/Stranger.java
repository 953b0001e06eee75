package io.touchline.ingest;

import io.touchline.contract.StationProposalRecord;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.Packet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was learned of one station that is not registered. Not thread-safe but for {@link #lost}.
 */
final class Stranger {

  static final int MOST_FACTORS = 200;
  private static final int MOST_OTHERS = 20;
  private static final int LONGEST_TEXT = 64;

  private final String mn;
  private final SortedSet<String> systemCodes = new TreeSet<>();
  private final SortedSet<String> commands = new TreeSet<>();
  private final SortedSet<String> factors = new TreeSet<>();
  private final SortedSet<String> serials = new TreeSet<>();
  private long firstSeen;
  private long lastSeen;
  private String peer = "";
  private String edition;
  private CheckMode check;
  private LengthMode length;
  private boolean enciphered;
  private long frames;
  private boolean changed;
  private volatile long proposedAt;

  Stranger(String mn, long now) {
    this.mn = mn;
    this.firstSeen = now;
    this.lastSeen = now;
  }

  /**
   * One more frame of it.
   *
   * @param packet null where it cannot be read
   * @return how many texts it learned
   */
  int heard(Packet packet, Manner manner, String from, long now) {
    frames++;
    lastSeen = Math.max(lastSeen, now);
    peer = from;
    changed |= manner.enciphered() && !enciphered;
    enciphered |= manner.enciphered();
    if (packet == null) {
      return 0;
    }
    changed |= manner.check() != check || manner.length() != length;
    check = manner.check();
    length = manner.length();
    String spoken = packet.edition().text();
    changed |= !spoken.equals(edition);
    edition = spoken;
    return learn(systemCodes, List.of(packet.st()), MOST_OTHERS)
        + learn(commands, List.of(packet.cn()), MOST_OTHERS)
        + learn(factors, packet.factors().keySet(), MOST_FACTORS);
  }

  /** It named these serials. */
  int named(List<String> names) {
    return learn(serials, names, MOST_OTHERS);
  }

  /** Somebody else knows this of it. */
  int learned(StationProposalRecord record) {
    boolean before = changed;
    int learned =
        learn(systemCodes, record.systemCodes(), MOST_OTHERS)
            + learn(commands, record.commands(), MOST_OTHERS)
            + learn(factors, record.factors(), MOST_FACTORS)
            + learn(serials, record.serials(), MOST_OTHERS);
    changed = before;
    firstSeen = Math.min(firstSeen, record.firstSeen().toEpochMilli());
    frames = Math.max(frames, record.frames());
    enciphered |= record.enciphered();
    if (record.lastSeen().toEpochMilli() >= lastSeen) {
      lastSeen = record.lastSeen().toEpochMilli();
      peer = record.peer();
      edition = record.edition();
      check = record.check();
      length = record.length();
    }
    proposedAt = Math.max(proposedAt, record.lastSeen().toEpochMilli());
    return learned;
  }

  private int learn(SortedSet<String> known, Collection<String> texts, int most) {
    int before = known.size();
    if (texts != null) {
      for (String text : texts) {
        if (known.size() < most && !text.isEmpty() && text.length() <= LONGEST_TEXT) {
          changed |= known.add(text);
        }
      }
    }
    return known.size() - before;
  }

  /** How many texts it holds. */
  int codes() {
    return systemCodes.size() + commands.size() + factors.size() + serials.size();
  }

  boolean isProposed() {
    return proposedAt != 0;
  }

  boolean isChanged() {
    return changed;
  }

  boolean proposedWithin(long millis, long now) {
    return now - proposedAt < millis;
  }

  void proposed(long now) {
    proposedAt = now;
    changed = false;
  }

  /** From any thread: the proposal was not stored, so the next frame makes it again. */
  void lost() {
    proposedAt = 0;
  }

  StationProposalRecord record(String gateway) {
    return new StationProposalRecord(
        StationProposalRecord.SCHEMA_VERSION,
        mn,
        Instant.ofEpochMilli(firstSeen),
        Instant.ofEpochMilli(lastSeen),
        peer,
        gateway,
        edition,
        check,
        length,
        new TreeSet<>(systemCodes),
        new TreeSet<>(commands),
        new TreeSet<>(factors),
        new TreeSet<>(serials),
        enciphered,
        frames);
  }
}
