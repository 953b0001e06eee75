package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HJ 76-2017 App. B: a month has 25 valid days, February 23. */
class MonthMeansTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 25, true",
    "2026-01-01, 24, false",
    "2026-02-01, 23, true",
    "2026-02-01, 22, false"
  })
  void monthNeedsTwentyFiveValidDaysAndFebruaryTwentyThree(String month, int days, boolean valid) {
    Instant start = ChinaTime.parse(month + "T00:00:00+08:00");

    FactorMean mean = MonthMeans.of(start, days(start, days, "10")).get("a21026");

    assertThat(mean.validity().isValid()).isEqualTo(valid);
    assertThat(mean.value()).hasToString("10");
    assertThat(mean.massMg()).isEqualTo(7L * days);
    assertThat(mean.inputs()).isEmpty();
  }

  @Test
  void daysThatAreNotValidDoNotCountAndMeansArePlain() {
    Instant start = ChinaTime.parse("2026-01-01T00:00:00+08:00");
    SortedMap<Instant, SortedMap<String, FactorMean>> days = days(start, 2, "10");
    days.put(start.plus(2, ChronoUnit.DAYS), day("a21026", "90", Validity.Reason.TOO_FEW_PARTS));
    days.put(start.plus(3, ChronoUnit.DAYS), day("a21026", "16", Validity.Reason.VALID));

    FactorMean mean = MonthMeans.of(start, days).get("a21026");

    assertThat(mean.value()).hasToString("12");
    assertThat(mean.converted()).hasToString("24");
    assertThat(mean.validity().text()).isEqualTo("3 valid days of at least 25");
  }

  @Test
  void phOfAMonthIsTheMedianOfItsDays() {
    Instant start = ChinaTime.parse("2026-01-01T00:00:00+08:00");
    SortedMap<Instant, SortedMap<String, FactorMean>> days = new TreeMap<>();
    String[] values = {"7.1", "9.9", "7.2"};
    for (int i = 0; i < values.length; i++) {
      days.put(start.plus(i, ChronoUnit.DAYS), day("w01001", values[i], Validity.Reason.VALID));
    }

    assertThat(MonthMeans.of(start, days).get("w01001").value()).hasToString("7.2");
  }

  @Test
  void monthsBeginAndEndByTheCalendarInChina() {
    Instant february = ChinaTime.parse("2028-02-01T00:00:00+08:00");

    assertThat(AveragingPeriod.MONTH.startOf(ChinaTime.parse("2028-02-29T23:59:00+08:00")))
        .isEqualTo(february);
    assertThat(AveragingPeriod.MONTH.endOf(february))
        .isEqualTo(ChinaTime.parse("2028-03-01T00:00:00+08:00"));
  }

  private static SortedMap<Instant, SortedMap<String, FactorMean>> days(
      Instant start, int count, String value) {
    SortedMap<Instant, SortedMap<String, FactorMean>> days = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      days.put(start.plus(i, ChronoUnit.DAYS), day("a21026", value, Validity.Reason.VALID));
    }
    return days;
  }

  private static SortedMap<String, FactorMean> day(
      String factor, String value, Validity.Reason reason) {
    Decimal number = Decimal.of(value);
    return new TreeMap<>(
        Map.of(
            factor,
            new FactorMean(
                number,
                new Decimal(number.number().add(number.number())),
                null,
                Unit.MG_PER_M3,
                null,
                7L,
                reason == Validity.Reason.VALID ? Validity.VALID : new Validity(reason, "why"),
                FactorMean.Source.REPORTED,
                new TreeSet<>(Set.of(new FrameRef("packets", 0, 0, "00"))))));
  }
}
