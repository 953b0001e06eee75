package io.touchline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.sample.Sample;
import io.touchline.domain.sample.SampleKind;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleRecordTest {

  private static final Instant EIGHT = ChinaTime.parse("2026-01-01T08:00:00+08:00");

  @Test
  void whatIsAbsentIsWhatIsUsual() {
    Sample sample = sample(null, "30", null, null).toDomain();

    assertThat(sample.isGrab()).isTrue();
    assertThat(sample.belowDetection()).isFalse();
    assertThat(sample.basis()).isEqualTo(EmissionLimit.Basis.MEASURED);
    assertThat(sample.version()).isEqualTo(1);
    assertThat(sample.state()).isEqualTo(Sample.State.SET);
  }

  @Test
  void itIsTheSameAfterTheWayThroughATopic() throws IOException {
    SampleRecord sample = sample(EIGHT.plusSeconds(3600), "4", SampleRecord.BELOW, 2);

    assertThat(Json.mapper().readValue(Json.text(sample), SampleRecord.class)).isEqualTo(sample);
  }

  @Test
  void anotherQualifierIsRefused() {
    assertThatThrownBy(() -> sample(null, "4", ">", null).toDomain())
        .hasMessage("the qualifier is < or none: >");
  }

  @Test
  void ofAStretchThoseAreToldThatStandAndTouchIt() {
    SampleRecord first = sample(null, "30", null, 1);
    SampleRecord second = sample(null, "31", null, 2);

    assertThat(standing(List.of(second, first), EIGHT)).containsExactly(second);
    assertThat(standing(List.of(second, first), EIGHT.plusSeconds(3600))).isEmpty();
  }

  private static List<SampleRecord> standing(List<SampleRecord> versions, Instant start) {
    return SampleRecord.standing(versions, "w01018", start, start.plusSeconds(3600));
  }

  private static SampleRecord sample(Instant to, String value, String qualifier, Integer version) {
    return new SampleRecord(
        1,
        "A",
        "S1",
        "w01018",
        SampleKind.SUPERVISORY,
        EIGHT,
        to,
        Decimal.of(value),
        "mg/L",
        qualifier,
        null,
        "HJ 828-2017",
        "station",
        "author",
        "reason",
        EIGHT.plusSeconds(90_000),
        null,
        null,
        version,
        null);
  }
}
