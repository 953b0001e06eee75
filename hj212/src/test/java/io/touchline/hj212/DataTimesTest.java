package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataTimesTest {

  @ParameterizedTest
  @CsvSource({
    "20260101080000, 2026-01-01T08:00:00",
    "20240229235959, 2024-02-29T23:59:59",
    "20000229000000, 2000-02-29T00:00:00",
    "20260101080000123, 2026-01-01T08:00:00",
    "20260101080000xyz, 2026-01-01T08:00:00",
  })
  void firstFourteenDigitsAreTheTime(String text, LocalDateTime time) {
    assertThat(DataTimes.second(text)).contains(time);
    assertThat(DataTimes.isSecond(Frames.ascii(text), 0, text.length())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026010108000",
        "20260101 80000",
        "20261301080000",
        "20260001080000",
        "20260132080000",
        "20260229080000",
        "19000229080000",
        "20260431080000",
        "20260101240000",
        "20260101086000",
        "20260101080060",
        "00000101080000",
        "-2026010108000",
      })
  void impossibleTimeIsEmptyAndNoException(String text) {
    assertThat(DataTimes.second(text)).isEmpty();
    assertThat(DataTimes.isSecond(Frames.ascii(text), 0, text.length())).isFalse();
  }

  @Test
  void qnTimeNeedsExactlySeventeenDigits() {
    assertThat(DataTimes.milli("20260101080000123"))
        .contains(LocalDateTime.of(2026, 1, 1, 8, 0, 0, 123_000_000));
    assertThat(DataTimes.milli("20260101080000")).isEmpty();
    assertThat(DataTimes.milli("20260101080000 12")).isEmpty();
    assertThat(DataTimes.milli("202601010800001234")).isEmpty();
  }

  @Test
  void formattedTimeReadsBackTheSame() {
    LocalDateTime time = LocalDateTime.of(2026, 11, 20, 7, 5, 9, 42_000_000);

    assertThat(DataTimes.formatMilli(time)).isEqualTo("20261120070509042");
    assertThat(DataTimes.formatSecond(time)).isEqualTo("20261120070509");
    assertThat(DataTimes.milli(DataTimes.formatMilli(time))).contains(time);
  }
}
