package io.touchline.domain.water;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;
import io.touchline.domain.Validity;
import io.touchline.domain.water.SlotVerdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotMeanTest {

  private static final String EXAMPLE = "38 120,52 300,45 180,60 0";

  @Test
  @DisplayName("example 2.3: flow-weighted day mean 47.1, the hour without flow left out")
  void example23IsWeightedByFlowAndComplies() {
    List<Slot> slots = SlotFixture.slots(EXAMPLE);
    slots.addAll(SlotFixture.alike(4, 24, "- 0"));

    SlotMean mean = day(SlotFixture.WEIGHTED, slots);

    assertThat(mean.value()).hasToString("47.1");
    assertThat(mean.validity()).isEqualTo(Validity.VALID);
    assertThat(mean.counts()).isEqualTo(new SlotCounts(24, 24, 21, 3, 0));
    assertThat(mean.inputs()).hasSize(24);
    assertThat(mean.inputs().get(3).reason()).isEqualTo(Reason.NO_FLOW);
  }

  @Test
  @DisplayName("example 2.3: plain mean of the three hours with flow 45.0, not 48.75")
  void example23PlainMeanStandsWhereTheOutletDeclaresIt() {
    assertThat(day(SlotFixture.PLAIN, SlotFixture.slots(EXAMPLE)).value()).hasToString("45");
  }

  @ParameterizedTest(name = "{0} valid, {1} calibrating, {2} without flow: {3}")
  @CsvSource(
      delimiter = ';',
      value = {
        "18; 0; 0; VALID; ''",
        "17; 0; 0; TOO_FEW_PARTS; 17 valid of 24 slots with discharge, at least 75 %",
        "17; 7; 0; TOO_FEW_PARTS; 17 valid of 24 slots with discharge, at least 75 %",
        "17; 5; 2; VALID; ''",
        "3; 0; 20; VALID; ''",
        "2; 2; 20; TOO_FEW_PARTS; 2 valid of 4 slots with discharge, at least 75 %",
        "0; 0; 24; NO_FLOW; nothing flowed",
        "0; 0; 0; TOO_FEW_PARTS; 0 valid of 24 slots with discharge, at least 75 %"
      })
  void dayNeedsThreeQuartersOfItsSlotsWithDischarge(
      int valid, int calibrating, int still, Validity.Reason reason, String text) {
    List<Slot> slots = SlotFixture.alike(0, valid, "40 10");
    slots.addAll(SlotFixture.alike(valid, valid + calibrating, "99 10 CALIBRATION"));
    slots.addAll(SlotFixture.alike(valid + calibrating, valid + calibrating + still, "99 0"));

    SlotMean mean = day(SlotFixture.WEIGHTED, slots);

    assertThat(mean.validity()).isEqualTo(new Validity(reason, text));
    assertThat(mean.value() == null ? "none" : mean.value().toString())
        .isEqualTo(valid == 0 ? "none" : "40");
  }

  @Test
  void slotOfUnknownVolumeIsNotCountedAndTheMeanDoesNotTurnPlain() {
    List<Slot> slots = SlotFixture.slots("40 100,50 300,90 -");

    assertThat(day(SlotFixture.WEIGHTED, slots).value()).hasToString("47.5");
    assertThat(day(SlotFixture.WEIGHTED, slots).counts().withoutVolume()).isEqualTo(1);
    assertThat(day(SlotFixture.PLAIN, slots).value()).hasToString("60");
  }

  @Test
  void hourIsFormedOfSixSlotsAndLooksAtNoOther() {
    Duration tenMinutes = Duration.ofMinutes(10);
    List<Slot> slots =
        java.util.stream.IntStream.range(-1, 7)
            .mapToObj(
                i ->
                    new Slot(
                        SlotFixture.DAY.plus(tenMinutes.multipliedBy(i)),
                        Decimal.of(i < 0 || i > 5 ? "999" : "" + (40 + i)),
                        Decimal.of("10"),
                        Slot.Kind.ORDINARY,
                        SlotFixture.slot(0, "1 1").inputs()))
            .toList();

    SlotMean mean =
        SlotMean.of(
            SlotFixture.WEIGHTED,
            Unit.MG_PER_L,
            AveragingPeriod.HOUR,
            SlotFixture.DAY,
            tenMinutes,
            slots);

    assertThat(mean.value()).hasToString("42.5");
    assertThat(mean.counts()).isEqualTo(new SlotCounts(6, 6, 0, 6, 0));
  }

  @Test
  void legacyCycleOfTwoHoursExpectsTwelveSlots() {
    SlotMean mean =
        SlotMean.of(
            SlotFixture.WEIGHTED,
            Unit.MG_PER_L,
            AveragingPeriod.DAY,
            SlotFixture.DAY,
            Duration.ofHours(2),
            SlotFixture.alike(0, 9, "40 10"));

    assertThat(mean.counts().expected()).isEqualTo(12);
    assertThat(mean.counts().share()).hasToString("75");
    assertThat(mean.validity().isValid()).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "MN1, 2026-01-01T00:00:00+08:00, PLAIN",
    "MN1, 2025-12-31T23:00:00+08:00, FLOW_WEIGHTED",
    "MN1, 2026-07-01T00:00:00+08:00, FLOW_WEIGHTED",
    "MN2, 2026-01-01T00:00:00+08:00, FLOW_WEIGHTED"
  })
  void methodIsTheNewestDeclaredForThatOutletThen(
      String mn, String at, WaterMethod.Averaging averaging) {
    WaterMethod plain = declared(WaterMethod.Averaging.PLAIN, LocalDate.of(2026, 1, 1));
    WaterMethod later = declared(WaterMethod.Averaging.FLOW_WEIGHTED, LocalDate.of(2026, 6, 1));
    Instant instant = Instant.from(java.time.OffsetDateTime.parse(at));

    assertThat(WaterMethod.at(mn, instant, List.of(later, plain)).averaging()).isEqualTo(averaging);
    assertThat(WaterMethod.at(mn, instant, List.of(plain, later)).averaging()).isEqualTo(averaging);
  }

  private static WaterMethod declared(WaterMethod.Averaging averaging, LocalDate from) {
    return new WaterMethod("MN1", averaging, Decimal.of("75"), "permit", from, null);
  }

  private static SlotMean day(WaterMethod method, List<Slot> slots) {
    return SlotMean.of(
        method, Unit.MG_PER_L, AveragingPeriod.DAY, SlotFixture.DAY, SlotFixture.HOUR, slots);
  }
}
