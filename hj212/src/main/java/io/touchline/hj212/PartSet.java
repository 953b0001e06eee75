package io.touchline.hj212;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The parts of one split upload that have come. */
final class PartSet {

  private final SplitId id;
  private final NavigableMap<Integer, Packet> parts = new TreeMap<>();
  private Instant touched;
  private long bytes;
  private boolean recordCount;

  PartSet(SplitId id) {
    this.id = id;
  }

  /** Takes in a part whose number is one of 1 to PNUM. */
  Joining take(Packet packet, Instant at) {
    int number = packet.part();
    Packet earlier = parts.get(number);
    if (earlier == null) {
      touched = at;
      put(number, packet);
      return isComplete()
          ? new Joining.Complete(packet, id, List.copyOf(parts.values()))
          : new Joining.Waiting(packet, id, id.parts() - parts.size());
    }
    if (packet.parameters().equals(earlier.parameters())) {
      return new Joining.Repeated(packet, id);
    }
    touched = at;
    boolean stands = isLater(packet.qn(), earlier.qn());
    if (stands) {
      bytes -= earlier.bytes().length;
      put(number, packet);
    }
    return new Joining.Contradicting(packet, id, earlier, stands);
  }

  SplitId id() {
    return id;
  }

  /** When something new came last. */
  Instant touched() {
    return touched;
  }

  long bytes() {
    return bytes;
  }

  boolean isComplete() {
    return parts.size() == id.parts();
  }

  /** Whether both have one part only, each with another number: they may be counted records. */
  boolean countsOnFrom(PartSet other) {
    return parts.size() == 1
        && other.parts.size() == 1
        && !parts.firstKey().equals(other.parts.firstKey());
  }

  void countsRecords() {
    recordCount = true;
  }

  AbandonedParts abandoned(AbandonedParts.Cause cause) {
    return new AbandonedParts(
        id,
        List.copyOf(parts.keySet()),
        recordCount && parts.size() == 1 ? AbandonedParts.Cause.RECORD_COUNT : cause);
  }

  private void put(int number, Packet packet) {
    parts.put(number, packet);
    bytes += packet.bytes().length;
  }

  private static boolean isLater(String qn, String than) {
    return qn.isEmpty() || than.isEmpty() || qn.compareTo(than) >= 0;
  }
}
