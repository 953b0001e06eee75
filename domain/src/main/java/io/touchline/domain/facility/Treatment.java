package io.touchline.domain.facility;

import java.util.List;

/**
 * What the registry says of the treatment before an outlet.
 *
 * @param feeds where this logger itself stands before the treatment of other outlets
 */
public record Treatment(List<Facility> facilities, List<Inlet> inlets, List<Feed> feeds) {

  public Treatment {
    facilities = facilities == null ? List.of() : List.copyOf(facilities);
    inlets = inlets == null ? List.of() : List.copyOf(inlets);
    feeds = feeds == null ? List.of() : List.copyOf(feeds);
  }

  /** Of an outlet that stands before no other. */
  public Treatment(List<Facility> facilities, List<Inlet> inlets) {
    this(facilities, inlets, List.of());
  }
}
