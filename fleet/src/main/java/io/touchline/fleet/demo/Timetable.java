package io.touchline.fleet.demo;

import io.touchline.domain.AveragingPeriod;
import io.touchline.fleet.source.SimulatedOutlet;
import io.touchline.fleet.source.UploadKind;
import java.time.Duration;
import java.time.Instant;

/** When one logger sends what. Every logger keeps its own few seconds after the full minute. */
final class Timetable {

  private final SimulatedOutlet outlet;

  Timetable(SimulatedOutlet outlet) {
    this.outlet = outlet;
  }

  /** When the upload of the period that begins at {@code start} goes out. */
  Instant due(UploadKind kind, Instant start) {
    return kind == UploadKind.REAL_TIME
        ? start.plus(delay(kind))
        : start.plus(outlet.interval(kind)).plus(delay(kind));
  }

  /**
   * The first period that a logger without a past sends: hours and days from midnight so many days
   * ago, minutes from the running hour, the present from now. A logger without hour data has to
   * tell its past in minutes.
   */
  Instant first(UploadKind kind, Instant now, int historyDays) {
    Instant midnight =
        AveragingPeriod.DAY
            .startOf(now)
            .minus(AveragingPeriod.DAY.length().multipliedBy(historyDays));
    return switch (kind) {
      case HOUR, DAY -> midnight;
      case MINUTE ->
          outlet.kinds().contains(UploadKind.HOUR) ? AveragingPeriod.HOUR.startOf(now) : midnight;
      case REAL_TIME -> startAtOrBefore(kind, now);
    };
  }

  /** The start of the period of a kind in which an instant lies. */
  Instant startAtOrBefore(UploadKind kind, Instant instant) {
    if (kind == UploadKind.DAY) {
      return AveragingPeriod.DAY.startOf(instant);
    }
    long seconds = outlet.interval(kind).toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
  }

  private Duration delay(UploadKind kind) {
    int spread =
        switch (kind) {
          case REAL_TIME -> 5_000;
          case MINUTE -> 12_000;
          case HOUR -> 60_000;
          case DAY -> 180_000;
        };
    int hash = (outlet.mn() + kind).hashCode() * 0x9E3779B1;
    return Duration.ofMillis(Math.floorMod(hash, spread));
  }
}
