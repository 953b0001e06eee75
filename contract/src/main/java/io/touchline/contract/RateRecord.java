package io.touchline.contract;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.rate.Counters;
import io.touchline.domain.rate.DayRate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * Value of topic {@link Topics#rates()}: what was due, came and is valid of one outlet on one day
 * in China. Counters add up over days, outlets and places; a rate is never added or averaged.
 *
 * @param factors by factor, those that are assessed
 */
public record RateRecord(
    int schemaVersion, String mn, LocalDate day, int revision, SortedMap<String, Factor> factors) {

  public static final int SCHEMA_VERSION = 1;

  /**
   * One factor's day.
   *
   * @param completed as data stand now, whenever they came
   * @param realTime what had come in its time
   * @param hours 24 letters: V valid, I came and is not valid, M did not come, S stopped, C
   *     standard check, - not due yet
   * @param reasons why an hour is not valid, by hour of the day in two digits
   */
  public record Factor(
      Count completed, Count realTime, String hours, SortedMap<String, String> reasons) {

    public static Factor of(DayRate rate) {
      return new Factor(
          Count.of(rate.completed()), Count.of(rate.realTime()), rate.hours(), rate.reasons());
    }
  }

  /** The four counters; see {@link Counters}. */
  public record Count(int due, int received, int dueValid, int valid) {

    static Count of(Counters counters) {
      return new Count(counters.due(), counters.received(), counters.dueValid(), counters.valid());
    }
  }

  /** The same as another revision. */
  public RateRecord withRevision(int number) {
    return new RateRecord(schemaVersion, mn, day, number, factors);
  }

  /** Key of the topic: {@code MN|2026-01-01}. */
  public String key() {
    return mn + '|' + day;
  }

  /** Start of its day. */
  public Instant start() {
    return ChinaTime.instant(day.atStartOfDay());
  }
}
