package io.touchline.portal.chart;

import static io.touchline.portal.chart.Hours.hour;
import static io.touchline.portal.chart.Hours.invalid;
import static io.touchline.portal.chart.Hours.ofRange;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeChartTest {

  @Test
  void anAxisOfConcentrationStartsAtZero() {
    TimeChart chart = TimeChart.of(List.of(hour(0, "30", "35")), Hours.MIDNIGHT);
    assertThat(chart.yTicks().get(0).label()).isEqualTo("0");
    assertThat(chart.yTicks()).hasSizeBetween(3, 6);
  }

  @Test
  void anAxisOfARangeDoesNot() {
    TimeChart chart = TimeChart.of(List.of(ofRange(0, "7.2", "6", "9")), Hours.MIDNIGHT);
    assertThat(chart.yTicks().get(0).label()).isNotEqualTo("0");
    assertThat(chart.limits()).hasSize(2);
  }

  @Test
  void smallFiguresHaveTicksOfTheirOwnSize() {
    TimeChart chart = TimeChart.of(List.of(hour(0, "0.0021", "0.005")), Hours.MIDNIGHT);
    assertThat(chart.yTicks()).extracting(TimeChart.Tick::label).contains("0.002", "0.004");
  }

  @Test
  void timesAreNamedEveryTwelveHours() {
    TimeChart chart =
        TimeChart.of(List.of(hour(8, "1", "2")), Hours.MIDNIGHT.plus(Duration.ofHours(8)));
    assertThat(chart.xTicks())
        .extracting(TimeChart.Tick::label)
        .containsExactly("12:00", "11-18", "12:00", "11-19", "12:00", "11-20");
  }

  @Test
  void anInvalidHourIsHollowAndAnExceedingOneMarked() {
    TimeChart chart =
        TimeChart.of(
            List.of(hour(0, "30", "35"), invalid(1, "30", "35"), hour(2, "40", "35")),
            Hours.MIDNIGHT.plus(Duration.ofHours(2)));
    assertThat(chart.points())
        .extracting(TimeChart.Point::kind)
        .containsExactly(TimeChart.Kind.PLAIN, TimeChart.Kind.HOLLOW, TimeChart.Kind.OVER);
  }

  @Test
  void theLimitIsNamedAtTheLeftWhereTheLineRunsThroughTheRight() {
    assertThat(TimeChart.of(List.of(hour(0, "30", "35")), Hours.MIDNIGHT).limitLabel().anchor())
        .isEqualTo("end");
    assertThat(TimeChart.of(List.of(hour(0, "40", "35")), Hours.MIDNIGHT).limitLabel().anchor())
        .isEqualTo("start");
  }
}
