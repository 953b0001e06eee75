package io.touchline.ingest;

import io.touchline.contract.StationProposalRecord;
import io.touchline.hj212.Packet;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stations that send and are not registered, with what was learned of them: proposed in topic
 * {@code proposals} at first sight, with new knowledge at most once a minute, and once an hour
 * while they go on. Who is registered is no longer proposed.
 *
 * <p>Bounded: the least recently seen are forgotten beyond {@link #MOST} stations or {@link
 * #MOST_CODES} texts learned in all, and of new ones only {@link #NEW_A_MINUTE} are proposed a
 * minute, the others with a later frame of theirs: MNs are easily made up. What is forgotten here
 * stays in the topic. Thread-safe.
 */
final class Strangers {

  static final int MOST = 4_000;
  static final int MOST_CODES = 100_000;
  static final int NEW_A_MINUTE = 100;

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final String gateway;
  private final Stations stations;
  private final News news;
  private final Map<String, Stranger> seen = new LinkedHashMap<>(64, 0.75f, true);
  private int codes;
  private long minute;
  private int newThisMinute;

  Strangers(String gateway, Stations stations, News news) {
    this.gateway = gateway;
    this.stations = stations;
    this.news = news;
  }

  /** A frame of a station that is not registered, or was not when the frame was checked. */
  synchronized void heard(Checked.Sender sender, String peer, long now) {
    if (stations.find(sender.mn()).isEmpty()) {
      Stranger stranger = stranger(sender.mn(), now);
      codes += stranger.heard(sender.packet(), sender.manner(), peer, now);
      propose(stranger, now);
    }
  }

  /** A logger that asks for an MN: known by its first serial, unless the registry knows it. */
  synchronized void heardJoining(Packet packet, List<String> serials, String peer, long now) {
    if (!serials.isEmpty()
        && serials.stream().allMatch(serial -> stations.mnOfSerial(serial).isEmpty())) {
      Stranger stranger = stranger(serials.get(0), now);
      codes += stranger.heard(packet, Manner.STANDARD, peer, now);
      codes += stranger.named(serials);
      propose(stranger, now);
    }
  }

  /** What this gateway in an earlier life, or another one, proposed; null when it no longer is. */
  synchronized void read(String mn, StationProposalRecord record) {
    if (record == null) {
      forget(mn);
    } else if (isRegistered(mn)) {
      news.noProposal(mn);
    } else {
      codes += stranger(mn, record.firstSeen().toEpochMilli()).learned(record);
      shrink();
    }
  }

  /** An MN, or the serial of a logger that asked to join, is registered. */
  synchronized void registered(String name) {
    if (forget(name)) {
      news.noProposal(name);
    }
  }

  synchronized int size() {
    return seen.size();
  }

  private boolean isRegistered(String name) {
    return stations.find(name).isPresent() || stations.mnOfSerial(name).isPresent();
  }

  private Stranger stranger(String mn, long now) {
    return seen.computeIfAbsent(mn, name -> new Stranger(name, now));
  }

  private void propose(Stranger stranger, long now) {
    shrink();
    if (stranger.isProposed() ? isDueAgain(stranger, now) : mayProposeNew(now)) {
      stranger.proposed(now);
      news.proposal(stranger.record(gateway), stranger::lost);
    }
  }

  private static boolean isDueAgain(Stranger stranger, long now) {
    return !stranger.proposedWithin(stranger.isChanged() ? MINUTE : HOUR, now);
  }

  private boolean mayProposeNew(long now) {
    if (now / MINUTE != minute) {
      minute = now / MINUTE;
      newThisMinute = 0;
    }
    return newThisMinute++ < NEW_A_MINUTE;
  }

  /** The one just seen is the last to go, and goes when it alone is too much. */
  private void shrink() {
    Iterator<Stranger> oldest = seen.values().iterator();
    while (oldest.hasNext() && (seen.size() > MOST || codes > MOST_CODES)) {
      codes -= oldest.next().codes();
      oldest.remove();
    }
  }

  private boolean forget(String mn) {
    Stranger stranger = seen.remove(mn);
    if (stranger != null) {
      codes -= stranger.codes();
    }
    return stranger != null;
  }
}
