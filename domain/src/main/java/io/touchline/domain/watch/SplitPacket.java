package io.touchline.domain.watch;

/**
 * A split packet (拆分包) of which some parts have come (HJ 212-2017 C.49, C.50).
 *
 * @param level null for real-time data
 * @param at second of its DataTime
 * @param parts how many it has (PNUM)
 * @param seen bit n-1 for part n
 * @param since second of receipt of its first part
 * @param state what it is taken for
 */
public record SplitPacket(DataLevel level, long at, int parts, long seen, long since, State state) {

  /** A mask holds no more, and HJ 212-2025 allows nine. */
  static final int MOST_PARTS = 60;

  /** What such a packet is taken for. */
  public enum State {
    WAITING,
    /** People know that parts are missing. */
    REPORTED,
    /** No split packet: PNUM counts the records of a history reply. */
    RECORD
  }

  boolean isComplete() {
    return seen == (1L << parts) - 1;
  }

  boolean isOf(Arrival arrival) {
    return level == arrival.level()
        && at == arrival.dataTime().getEpochSecond()
        && parts == arrival.parts();
  }

  /** Whether this holds nothing but the part before that of another moment's packet. */
  boolean countsUpTo(Arrival arrival) {
    return level == arrival.level()
        && parts == arrival.parts()
        && at != arrival.dataTime().getEpochSecond()
        && arrival.part() > 1
        && seen == 1L << (arrival.part() - 2);
  }

  SplitPacket with(int part) {
    return new SplitPacket(level, at, parts, seen | 1L << (part - 1), since, state);
  }

  SplitPacket as(State other) {
    return new SplitPacket(level, at, parts, seen, since, other);
  }
}
