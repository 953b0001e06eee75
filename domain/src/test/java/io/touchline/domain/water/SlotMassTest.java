package io.touchline.domain.water;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;
import io.touchline.domain.water.SlotMass.Basis;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SlotMassTest {

  @Test
  @DisplayName("example 2.4: 28.26 kg")
  void example24IsTheSumOfItsHours() {
    List<Slot> slots = SlotFixture.slots("38 120,52 300,45 180,60 0");
    slots.addAll(SlotFixture.alike(4, 24, "- 0"));

    SlotMass mass = mass(slots, Unit.MG_PER_L, null);

    assertThat(mass.massMg()).isEqualTo(28_260_000L);
    assertThat(mass.basis()).isEqualTo(Basis.SUM_OF_SLOTS);
    assertThat(mass.volume()).hasToString("600");
    assertThat(mass.volumesUnknown()).isZero();
  }

  @Test
  void hoursWithoutConcentrationAreTakenAtTheEffectiveMean() {
    List<Slot> slots = SlotFixture.alike(0, 20, "40 10");
    slots.addAll(SlotFixture.alike(20, 24, "99 10 CALIBRATION"));

    SlotMass mass = mass(slots, Unit.MG_PER_L, null);

    assertThat(mass.massMg()).isEqualTo(40L * 240 * 1000);
    assertThat(mass.basis()).isEqualTo(Basis.MEAN_TIMES_VOLUME);
  }

  @Test
  void volumeOfHoursThatDidNotComeIsSaidToBeUnknownUnlessItWasMetered() {
    List<Slot> slots = SlotFixture.alike(0, 20, "40 10");

    assertThat(mass(slots, Unit.MG_PER_L, null).massMg()).isEqualTo(8_000_000L);
    assertThat(mass(slots, Unit.MG_PER_L, null).volumesUnknown()).isEqualTo(4);
    assertThat(mass(slots, Unit.MG_PER_L, Decimal.of("250")).massMg()).isEqualTo(10_000_000L);
  }

  @Test
  void sumOfTooFewHoursSaysThatItIsOne() {
    SlotMass mass = mass(SlotFixture.slots("38 120,52 300,45 180,60 0"), Unit.MG_PER_L, null);

    assertThat(mass.massMg()).isEqualTo(28_260_000L);
    assertThat(mass.basis()).isEqualTo(Basis.SUM_OF_SOME_SLOTS);
    assertThat(mass.volumesUnknown()).isEqualTo(20);
  }

  @Test
  void dayWithoutFlowHasNoMassAtAllAndADayWithoutDataHasNone() {
    assertThat(mass(SlotFixture.alike(0, 24, "40 0"), Unit.MG_PER_L, null).massMg()).isZero();
    assertThat(mass(List.of(), Unit.MG_PER_L, null).massMg()).isNull();
    assertThat(mass(List.of(), Unit.MG_PER_L, null).basis()).isEqualTo(Basis.NONE);
  }

  @Test
  void microgramsAreTurnedIntoMilligramsFirst() {
    SlotMass mass = mass(SlotFixture.alike(0, 24, "350 10"), Unit.of("ug/L"), null);

    assertThat(mass.massMg()).isEqualTo(84_000L);
  }

  @Test
  void whatIsNoConcentrationHasNoMass() {
    assertThat(mass(SlotFixture.alike(0, 24, "20 10"), Unit.NONE, null).basis())
        .isEqualTo(Basis.NONE);
  }

  private static SlotMass mass(List<Slot> slots, Unit unit, Decimal metered) {
    return SlotMass.of(
        SlotMean.of(
            SlotFixture.WEIGHTED,
            unit,
            AveragingPeriod.DAY,
            SlotFixture.DAY,
            SlotFixture.HOUR,
            slots),
        metered);
  }
}
