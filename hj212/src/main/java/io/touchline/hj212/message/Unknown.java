package io.touchline.hj212.message;

import io.touchline.hj212.Edition;
import io.touchline.hj212.Parameters;
import java.util.List;

/** A message of a code that no edition has in this direction; loggers use private ones. */
public record Unknown(String cn, Parameters parameters) implements Message {

  @Override
  public Dialog dialog() {
    return Dialog.UNKNOWN;
  }

  /** None: nothing is known of its fields. */
  @Override
  public List<Fault> faults(Edition edition) {
    return List.of();
  }
}
