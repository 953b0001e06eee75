package io.touchline.alerts;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Records to feed: the sulphur dioxide of one stack over its hourly limit. */
final class Episodes {

  static final Instant EIGHT = ChinaTime.parse("2026-11-20T08:00:00+08:00");

  private static final OutletRecord.Limit LIMIT =
      new OutletRecord.Limit(
          "a21026",
          null,
          Decimal.of("35"),
          "mg/m3",
          Averaging.HOUR,
          EmissionLimit.Basis.CONVERTED,
          "DB14/T 1703-2018",
          "表1",
          LocalDate.parse("2018-07-30"),
          null);

  private Episodes() {}

  static ExceedanceRecord episode(String mn, Instant from, int revision, State state) {
    return new ExceedanceRecord(
        ExceedanceRecord.SCHEMA_VERSION,
        mn,
        "a21026",
        AveragingPeriod.HOUR,
        LIMIT.toDomain().rule(),
        LIMIT,
        from,
        from.plusSeconds(3600L * revision),
        revision,
        Decimal.of("70"),
        from,
        Decimal.of("1"),
        state,
        revision,
        List.of(
            new ExceedanceRecord.Evidence(
                from,
                Decimal.of("50"),
                Decimal.of("70"),
                1,
                List.of(new FrameRef("packets", 0, 7, "00112233445566778899aabbccddeeff")))),
        null);
  }

  static OutletRecord outlet(String mn, String name) {
    return new OutletRecord(
        OutletRecord.SCHEMA_VERSION,
        mn,
        "DA001",
        name,
        "91140000",
        "晋能热电有限公司",
        "140100",
        "太原市",
        Medium.AIR,
        "锅炉",
        Decimal.of("6"),
        1,
        OutletProfile.Judge.REPORTED,
        null,
        null,
        LocalDate.parse("2020-01-01"),
        null,
        List.of(LIMIT));
  }
}
