package io.touchline.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "12.3456, 12.3",
    "0.01534, 0.0153",
    "1284.5, 1284",
    "99.96, 100.0",
    "5, 5",
    "5.10, 5.10",
    "0, 0",
    "-0.5, -0.5"
  })
  void aFigureIsShownWithThreeDigits(BigDecimal value, String shown) {
    assertThat(Figures.shown(value)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"35.004, 35, 35.004", "34.996, 35, 34.996", "35.000, 35, 35.0", "35.2, 35, 35.2"})
  void roundingNeverHidesOnWhichSideOfTheLimitAValueLies(
      BigDecimal value, BigDecimal limit, String shown) {
    assertThat(Figures.shown(value, limit)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"35, 35, 100", "35.01, 35, 101", "34.99, 35, 99", "70, 35, 200", "0, 35, 0"})
  void aShareIsHundredOnlyAtTheLimit(BigDecimal judged, BigDecimal limit, int share) {
    assertThat(Figures.share(judged, null, limit)).isEqualTo(share);
  }

  @Test
  void aRangeHasNoShare() {
    assertThat(Figures.share(new BigDecimal("7"), new BigDecimal("6"), new BigDecimal("9")))
        .isNull();
  }

  @Test
  void pointsOfAColumnStandBelowEachOther() {
    int decimals =
        Figures.decimals(Stream.of(new BigDecimal("37.77"), null, new BigDecimal("38.733")));
    assertThat(Figures.aligned(new BigDecimal("37.77"), decimals)).isEqualTo("37.77\u2007");
    assertThat(Figures.aligned(new BigDecimal("38"), decimals))
        .isEqualTo("38\u2008\u2007\u2007\u2007");
    assertThat(Figures.aligned(null, decimals)).isEqualTo("–");
  }

  @Test
  void unitsAreWrittenAsPeoplePrintThem() {
    assertThat(Figures.unit("ug/m3")).isEqualTo("µg/m³");
    assertThat(Figures.unit(null)).isEmpty();
  }
}
