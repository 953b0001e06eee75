package io.touchline.contract;

import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Judgement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** Records for tests. */
final class Samples {

  private static final Instant EIGHT = ChinaTime.parse("2026-01-01T08:00:00+08:00");

  static final OutletRecord.Limit LIMIT =
      new OutletRecord.Limit(
          "a21026",
          null,
          Decimal.of("35.0"),
          "mg/m3",
          Averaging.HOUR,
          EmissionLimit.Basis.CONVERTED,
          "permit",
          "table 3",
          LocalDate.of(2020, 1, 1),
          null);

  private Samples() {}

  static MeansRecord means() {
    TreeMap<String, MeansRecord.Factor> factors = new TreeMap<>();
    factors.put(
        "a21026",
        new MeansRecord.Factor(
            1,
            Cause.LIVE,
            1,
            Decimal.of("28.50"),
            Decimal.of("36.5"),
            null,
            "mg/m3",
            null,
            8_870_556L,
            true,
            "",
            null,
            FactorMean.Source.REPORTED,
            List.of(0),
            new MeansRecord.Judged(
                LIMIT.toDomain().rule(),
                LIMIT,
                Judgement.Verdict.EXCEEDS,
                Decimal.of("36.5"),
                Decimal.of("0.0429"),
                "")));
    return new MeansRecord(
        1,
        "010000A8900016F000169DC0",
        AveragingPeriod.HOUR,
        EIGHT,
        1,
        Cause.LIVE,
        factors,
        List.of(new FrameRef("touchline.packets", 3, 17, "00112233445566778899aabbccddeeff")));
  }
}
