package io.touchline.app.registry;

import io.touchline.contract.OutletRecord;
import io.touchline.domain.AveragingPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two rows of one document may not say two things of the same day. */
final class LimitOverlaps {

  private final Findings findings;
  private final Map<List<Object>, List<Placed>> bySubject = new HashMap<>();
  private final Map<List<String>, List<Placed>> judgedDaily = new HashMap<>();

  LimitOverlaps(Findings findings) {
    this.findings = findings;
  }

  private record Placed(OutletRecord.Limit limit, Row row) {}

  void add(String mn, OutletRecord.Limit limit, Row row) {
    checkOneADay(mn, limit, row);
    List<Object> subject =
        List.of(
            mn, limit.factor(), limit.averaging(), limit.basis(), limit.source(), limit.clause());
    List<Placed> others = bySubject.computeIfAbsent(subject, key -> new ArrayList<>());
    others.stream()
        .filter(other -> overlap(other.limit(), limit))
        .findFirst()
        .ifPresent(
            other ->
                findings.error(
                    row, "valid_from", "limit.overlap", Long.toString(other.row().line())));
    others.add(new Placed(limit, row));
  }

  /** A day has one judgement a factor: by its mean, or by its five-minute means. */
  private void checkOneADay(String mn, OutletRecord.Limit limit, Row row) {
    if (limit.averaging().judgedEach() != AveragingPeriod.DAY) {
      return;
    }
    List<Placed> ofDays =
        judgedDaily.computeIfAbsent(List.of(mn, limit.factor()), key -> new ArrayList<>());
    ofDays.stream()
        .filter(earlier -> earlier.limit().averaging() != limit.averaging())
        .filter(earlier -> overlap(earlier.limit(), limit))
        .forEach(
            earlier ->
                findings.error(
                    row, "averaging", "limit.twoADay", Long.toString(earlier.row().line())));
    ofDays.add(new Placed(limit, row));
  }

  private static boolean overlap(OutletRecord.Limit one, OutletRecord.Limit other) {
    return !end(one).isBefore(other.validFrom()) && !end(other).isBefore(one.validFrom());
  }

  private static LocalDate end(OutletRecord.Limit limit) {
    return limit.validTo() == null ? LocalDate.MAX : limit.validTo();
  }
}
