package io.touchline.portal;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Judgement.Verdict;
import io.touchline.domain.totals.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The exceedances of the made-up fleet, as its means tell them. */
final class FleetEpisodes {

  private FleetEpisodes() {}

  /** The episodes that the means contain: what stands at the end is open. */
  static List<ExceedanceRecord> in(List<MeansRecord> means) {
    List<ExceedanceRecord> episodes = new ArrayList<>();
    SortedMap<String, ExceedanceRecord> open = new TreeMap<>();
    for (MeansRecord record : means) {
      record
          .factors()
          .forEach(
              (code, factor) -> {
                MeansRecord.Judged judged = factor.judgement();
                if (judged == null || judged.verdict() == Verdict.NOT_JUDGED) {
                  return;
                }
                ExceedanceRecord before = open.get(code);
                if (judged.verdict() == Verdict.EXCEEDS) {
                  open.put(code, extended(before, record, code, factor));
                } else if (before != null) {
                  episodes.add(closed(open.remove(code)));
                }
              });
    }
    episodes.addAll(open.values());
    return episodes;
  }

  private static ExceedanceRecord extended(
      ExceedanceRecord before, MeansRecord record, String code, MeansRecord.Factor factor) {
    MeansRecord.Judged judged = factor.judgement();
    boolean worse = before == null || judged.judged().exceeds(before.worst());
    return new ExceedanceRecord(
        ExceedanceRecord.SCHEMA_VERSION,
        record.mn(),
        code,
        record.period(),
        judged.rule(),
        judged.limit(),
        before == null ? record.start() : before.from(),
        record.period().endOf(record.start()),
        before == null ? 1 : before.periods() + 1,
        worse ? judged.judged() : before.worst(),
        worse ? record.start() : before.worstAt(),
        worse ? judged.multiple() : before.multiple(),
        ExceedanceRecord.State.OPEN,
        before == null ? 1 : before.revision() + 1,
        List.of(
            new ExceedanceRecord.Evidence(
                record.start(),
                factor.value(),
                factor.converted(),
                factor.revision(),
                record.framesOf(factor))),
        null);
  }

  private static ExceedanceRecord closed(ExceedanceRecord open) {
    return open.as(ExceedanceRecord.State.CLOSED, open.revision() + 1, open.exceedingDays());
  }

  /** The enterprise of an outlet emitted more on a day than it is permitted to. */
  static ExceedanceRecord ofEnterprise(OutletRecord outlet, Instant at) {
    Instant day = AveragingPeriod.DAY.startOf(at);
    OutletRecord.Limit limit =
        new OutletRecord.Limit(
            "a21026",
            null,
            Decimal.of("0.4"),
            "t",
            Averaging.DAY_MASS,
            EmissionLimit.Basis.MEASURED,
            "P1",
            "表5",
            LocalDate.of(2024, 1, 1),
            null);
    return new ExceedanceRecord(
        ExceedanceRecord.SCHEMA_VERSION,
        outlet.enterpriseCode(),
        limit.factor(),
        AveragingPeriod.DAY,
        limit.toDomain().rule(),
        limit,
        day,
        AveragingPeriod.DAY.endOf(day),
        1,
        Decimal.of("0.5"),
        day,
        Decimal.of("0.25"),
        ExceedanceRecord.State.OPEN,
        1,
        List.of(),
        null,
        Scope.Kind.ENTERPRISE);
  }
}
