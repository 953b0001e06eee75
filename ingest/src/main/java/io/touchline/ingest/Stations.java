package io.touchline.ingest;

import java.util.Optional;

/** Who is registered. */
interface Stations {

  /** The station of that MN as the registry has it now. Called on event loops: never waits. */
  Optional<Station> find(String mn);
}
