package io.touchline.hj212;

import java.util.List;

/**
 * What became of one packet in {@link PartJoiner}. In every case the packet can be used at once.
 */
public sealed interface Joining {

  /** The packet that was given. */
  Packet packet();

  /** It is no part: PNUM or PNO is missing, or there is one part only. */
  record Whole(Packet packet) implements Joining {}

  /** It is a part, and others are still to come. */
  record Waiting(Packet packet, SplitId id, int missing) implements Joining {}

  /** It is the part that was missing. */
  record Complete(Packet packet, SplitId id, List<Packet> parts) implements Joining {}

  /** The same part with the same CP was there already, resent perhaps with another QN. */
  record Repeated(Packet packet, SplitId id) implements Joining {}

  /**
   * The same part was there already and said something else. Of the two the one with the later QN
   * stands; where one has none, the one that came later.
   */
  record Contradicting(Packet packet, SplitId id, Packet earlier, boolean packetStands)
      implements Joining {}

  /** Its number is none of 1 to PNUM, or PNUM is over four digits. */
  record Misnumbered(Packet packet, SplitId id) implements Joining {}
}
