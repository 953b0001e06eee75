package io.touchline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Judgement;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordsTest {

  private static final Instant EIGHT = ChinaTime.parse("2026-01-01T08:00:00+08:00");

  private static final OutletRecord.Limit LIMIT =
      new OutletRecord.Limit(
          "a21026",
          null,
          Decimal.of("35.0"),
          "mg/m3",
          AveragingPeriod.HOUR,
          EmissionLimit.Basis.CONVERTED,
          "permit",
          "table 3",
          LocalDate.of(2020, 1, 1),
          null);

  @Test
  void meansComeBackFromJsonAsTheyWent() {
    MeansRecord record = means();

    JsonSerde<MeansRecord> serde = new JsonSerde<>(MeansRecord.class);
    byte[] json = serde.serializer().serialize("means", record);

    assertThat(serde.deserializer().deserialize("means", json)).isEqualTo(record);
  }

  @Test
  void decimalsAreStringsAndInstantsChinaTime() {
    assertThat(Json.text(means()))
        .contains("\"value\":\"28.50\"")
        .contains("\"start\":\"2026-01-01T08:00:00+08:00\"")
        .contains("\"cause\":\"live\"")
        .doesNotContain("null");
  }

  @Test
  void fieldsOfALaterSchemaArePassedOver() {
    String json =
        "{\"schemaVersion\":9,\"mn\":\"M1\",\"medium\":\"AIR\",\"colour\":\"blue\",\"limits\":[]}";

    OutletRecord outlet =
        new JsonSerde<>(OutletRecord.class)
            .deserializer()
            .deserialize("outlets", json.getBytes(StandardCharsets.UTF_8));

    assertThat(outlet.medium()).isEqualTo(Medium.AIR);
  }

  @Test
  void profileOfARecordHasTheUsualIntervalAndJudgeWhereItSaysNothing() {
    OutletProfile profile =
        Json.mapper()
            .convertValue(
                java.util.Map.of("mn", "M1", "medium", "WATER", "limits", List.of()),
                OutletRecord.class)
            .toDomain();

    assertThat(profile.minuteInterval()).hasMinutes(10);
    assertThat(profile.judge()).isEqualTo(OutletProfile.Judge.REPORTED);
  }

  @Test
  void limitComesBackFromTheDomainAsItWent() {
    assertThat(OutletRecord.Limit.of(LIMIT.toDomain())).isEqualTo(LIMIT);
  }

  private static MeansRecord means() {
    TreeMap<String, MeansRecord.Factor> factors = new TreeMap<>();
    factors.put(
        "a21026",
        new MeansRecord.Factor(
            1,
            Cause.LIVE,
            1,
            Decimal.of("28.50"),
            Decimal.of("36.5"),
            "mg/m3",
            null,
            8_870_556L,
            true,
            "",
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
