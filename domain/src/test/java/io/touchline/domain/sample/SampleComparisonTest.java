package io.touchline.domain.sample;

import static io.touchline.domain.sample.SampleFixture.COD;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Decimal;
import io.touchline.domain.sample.SampleComparison.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleComparisonTest {

  @ParameterizedTest
  @CsvSource({
    // HJ 355-2019 table 1, from recall
    "w01018, mg/L,  29.9,  34.9,    5 mg/L, ±5 mg/L,   AGREES",
    "w01018, mg/L,  29.9,  35,    5.1 mg/L, ±5 mg/L,   DIFFERS",
    "w01018, mg/L,  30,    39,        30 %, ±30 %,     AGREES",
    "w01018, mg/L,  30,    39.1, 30.3333 %, ±30 %,     DIFFERS",
    "w01018, mg/L,  60,    48,       -20 %, ±20 %,     AGREES",
    "w01018, mg/L,  100,   84.9,   -15.1 %, ±15 %,     DIFFERS",
    "w01018, ug/L,  40000, 50000,     25 %, ±30 %,     AGREES",
    "w21003, mg/L,  1.5,   1.9,   0.4 mg/L, ±0.3 mg/L, DIFFERS",
    "w21003, mg/L,  2,     2.3,       15 %, ±15 %,     AGREES",
    "w21011, mg/L,  0.3,   0.34, 0.04 mg/L, ±0.04 mg/L, AGREES",
    "w01001, '',    7.2,   7.8,        0.6, ±0.5,      DIFFERS",
    // HJ 75-2017, from recall
    "a21026, mg/m3, 56.9,  73.9,  17 mg/m3, ±17 mg/m3, AGREES",
    "a21026, mg/m3, 57,    74.2, 30.1754 %, ±30 %,     DIFFERS",
    "a21026, mg/m3, 143,   200,   57 mg/m3, ±57 mg/m3, AGREES",
    "a34013, mg/m3, 10,    15,     5 mg/m3, ±5 mg/m3,  AGREES",
    "a34013, mg/m3, 10.1,  16.2, 6.1 mg/m3, ±6 mg/m3,  DIFFERS",
    "a19001, %,     5,     6,          1 %, ±1 %,      AGREES",
    "a19001, %,     5.1,   6.1,  19.6078 %, ±15 %,     DIFFERS"
  })
  void theErrorIsHeldAgainstTheRowOfTheSamplesValue(
      String factor,
      String unit,
      String sample,
      String monitor,
      String error,
      String allowed,
      Verdict verdict) {
    SampleComparison comparison =
        SampleComparison.of(SampleFixture.of(factor, sample, unit).make(), said(monitor));

    assertThat(comparison.errorText()).isEqualTo(error);
    assertThat(comparison.row().text()).isEqualTo(allowed);
    assertThat(comparison.verdict()).isEqualTo(verdict);
    assertThat(comparison.row().source().verified()).isFalse();
  }

  @Test
  void belowTheDetectionLimitTheLeastPossibleErrorCounts() {
    Sample sample = SampleFixture.water(COD, "4").belowDetection().make();

    assertThat(SampleComparison.of(sample, said("3")).errorText()).isEqualTo("0 mg/L");
    assertThat(SampleComparison.of(sample, said("9")).verdict()).isEqualTo(Verdict.AGREES);
    assertThat(SampleComparison.of(sample, said("9.1")).verdict()).isEqualTo(Verdict.DIFFERS);
  }

  @Test
  void whatHasNoReadingOrNoRowIsNotCompared() {
    Sample mercury = SampleFixture.of("w20111", "1", "ug/L").make();
    AutomaticReading none = new AutomaticReading(null, null, 0, "nothing came");

    assertThat(SampleComparison.of(mercury, said("1")))
        .satisfies(one -> assertThat(one.verdict()).isEqualTo(Verdict.NOT_COMPARED))
        .satisfies(one -> assertThat(one.reason()).startsWith("no row says"));
    assertThat(SampleComparison.of(SampleFixture.water(COD, "30").make(), none).reason())
        .isEqualTo("nothing came");
  }

  @Test
  void threePairsMakeACheckThatOneOfThemFails() {
    SampleComparison good = pair("40");
    SampleComparison bad = pair("60");

    assertThat(SamplePairs.of(List.of(good, good, good)).isFailed()).isFalse();
    assertThat(SamplePairs.of(List.of(good, bad)).isFailed()).isFalse();
    assertThat(SamplePairs.of(List.of(good, bad, good))).isEqualTo(new SamplePairs(3, 2));
    assertThat(SamplePairs.of(List.of(good, bad, good)).isFailed()).isTrue();
  }

  @Test
  void samplesOfOtherKindsAreNoPairs() {
    SampleComparison other = SampleComparison.of(SampleFixture.water(COD, "40").make(), said("60"));

    assertThat(SamplePairs.of(List.of(other, other, other)).pairs()).isZero();
  }

  @Test
  void everyValueHasAtMostOneRow() {
    for (AllowedError row : AllowedError.rows()) {
      for (Decimal bound : new Decimal[] {row.from(), row.to()}) {
        if (bound != null) {
          long rows =
              AllowedError.rows().stream()
                  .filter(other -> other.factor().equals(row.factor()))
                  .filter(other -> holds(other, bound))
                  .count();
          assertThat(rows).as("%s at %s", row.factor(), bound).isEqualTo(1);
        }
      }
    }
  }

  private static boolean holds(AllowedError row, Decimal value) {
    int above = row.from() == null ? 1 : value.compareTo(row.from());
    int below = row.to() == null ? -1 : value.compareTo(row.to());
    return (above > 0 || (above == 0 && row.fromIncluded()))
        && (below < 0 || (below == 0 && row.toIncluded()));
  }

  private static SampleComparison pair(String monitor) {
    return SampleComparison.of(
        SampleFixture.water(COD, "40").kind(SampleKind.COMPARISON).make(), said(monitor));
  }

  private static AutomaticReading said(String value) {
    return new AutomaticReading(Decimal.of(value), AutomaticReading.Level.HOURS, 1, "");
  }
}
