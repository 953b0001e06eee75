package io.touchline.domain.water;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Unit;
import io.touchline.domain.water.PhRange.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhRangeTest {

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "7.0, 8.0, WITHIN, 0, 0",
    "6, 9.00, WITHIN, 0, 0",
    "5.99, 7, BELOW, 1, 0",
    "7, 9.01, ABOVE, 0, 1",
    "2, 12, BELOW_AND_ABOVE, 1, 1"
  })
  void dayIsJudgedByItsRangeThoughTheMedianLiesWithin(
      String one, String other, Verdict verdict, int below, int above) {
    List<Slot> slots = SlotFixture.alike(2, 24, "7.2 50");
    slots.add(SlotFixture.slot(0, one + " 50"));
    slots.add(SlotFixture.slot(1, other + " 50"));

    PhRange.Judged judged = day(slots).judge(limit("6"));

    assertThat(judged.verdict()).isEqualTo(verdict);
    assertThat(judged.below()).isEqualTo(below);
    assertThat(judged.above()).isEqualTo(above);
    assertThat(judged.range().median()).hasToString("7.2");
  }

  @Test
  void minimumMaximumAndMedianCarryNoWeight() {
    PhRange range = day(SlotFixture.slots("7.1 1,7.4 100000,7.2 1,9.9 0,3 5 CALIBRATION"));

    assertThat(range.min()).hasToString("7.1");
    assertThat(range.max()).hasToString("7.4");
    assertThat(range.median()).hasToString("7.2");
    assertThat(range.inputs()).hasSize(5);
  }

  @Test
  void dayOfTooFewReadingsIsNotJudgedButCountsWhatLayOutside() {
    PhRange.Judged judged = day(SlotFixture.slots("5 10,7 10")).judge(limit("6"));

    assertThat(judged.verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(judged.below()).isEqualTo(1);
  }

  @Test
  void limitThatIsNoRangeJudgesNoPh() {
    assertThat(day(SlotFixture.alike(0, 24, "12 10")).judge(limit(null)).verdict())
        .isEqualTo(Verdict.NOT_JUDGED);
  }

  private static PhRange day(List<Slot> slots) {
    return PhRange.of(
        SlotFixture.WEIGHTED, AveragingPeriod.DAY, SlotFixture.DAY, SlotFixture.HOUR, slots);
  }

  private static EmissionLimit limit(String lower) {
    return new EmissionLimit(
        "w01001",
        lower == null ? null : Decimal.of(lower),
        Decimal.of("9"),
        Unit.NONE,
        Averaging.DAY,
        EmissionLimit.Basis.MEASURED,
        "permit",
        "table 1",
        LocalDate.of(2020, 1, 1),
        null);
  }
}
