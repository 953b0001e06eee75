package io.touchline.domain.watch;

import io.touchline.domain.watch.SplitPacket.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The split packets of one station that are not whole yet, oldest first.
 *
 * <p>Some loggers write the number of records of a history reply into PNUM. Their packets differ
 * from parts in that each speaks of another moment while PNO counts on within half a minute; they
 * raise nothing.
 */
public record SplitWatch(List<SplitPacket> packets) {

  static final SplitWatch NOTHING = new SplitWatch(List.of());

  private static final long PATIENCE_SECONDS = 600;
  private static final long FORGOTTEN_SECONDS = 86_400;
  private static final long IN_ONE_GO_SECONDS = 30;
  private static final int MOST = 16;

  public SplitWatch {
    packets = List.copyOf(packets);
  }

  SplitWatch heard(Arrival arrival, Consumer<Finding> findings) {
    List<SplitPacket> after = new ArrayList<>(packets);
    SplitPacket whole = add(after, arrival);
    if (whole.isComplete() && whole.state() != State.RECORD) {
      after.remove(whole);
      if (whole.state() == State.REPORTED) {
        findings.accept(
            new Finding.PartsCame(whole.level(), whole.at(), whole.parts(), arrival.now()));
      }
    }
    while (after.size() > MOST) {
      tell(after.remove(0), findings);
    }
    return new SplitWatch(after);
  }

  /** A packet that has waited long enough is told of, and kept in case its parts come after all. */
  SplitWatch movedOn(long now, Consumer<Finding> findings) {
    if (packets.stream().noneMatch(packet -> hasNews(packet, now))) {
      return this;
    }
    List<SplitPacket> after = new ArrayList<>();
    for (SplitPacket packet : packets) {
      if (!hasNews(packet, now)) {
        after.add(packet);
      } else if (packet.state() == State.WAITING) {
        tell(packet, findings);
        after.add(packet.as(State.REPORTED));
      }
    }
    return new SplitWatch(after);
  }

  private static boolean hasNews(SplitPacket packet, long now) {
    long wait = packet.state() == State.REPORTED ? FORGOTTEN_SECONDS : PATIENCE_SECONDS;
    return now - packet.since() >= wait;
  }

  private static SplitPacket add(List<SplitPacket> packets, Arrival arrival) {
    State state = State.WAITING;
    for (int i = 0; i < packets.size(); i++) {
      SplitPacket packet = packets.get(i);
      if (packet.isOf(arrival)) {
        packets.set(i, packet.with(arrival.part()));
        return packets.get(i);
      }
      boolean inOneGo = arrival.now() - packet.since() <= IN_ONE_GO_SECONDS;
      if (inOneGo && packet.state() != State.REPORTED && packet.countsUpTo(arrival)) {
        packets.set(i, packet.as(State.RECORD));
        state = State.RECORD;
      }
    }
    SplitPacket first =
        new SplitPacket(
            arrival.level(),
            arrival.dataTime().getEpochSecond(),
            arrival.parts(),
            1L << (arrival.part() - 1),
            arrival.now(),
            state);
    packets.add(first);
    return first;
  }

  private static void tell(SplitPacket packet, Consumer<Finding> findings) {
    if (packet.state() == State.WAITING) {
      findings.accept(
          new Finding.PartsMissing(packet.level(), packet.at(), packet.parts(), packet.seen()));
    }
  }
}
