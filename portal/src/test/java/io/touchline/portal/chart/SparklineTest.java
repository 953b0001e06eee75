package io.touchline.portal.chart;

import static io.touchline.portal.chart.Hours.hour;
import static io.touchline.portal.chart.Hours.invalid;
import static io.touchline.portal.chart.Hours.ofRange;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

  @Test
  void theNewestHourIsAtTheRightEdgeAndTheDayBeforeItAtTheLeft() {
    Sparkline line = Sparkline.of(List.of(hour(0, "10", "35"), hour(23, "20", "35")));
    assertThat(line.line()).startsWith("M3.0 ");
    assertThat(line.last().x()).isEqualTo("129.0");
  }

  @Test
  void aMissingHourIsAGap() {
    Sparkline line =
        Sparkline.of(List.of(hour(20, "10", "35"), hour(21, "10", "35"), hour(23, "10", "35")));
    assertThat(moves(line.line())).isEqualTo(2);
  }

  @Test
  void anInvalidHourIsAGapAndNoLastPoint() {
    Sparkline line = Sparkline.of(List.of(hour(22, "10", "35"), invalid(23, "99", "35")));
    assertThat(line.last()).isNull();
    assertThat(line.over()).isEmpty();
    assertThat(moves(line.line())).isEqualTo(1);
  }

  @Test
  void whatExceedsIsMarked() {
    Sparkline line = Sparkline.of(List.of(hour(22, "36", "35"), hour(23, "35", "35")));
    assertThat(line.over()).hasSize(1);
  }

  @Test
  void aChangedLimitIsAStep() {
    Sparkline line = Sparkline.of(List.of(hour(10, "10", "50"), hour(23, "10", "35")));
    assertThat(line.limits()).singleElement().asString().matches("M\\S+ \\S+H129.0V\\S+H129.0");
  }

  @Test
  void aRangeHasTwoLines() {
    assertThat(Sparkline.of(List.of(ofRange(23, "7.2", "6", "9"))).limits()).hasSize(2);
  }

  private static long moves(String path) {
    return path.chars().filter(c -> c == 'M').count();
  }
}
