package io.touchline.domain.missing;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.missing.CaptureRate.Band;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureRateTest {

  @ParameterizedTest(name = "example 1.8: stop 120, invalid {0}: {1} %, {2}")
  @CsvSource({"150, 92.8, HIGH", "400, 80.8, SUFFICIENT", "560, 73.2, FAILED"})
  @DisplayName("example 1.8: third quarter of 2208 hours")
  void example18ByItsHours(int invalid, String percent, Band band) {
    HourFixture quarter =
        HourFixture.measured(0)
            .with(0, 120, HourState.STOPPED)
            .with(500, 500 + invalid, HourState.FAULT);

    CaptureRate rate =
        CaptureRate.of(HourFixture.Q3.start(), HourFixture.Q3.end(), quarter.hours());

    assertThat(rate.total()).isEqualTo(2208);
    assertThat(rate.due()).isEqualTo(2088);
    assertThat(rate.percent().number().setScale(1, RoundingMode.HALF_EVEN)).hasToString(percent);
    assertThat(rate.band()).isEqualTo(band);
    assertThat(rate.byState()).containsEntry(HourState.FAULT, invalid);
    assertThat(rate.inputs()).hasSize(2208);
  }

  @ParameterizedTest(name = "{1} invalid of {0}: {2}")
  @CsvSource({
    "1000, 100, HIGH",
    "1000, 101, SUFFICIENT",
    "1000, 250, SUFFICIENT",
    "1000, 251, FAILED",
    "10000000, 1000001, SUFFICIENT",
    "10000000, 2500001, FAILED",
    "1000, 1000, FAILED",
    "0, 0, STOPPED"
  })
  void bandGoesByTheExactRateAndItsLowerEndBelongsToIt(int due, int invalid, Band band) {
    assertThat(CaptureRate.ofCounts(due + 7, 7, invalid, HourFixture.START).band()).isEqualTo(band);
  }

  @Test
  void hourOfWhichNothingCameIsInvalid() {
    List<MassHour> one = List.of(HourFixture.hour(0, HourState.MEASURED, 1L));

    CaptureRate rate = CaptureRate.of(HourFixture.at(0), HourFixture.at(4), one);

    assertThat(rate.invalid()).isEqualTo(3);
    assertThat(rate.byState()).containsEntry(HourState.NOT_RECEIVED, 3);
    assertThat(rate.percent()).hasToString("25");
  }

  @Test
  void timeBeforeTheStandardHasARateAndNoBand() {
    Instant before = Instant.parse("2018-02-27T16:00:00Z");

    assertThat(CaptureRate.ofCounts(100, 0, 5, before).percent()).hasToString("95");
    assertThat(CaptureRate.ofCounts(100, 0, 5, before).band()).isEqualTo(Band.NO_RULE);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-30T15:59:59Z, 2026-Q2, 2184",
    "2026-06-30T16:00:00Z, 2026-Q3, 2208",
    "2026-12-31T15:00:00Z, 2026-Q4, 2208",
    "2028-01-15T00:00:00Z, 2028-Q1, 2184"
  })
  void quarterIsTheCalendarsInChina(Instant at, String name, int hours) {
    Quarter quarter = Quarter.of(at);

    assertThat(quarter).hasToString(name);
    assertThat(CaptureRate.of(quarter.start(), quarter.end(), List.of()).total()).isEqualTo(hours);
  }
}
