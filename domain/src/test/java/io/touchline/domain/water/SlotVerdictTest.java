package io.touchline.domain.water;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;
import io.touchline.domain.water.SlotVerdict.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotVerdictTest {

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "POLLUTANT, 52 300, VALID",
    "POLLUTANT, 0 300, VALID",
    "POLLUTANT, 52 -, VALID",
    "POLLUTANT, 52 0, NO_FLOW",
    "POLLUTANT, 52 0.00, NO_FLOW",
    "POLLUTANT, - 0, NO_FLOW",
    "POLLUTANT, -0.1 300, NEGATIVE",
    "POLLUTANT, 52 -1, NEGATIVE",
    "POLLUTANT, - 300, NO_NUMBER",
    "POLLUTANT, 52 300 CALIBRATION, CALIBRATION",
    "POLLUTANT, 52 0 QC_SAMPLE, QC_SAMPLE",
    "POLLUTANT, 52 300 ABNORMAL, ABNORMAL",
    "PH, 7.1 0, NO_FLOW",
    "PH, -0.1 5, NEGATIVE",
    "FLOW, 0 0, VALID",
    "FLOW, 0 -, VALID",
    "FLOW, -1 -, NEGATIVE",
    "FLOW, 5 - CALIBRATION, CALIBRATION"
  })
  void slotCountsOrNotAndSaysWhy(Quantity quantity, String slot, Reason reason) {
    assertThat(SlotVerdict.of(quantity, SlotFixture.slot(0, slot)).reason()).isEqualTo(reason);
  }

  @Test
  void sharpRisesSharpFallsAndFrozenValuesAreNeverTakenOut() {
    List<Slot> slots = SlotFixture.slots("40 100,4000 100,1 100");
    slots.addAll(SlotFixture.alike(3, 24, "40 100"));

    SlotMean mean =
        SlotMean.of(
            SlotFixture.WEIGHTED,
            Unit.MG_PER_L,
            AveragingPeriod.DAY,
            SlotFixture.DAY,
            SlotFixture.HOUR,
            slots);

    assertThat(mean.counts().counted()).isEqualTo(24);
    assertThat(mean.inputs()).allMatch(verdict -> verdict.reason() == Reason.VALID);
  }

  @Test
  void laterAccountOfASlotStandsAndTheEarlierIsKeptAsOverruled() {
    Slot early = SlotFixture.slot(0, "40 100");
    Slot late =
        new Slot(
            early.start(),
            Decimal.of("50"),
            early.volume(),
            early.kind(),
            SlotFixture.slot(9, "1 1").inputs());
    List<Slot> slots = new ArrayList<>(List.of(late, early, early));

    assertThat(
            SlotVerdict.within(
                Quantity.POLLUTANT, early.start(), late.start().plusSeconds(1), slots))
        .containsExactly(
            new SlotVerdict(early, Reason.OVERRULED), new SlotVerdict(late, Reason.VALID));
  }
}
