package io.touchline.alerts;

import io.touchline.contract.Cause;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Judgement;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** What topics bring, about sulphur dioxide. */
public final class Records {

  private Records() {}

  public static ExceedanceRecord episode(
      String mn, Instant from, int revision, State state, String multiple) {
    return episode(mn, AveragingPeriod.HOUR, from, revision, state, multiple);
  }

  public static ExceedanceRecord day(
      String mn, Instant from, int revision, State state, String multiple) {
    return episode(mn, AveragingPeriod.DAY, from, revision, state, multiple);
  }

  private static ExceedanceRecord episode(
      String mn, AveragingPeriod period, Instant from, int revision, State state, String multiple) {
    ExceedanceRecord plain = Episodes.episode(mn, from, 1, state);
    return new ExceedanceRecord(
        plain.schemaVersion(),
        mn,
        plain.factor(),
        period,
        period + "/" + plain.rule(),
        plain.limit(),
        from,
        period.endOf(from),
        1,
        plain.worst(),
        from,
        Decimal.of(multiple),
        state,
        revision,
        plain.evidence(),
        1);
  }

  public static MeansRecord compliant(String mn, Instant start) {
    ExceedanceRecord plain = Episodes.episode(mn, start, 1, State.OPEN);
    MeansRecord.Judged judged =
        new MeansRecord.Judged(
            plain.rule(), plain.limit(), Judgement.Verdict.COMPLIANT, Decimal.of("30"), null, "");
    MeansRecord.Factor factor =
        new MeansRecord.Factor(
            1,
            Cause.LIVE,
            1,
            Decimal.of("30"),
            Decimal.of("30"),
            null,
            "mg/m3",
            null,
            null,
            true,
            "",
            null,
            FactorMean.Source.REPORTED,
            List.of(),
            judged);
    TreeMap<String, MeansRecord.Factor> factors = new TreeMap<>();
    factors.put(plain.factor(), factor);
    return new MeansRecord(1, mn, AveragingPeriod.HOUR, start, 1, Cause.LIVE, factors, List.of());
  }

  public static QualityRecord finding(
      String mn, QualityRecord.Kind kind, Instant from, Instant to, String score) {
    boolean station = kind.name().endsWith("_SILENT");
    return QualityRecord.of(
        mn,
        station ? null : "a21026",
        kind,
        from,
        to,
        score == null ? null : Decimal.of(score),
        "found by a test",
        new TreeMap<>(),
        "test");
  }

  /** A stack of an enterprise. */
  public static OutletRecord outlet(
      String mn, String enterprise, String name, String region, String regionName) {
    return new OutletRecord(
        OutletRecord.SCHEMA_VERSION,
        mn,
        "DA001",
        mn + " stack",
        enterprise,
        name,
        region,
        regionName,
        Medium.AIR,
        "锅炉",
        null,
        1,
        OutletProfile.Judge.REPORTED,
        null,
        null,
        LocalDate.parse("2020-01-01"),
        null,
        List.of());
  }

  /** The same episode further on. */
  public static ExceedanceRecord lasting(ExceedanceRecord of, int revision, int days) {
    return new ExceedanceRecord(
        of.schemaVersion(),
        of.mn(),
        of.factor(),
        of.period(),
        of.rule(),
        of.limit(),
        of.from(),
        of.from().plus(Duration.ofDays(days)),
        days,
        of.worst(),
        of.worstAt(),
        of.multiple(),
        of.state(),
        revision,
        of.evidence(),
        days);
  }
}
