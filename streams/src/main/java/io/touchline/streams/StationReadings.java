package io.touchline.streams;

import io.touchline.contract.Json;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.StationKeysRecord;
import io.touchline.hj212.Sm4Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/** How a task's stations are read, from their entries and keys once and again after a change. */
final class StationReadings {

  private final KeyValueStore<String, byte[]> profiles;
  private final KeyValueStore<String, byte[]> stationKeys;
  private final Map<String, StationReading> read = new HashMap<>();

  StationReadings(
      KeyValueStore<String, byte[]> profiles, KeyValueStore<String, byte[]> stationKeys) {
    this.profiles = profiles;
    this.stationKeys = stationKeys;
  }

  /** Empty where the registry does not know the station, or its entry has not been read yet. */
  Optional<StationReading> of(String mn) {
    StationReading known = read.get(mn);
    if (known == null) {
      byte[] entry = profiles.get(mn);
      if (entry == null) {
        return Optional.empty();
      }
      known = StationReading.of(parse(entry, OutletRecord.class), keys(stationKeys.get(mn)));
      read.put(mn, known);
    }
    return Optional.of(known);
  }

  void forget(String mn) {
    read.remove(mn);
  }

  private static List<Sm4Key> keys(byte[] record) {
    List<Sm4Key> keys = new ArrayList<>();
    if (record != null) {
      for (StationKeysRecord.Key key : parse(record, StationKeysRecord.class).keys()) {
        try {
          keys.add(Sm4Key.parse(key.key()));
        } catch (IllegalArgumentException noKey) {
          // It opens nothing; the gateway has said so.
        }
      }
    }
    return keys;
  }

  private static <T> T parse(byte[] record, Class<T> type) {
    try {
      return Json.mapper().readValue(record, type);
    } catch (IOException e) {
      throw new UncheckedIOException("a stored record is no longer readable", e);
    }
  }
}
