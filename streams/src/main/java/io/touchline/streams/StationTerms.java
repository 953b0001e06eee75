package io.touchline.streams;

import io.touchline.contract.Json;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.StationDialect;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.watch.Terms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;

/** What a task's stations owe by the registry, read from its entries once and after a change. */
final class StationTerms {

  /**
   * One station.
   *
   * @param stampsEnd whether its DataTime names the end of a period, so that what it is asked for
   *     must be named by its end too
   */
  record Entry(Terms terms, boolean stampsEnd) {}

  private static final Entry UNREGISTERED =
      new Entry(
          Terms.unregistered((int) OutletProfile.defaultMinuteInterval(Medium.AIR).toMinutes()),
          false);

  private final KeyValueStore<String, byte[]> profiles;
  private final Map<String, Entry> read = new HashMap<>();

  StationTerms(KeyValueStore<String, byte[]> profiles) {
    this.profiles = profiles;
  }

  Entry of(String mn) {
    Entry known = read.get(mn);
    if (known == null) {
      byte[] entry = profiles.get(mn);
      if (entry == null) {
        return UNREGISTERED;
      }
      known = parse(entry);
      read.put(mn, known);
    }
    return known;
  }

  void forget(String mn) {
    read.remove(mn);
  }

  private static Entry parse(byte[] entry) {
    try {
      OutletRecord outlet = Json.mapper().readValue(entry, OutletRecord.class);
      StationDialect dialect = outlet.dialectOrStandard();
      return new Entry(
          new Terms(
              (int) Math.max(1, outlet.toDomain().minuteInterval().toMinutes()),
              outlet.minuteInterval() != null,
              outlet.validFrom() == null ? Instant.EPOCH : midnight(outlet.validFrom()),
              outlet.validTo() == null ? Instant.MAX : midnight(outlet.validTo().plusDays(1)),
              dialect.mayAskHistory(),
              dialect.maySetTime()),
          dialect.stampsEnd());
    } catch (IOException e) {
      throw new UncheckedIOException("a stored profile is no longer readable", e);
    }
  }

  private static Instant midnight(LocalDate day) {
    return ChinaTime.instant(day.atStartOfDay());
  }
}
