package io.touchline.domain.water;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlotOrderTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void orderAndRepetitionOfSlotsMakeNoDifference(long seed) {
    Random random = new Random(seed);
    List<Slot> slots = SlotFixture.anything(random);
    List<Slot> other = new ArrayList<>(slots);
    other.addAll(slots.subList(0, 25));
    Collections.shuffle(other, random);

    assertThat(everything(other)).isEqualTo(everything(slots));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anotherFlowChangesNothingOfPh(long seed) {
    Random random = new Random(seed);
    List<Slot> slots = new ArrayList<>();
    List<Slot> other = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      String ph = Decimal.of("" + (400 + random.nextInt(600))).shifted(-2) + " ";
      slots.add(SlotFixture.slot(hour, ph + (1 + random.nextInt(1000))));
      other.add(SlotFixture.slot(hour, ph + (1 + random.nextInt(1000))));
    }

    assertThat(figures(other)).isEqualTo(figures(slots));
  }

  private static List<Decimal> figures(List<Slot> slots) {
    PhRange range =
        PhRange.of(
            SlotFixture.WEIGHTED, AveragingPeriod.DAY, SlotFixture.DAY, SlotFixture.HOUR, slots);
    return List.of(range.min(), range.max(), range.median());
  }

  private static List<Object> everything(List<Slot> slots) {
    List<Object> results = new ArrayList<>();
    for (WaterMethod method : List.of(SlotFixture.WEIGHTED, SlotFixture.PLAIN)) {
      SlotMean mean =
          SlotMean.of(
              method, Unit.MG_PER_L, AveragingPeriod.DAY, SlotFixture.DAY, SlotFixture.HOUR, slots);
      results.add(mean);
      results.add(SlotMass.of(mean, null));
      results.add(
          PhRange.of(method, AveragingPeriod.DAY, SlotFixture.DAY, SlotFixture.HOUR, slots));
    }
    for (Quantity quantity : Quantity.values()) {
      results.add(
          new SlotSubstitution(quantity, SlotFixture.HOUR)
              .within(SlotFixture.DAY, SlotFixture.DAY.plus(Duration.ofDays(2)), slots));
    }
    return results;
  }
}
