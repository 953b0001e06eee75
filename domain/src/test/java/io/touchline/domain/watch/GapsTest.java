package io.touchline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GapsTest {

  @ParameterizedTest(name = "{0} due {1} → {2}")
  @CsvSource({
    "100 110 120, 130, ''",
    "100 120, 120, 110-120",
    "100 120 110, 130, ''",
    "120 100, 130, 110-120",
    "120 100 110, 130, ''",
    "100 150, 150, 110-150",
    "100 150 130, 150, 110-130 140-150",
    "100 150 130 120 110, 150, 140-150",
    "100 100 100, 110, ''",
    "100, 130, 110-130",
    "100, 139, 110-130",
    "100 200, 120, 110-120 120-200",
    "103 117, 120, ''",
  })
  void missingIsWhatLiesBetweenTheFirstAndWhatIsDueAndHasNotCome(
      String uploads, int due, String missing) {
    assertThat(words(gaps(uploads).expecting(due, 1))).isEqualTo(missing);
  }

  @Test
  void whatIsNotDueYetIsKeptApartFromWhatIs() {
    Gaps gaps = gaps("100 200").expecting(130, 7);

    assertThat(gaps.missing())
        .containsExactly(new Gap(110, 130, 0, 0, 7), new Gap(130, 200, 0, 0, 0));
  }

  @ParameterizedTest(name = "before {0} forgotten → {1}")
  @CsvSource({"100, 110-150", "111, 120-150", "120, 120-150", "200, ''"})
  void slotsBeforeTheHorizonAreForgotten(int before, String missing) {
    assertThat(words(gaps("100 150").forgetting(before))).isEqualTo(missing);
  }

  @Test
  void forgottenSlotIsNotMissingAgainWhenAnEarlierOneComes() {
    Gaps gaps = gaps("100 150").forgetting(200).took(110);

    assertThat(gaps.missing()).isEmpty();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyOrderOfUploadsLeavesTheGapsThatCountingSlotBySlotFinds(long seed) {
    Random random = new Random(seed);
    Grid grid = new Grid(1 + random.nextInt(20), random.nextInt(100));
    List<Integer> slots = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      slots.add(grid.slotOf(10_000) + i * grid.step());
    }
    Collections.shuffle(slots, random);
    List<Integer> sent = new ArrayList<>(slots.subList(0, 1 + random.nextInt(slots.size())));
    sent.addAll(sent.subList(0, random.nextInt(sent.size())));
    Gaps gaps = Gaps.beginningWith(grid, sent.get(0));
    Set<Integer> came = new TreeSet<>();
    int due = 0;
    for (int slot : sent) {
      gaps = gaps.took(slot + random.nextInt(grid.step()));
      came.add(slot);
      if (random.nextInt(5) == 0) {
        due = Math.max(due, 10_000 + random.nextInt(250) * grid.step());
        gaps = gaps.expecting(due, 1 + random.nextInt(3));
      }
      assertThat(slotsOf(gaps)).isEqualTo(counted(grid, came, due));
    }

    for (int slot : slots) {
      gaps = gaps.took(slot);
    }
    for (int slot = Collections.max(slots); slot < due; slot += grid.step()) {
      gaps = gaps.took(slot);
    }
    assertThat(gaps.missing()).isEmpty();
  }

  private static Set<Integer> counted(Grid grid, Set<Integer> came, int due) {
    Set<Integer> missing = new TreeSet<>();
    int last = Math.max(Collections.max(came), grid.slotOf(due) - grid.step());
    for (int slot = Collections.min(came); slot <= last; slot += grid.step()) {
      if (!came.contains(slot)) {
        missing.add(slot);
      }
    }
    return missing;
  }

  private static Set<Integer> slotsOf(Gaps gaps) {
    Set<Integer> slots = new TreeSet<>();
    for (Gap gap : gaps.missing()) {
      for (int slot = gap.from(); slot < gap.to(); slot += gaps.grid().step()) {
        slots.add(slot);
      }
    }
    return slots;
  }

  /** Ten-minute uploads in this order. */
  private static Gaps gaps(String uploads) {
    int[] minutes = Arrays.stream(uploads.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    Gaps gaps = Gaps.beginningWith(new Grid(10, 0), minutes[0]);
    for (int i = 1; i < minutes.length; i++) {
      gaps = gaps.took(minutes[i]);
    }
    return gaps;
  }

  private static String words(Gaps gaps) {
    List<String> words = new ArrayList<>();
    gaps.missing().forEach(gap -> words.add(gap.from() + "-" + gap.to()));
    return String.join(" ", words);
  }
}
