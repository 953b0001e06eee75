package io.touchline.domain.water;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;
import io.touchline.domain.water.SubstitutedSlot.Outcome;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SlotSubstitutionTest {

  @Test
  @DisplayName("example 2.5: three missing after 41, 44, 39 are 41.3 each")
  void example25ConcentrationIsTheMeanOfThePrecedingSlots() {
    List<SubstitutedSlot> filled =
        fill(Quantity.POLLUTANT, SlotFixture.slots("99 1,41 1,44 1,39 1,,,,50 1"), 0, 8);

    assertThat(filled).hasSize(3).allMatch(one -> one.outcome() == Outcome.MEAN_OF_PRECEDING);
    assertThat(filled)
        .allMatch(one -> one.value().toString().equals("41.3333"))
        .allMatch(one -> shown(one).equals("41.3"))
        .allMatch(one -> one.run() == 3 && one.inputs().size() == 3);
  }

  @Test
  @DisplayName("example 2.5: pH after 7.1, 7.4, 7.2 is 7.2")
  void example25PhIsTheMedianOfThePrecedingSlots() {
    List<SubstitutedSlot> filled =
        fill(Quantity.PH, SlotFixture.slots("7.1 1,7.4 1,7.2 1,,,"), 0, 6);

    assertThat(filled).hasSize(3).allMatch(one -> one.outcome() == Outcome.MEDIAN_OF_PRECEDING);
    assertThat(filled).allMatch(one -> one.value().toString().equals("7.2"));
  }

  @Test
  void flowIsTheMeanAndItsVolumeGoesByTheTimeOfDischarge() {
    SubstitutedSlot filled = fill(Quantity.FLOW, SlotFixture.slots("10 -,0 -,,"), 0, 4).get(0);

    assertThat(filled.value()).hasToString("5");
    assertThat(filled.volume(Unit.of("m3/h"), Duration.ofMinutes(40))).hasToString("3.3333");
    assertThat(filled.volume(Unit.of("L/s"), Duration.ofHours(1))).hasToString("18");
  }

  @Test
  void secondGapLooksPastTheFirstToMeasuredSlotsOnly() {
    List<SubstitutedSlot> filled =
        fill(Quantity.POLLUTANT, SlotFixture.slots("10 1,20 1,,,40 1,,"), 0, 7);

    assertThat(filled)
        .extracting(one -> one.value().toString())
        .containsExactly("15", "15", "30", "30");
    assertThat(filled.get(3).inputs())
        .containsExactly(SlotFixture.slot(1, "20 1"), SlotFixture.slot(4, "40 1"));
  }

  @Test
  void invalidSlotIsMissingAndASlotWithoutFlowIsNot() {
    List<SubstitutedSlot> filled =
        fill(Quantity.POLLUTANT, SlotFixture.slots("10 1,70 1 QC_SAMPLE,5 0,-3 1"), 0, 4);

    assertThat(filled).extracting(SubstitutedSlot::start).containsExactly(start(1), start(3));
    assertThat(filled).allMatch(one -> one.run() == 1);
  }

  @Test
  void gapLongerThanWhatWasMeasuredBeforeIsNotFilled() {
    assertThat(fill(Quantity.POLLUTANT, SlotFixture.slots("10 1,20 1,,,"), 0, 5))
        .hasSize(3)
        .allMatch(one -> one.outcome() == Outcome.TOO_FEW_BEFORE && one.value() == null);
  }

  @Test
  void gapCountsInItsWholeLengthThoughOnlyItsEndIsAskedFor() {
    List<SubstitutedSlot> filled =
        fill(Quantity.POLLUTANT, SlotFixture.slots("10 1,20 1,,,90 1"), 3, 5);

    assertThat(filled).extracting(SubstitutedSlot::start).containsExactly(start(3));
    assertThat(filled.get(0).run()).isEqualTo(2);
    assertThat(filled.get(0).value()).hasToString("15");
  }

  private static String shown(SubstitutedSlot one) {
    return new Decimal(one.value().number().setScale(1, RoundingMode.HALF_EVEN)).toString();
  }

  private static java.time.Instant start(int hour) {
    return SlotFixture.DAY.plus(SlotFixture.HOUR.multipliedBy(hour));
  }

  private static List<SubstitutedSlot> fill(Quantity quantity, List<Slot> slots, int from, int to) {
    return new SlotSubstitution(quantity, SlotFixture.HOUR).within(start(from), start(to), slots);
  }
}
