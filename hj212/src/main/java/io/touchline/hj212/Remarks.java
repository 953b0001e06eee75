package io.touchline.hj212;

import java.util.AbstractList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that can be remarked on an accepted frame, found when somebody first asks: a gateway never
 * does, and the frame is read the sooner. Safe to ask from several threads; they may look twice.
 */
final class Remarks extends AbstractList<Diagnosis> {

  private final Packet packet;
  private final int from;
  private final int check;
  private final boolean crlfMissing;
  private final List<Diagnosis> departures;

  /** An immutable list, so that to see it is to see it whole. */
  private List<Diagnosis> found;

  /**
   * Remarks on a packet whose segment begins at {@code from} and ends at {@code check}.
   *
   * @param departures named before all others
   */
  Remarks(Packet packet, int from, int check, boolean crlfMissing, List<Diagnosis> departures) {
    this.packet = packet;
    this.from = from;
    this.check = check;
    this.crlfMissing = crlfMissing;
    this.departures = departures;
  }

  @Override
  public Diagnosis get(int position) {
    return found().get(position);
  }

  @Override
  public int size() {
    return found().size();
  }

  private List<Diagnosis> found() {
    List<Diagnosis> here = found;
    if (here == null) {
      here =
          Stream.of(
                  departures,
                  Inspection.of(packet, check, crlfMissing),
                  HeaderHabits.of(packet, from, check),
                  ItemHabits.of(packet))
              .flatMap(List::stream)
              .distinct()
              .toList();
      found = here;
    }
    return here;
  }
}
