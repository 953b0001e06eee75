package io.touchline.domain.facility;

import java.util.List;

/** What the registry says of the treatment before an outlet. */
public record Treatment(List<Facility> facilities, List<Inlet> inlets) {

  public Treatment {
    facilities = facilities == null ? List.of() : List.copyOf(facilities);
    inlets = inlets == null ? List.of() : List.copyOf(inlets);
  }
}
