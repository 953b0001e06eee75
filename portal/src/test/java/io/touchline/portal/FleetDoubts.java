package io.touchline.portal;

import io.touchline.contract.MarkRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.contract.RateRecord;
import io.touchline.domain.ChinaTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is doubtful about the made-up fleet's data, and what its operators marked. */
final class FleetDoubts {

  private FleetDoubts() {}

  static List<QualityRecord> on(List<OutletRecord> outlets, Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    String mn = outlets.get(0).mn();
    return List.of(
        found(
            mn,
            null,
            Kind.GAP,
            hour.minus(Duration.ofHours(5)),
            null,
            Map.of(
                "missing", "37", "missingTo", ChinaTime.format(hour.minus(Duration.ofHours(4))))),
        found(
            mn,
            "a21026",
            Kind.CONFLICTING_UPLOADS,
            hour.minus(Duration.ofHours(9)),
            hour.minus(Duration.ofHours(8)),
            Map.of("stands", "31, flag N", "other", "30, flag N")),
        found(
            outlets.get(3).mn(),
            null,
            Kind.CLOCK_OFF,
            hour.minus(Duration.ofDays(1)),
            null,
            Map.of("skewMillis", "184000")));
  }

  static List<MarkRecord> marks(List<OutletRecord> outlets, Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    String mn = outlets.get(0).mn();
    return List.of(
        mark(mn, "MAINTENANCE", "a21026", hour.minus(Duration.ofHours(9)), "探头更换，见维护记录第 12 页"),
        mark(mn, "STOPPED", null, hour.minus(Duration.ofHours(30)), "锅炉计划停运检修"));
  }

  /** A day of every outlet: most complete, some with missing hours. */
  static List<RateRecord> rates(List<OutletRecord> outlets, Instant now) {
    List<RateRecord> rates = new ArrayList<>();
    for (int at = 0; at < outlets.size(); at++) {
      int received = at % 7 == 3 ? 20 : 24;
      int valid = at % 5 == 2 ? received - 1 : received;
      TreeMap<String, RateRecord.Factor> factors = new TreeMap<>();
      factors.put(
          outlets.get(at).limits().get(0).factor(),
          new RateRecord.Factor(
              new RateRecord.Count(24, received, received, valid),
              new RateRecord.Count(24, received - 1, received - 1, valid - 1),
              "V".repeat(valid) + "I".repeat(received - valid) + "M".repeat(24 - received),
              new TreeMap<>()));
      rates.add(new RateRecord(1, outlets.get(at).mn(), ChinaTime.date(now), 1, factors));
    }
    return rates;
  }

  private static QualityRecord found(
      String mn, String factor, Kind kind, Instant from, Instant to, Map<String, String> evidence) {
    return QualityRecord.of(
        mn, factor, kind, from, to, null, "made up", new TreeMap<>(evidence), "preview");
  }

  private static MarkRecord mark(
      String mn, String kind, String factor, Instant from, String reason) {
    return new MarkRecord(
        1,
        mn,
        kind,
        factor,
        from,
        from.plus(Duration.ofHours(2)),
        kind,
        null,
        "王建国",
        reason,
        from.plus(Duration.ofHours(20)),
        null,
        null,
        null);
  }
}
