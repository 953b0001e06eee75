package io.touchline.domain.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Decimal;
import io.touchline.domain.Medium;
import io.touchline.domain.tax.TaxEstimate.Emission;
import io.touchline.domain.tax.TaxEstimate.Line;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxEstimateTest {

  private static final YearMonth MONTH = YearMonth.of(2026, 1);
  private static final long KILOGRAM = 1_000_000L;

  /** 950 kg of SO2 are 1000 equivalents, in Shanxi 1.8 yuan each; the limit is 100. */
  @ParameterizedTest
  @CsvSource({
    "71, false, 100, 1800.00, 0.00",
    "70, false, 100, 1800.00, 0.00",
    "69.9, false, 75, 1350.00, 450.00",
    "50, false, 75, 1350.00, 450.00",
    "49.9, false, 50, 900.00, 900.00",
    "49.9, true, 100, 1800.00, 900.00",
    "99, true, 100, 1800.00, 0.00"
  })
  void aMeanFarBelowTheLimitPaysLessUnlessAnythingExceeded(
      String mean, boolean exceeded, String payable, String yuan, String lost) {
    TaxEstimate estimate =
        TaxEstimate.of(
            Medium.AIR,
            "140100",
            MONTH,
            List.of(
                new Emission(
                    "a21026", 950 * KILOGRAM, Decimal.of(mean), Decimal.of("100"), exceeded)));

    Line line = estimate.lines().get(0);
    assertThat(line.equivalents()).hasToString("1000");
    assertThat(line.payablePercent()).hasToString(payable);
    assertThat(estimate.yuan()).hasToString(yuan);
    assertThat(estimate.lost()).hasToString(lost);
    assertThat(estimate.needsCheck()).isFalse();
  }

  @Test
  void anExceedingHourOfOneFactorCostsTheReductionOfAll() {
    TaxEstimate estimate =
        TaxEstimate.of(
            Medium.AIR,
            "140100",
            MONTH,
            List.of(
                new Emission("a21026", 95 * KILOGRAM, Decimal.of("10"), Decimal.of("35"), false),
                new Emission("a21002", 95 * KILOGRAM, Decimal.of("49"), Decimal.of("50"), true)));

    assertThat(estimate.lines())
        .extracting(one -> one.payablePercent().toString())
        .containsExactly("100", "100");
    assertThat(estimate.yuan()).hasToString("360.00");
    assertThat(estimate.lost()).hasToString("90.00");
    assertThat(estimate.lines().get(1).reason()).endsWith("lost by what exceeded");
  }

  /** COD 100, ammonia 125, solids 25 and phosphorus 400 equivalents: the solids go free. */
  @Test
  void theThreeFactorsWithTheMostEquivalentsAreTaxed() {
    TaxEstimate estimate =
        TaxEstimate.of(
            Medium.WATER,
            "140100",
            MONTH,
            List.of(
                new Emission("w01018", 100 * KILOGRAM, null, null, false),
                new Emission("w21003", 100 * KILOGRAM, null, null, false),
                new Emission("w01012", 100 * KILOGRAM, null, null, false),
                new Emission("w21011", 100 * KILOGRAM, null, null, false),
                new Emission("w01001", 100 * KILOGRAM, null, null, false)));

    assertThat(estimate.lines())
        .extracting(line -> line.factor() + " " + line.yuan())
        .containsExactly("w21011 840.00", "w21003 262.50", "w01018 210.00", "w01012 0.00");
    assertThat(estimate.yuan()).hasToString("1312.50");
  }

  @Test
  void whatRestsOnARowThatNobodyHasSeenNeedsACheck() {
    List<Emission> emissions = List.of(new Emission("a21026", 95 * KILOGRAM, null, null, false));

    assertThat(TaxEstimate.of(Medium.AIR, "630100", MONTH, emissions).needsCheck()).isTrue();
    assertThat(TaxEstimate.of(Medium.AIR, "110100", MONTH, emissions)).isNull();
    assertThat(TaxEstimate.of(Medium.AIR, "140100", YearMonth.of(2017, 12), emissions)).isNull();
  }
}
