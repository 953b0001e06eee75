package io.touchline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsTest {

  @Test
  void meansComeBackFromJsonAsTheyWent() {
    MeansRecord record = Samples.means();

    JsonSerde<MeansRecord> serde = new JsonSerde<>(MeansRecord.class);
    byte[] json = serde.serializer().serialize("means", record);

    assertThat(serde.deserializer().deserialize("means", json)).isEqualTo(record);
  }

  @Test
  void decimalsAreStringsAndInstantsChinaTime() {
    assertThat(Json.text(Samples.means()))
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
    assertThat(OutletRecord.Limit.of(Samples.LIMIT.toDomain())).isEqualTo(Samples.LIMIT);
  }
}
