package io.touchline.streams;

import io.touchline.contract.Json;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueStore;

/** The profiles of a task's outlets, read from their store once and again after a change. */
final class Profiles {

  private final KeyValueStore<String, byte[]> store;
  private final Map<String, OutletRecord> entries = new HashMap<>();
  private final Map<String, OutletProfile> profiles = new HashMap<>();

  Profiles(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /**
   * The outlet's profile; one without limits where the registry has none.
   *
   * @param medium asked only of an outlet that the registry does not know
   */
  OutletProfile of(String mn, Function<String, Medium> medium) {
    OutletProfile known = profiles.get(mn);
    if (known == null) {
      OutletRecord entry = entry(mn);
      if (entry == null) {
        return OutletProfile.unregistered(mn, medium.apply(mn));
      }
      known = entry.toDomain();
      profiles.put(mn, known);
    }
    return known;
  }

  /** The registry's entry, null where it has none. */
  OutletRecord entry(String mn) {
    OutletRecord known = entries.get(mn);
    if (known == null) {
      byte[] bytes = store.get(mn);
      if (bytes != null) {
        known = parse(bytes);
        entries.put(mn, known);
      }
    }
    return known;
  }

  void forget(String mn) {
    entries.remove(mn);
    profiles.remove(mn);
  }

  private static OutletRecord parse(byte[] entry) {
    try {
      return Json.mapper().readValue(entry, OutletRecord.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a stored profile is no longer readable", e);
    }
  }
}
