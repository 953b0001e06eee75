package io.touchline.domain.facility;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Unit;
import io.touchline.domain.Validity;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hours of an outlet from 2026-01-01 on. */
final class Hours {

  static final Instant DAY = ChinaTime.instant(LocalDateTime.of(2026, 1, 1, 0, 0));

  private final SortedMap<Instant, SortedMap<String, FactorMean>> hours = new TreeMap<>();

  static Instant at(int hour, int minute) {
    return DAY.plusSeconds(hour * 3600L + minute * 60L);
  }

  Hours with(int hour, String channel, String value) {
    return with(hour, channel, value, null, Validity.VALID);
  }

  Hours invalid(int hour, String channel, String value) {
    return with(hour, channel, value, null, new Validity(Validity.Reason.FLAGGED, "flag D"));
  }

  Hours volume(int hour, String channel, String amount) {
    return with(hour, channel, "1", amount, Validity.VALID);
  }

  private Hours with(int hour, String channel, String value, String amount, Validity validity) {
    hours
        .computeIfAbsent(at(hour, 0), key -> new TreeMap<>())
        .put(
            channel,
            new FactorMean(
                Decimal.of(value),
                null,
                null,
                channel.startsWith("a2") ? Unit.MG_PER_M3 : Unit.NONE,
                Decimal.parse(amount),
                null,
                validity,
                FactorMean.Source.REPORTED,
                new TreeSet<>()));
    return this;
  }

  SortedMap<Instant, SortedMap<String, FactorMean>> get() {
    return hours;
  }
}
