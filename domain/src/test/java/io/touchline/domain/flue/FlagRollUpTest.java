package io.touchline.domain.flue;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Medium;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagRollUpTest {

  private static final Instant HOUR = ChinaTime.parse("2026-01-15T08:00:00+08:00");
  private static final FlueChecks.Check SHARE = FlueChecks.at(FlueChecks.Name.NORMAL_SHARE, HOUR);

  @ParameterizedTest
  @DisplayName("example 1.7: 46 N + 14 C is N; 44 N + 16 C is D; 18 of 24 hours is N")
  @CsvSource({
    "60, 46, 14, N",
    "60, 45, 15, N",
    "60, 44, 16, D",
    "24, 18, 6, N",
    "24, 17, 7, D",
    "60, 44, 0, D",
    "60, 60, 0, N"
  })
  void example_1_7_flueGasIsNormalFromThreeQuarters(long due, int n, int c, String flag) {
    assertThat(FlagRollUp.of(Medium.AIR, flags(n, "N", c, "C"), due, SHARE).flag()).isEqualTo(flag);
  }

  @Test
  @DisplayName("example 1.7: waste water hour with one M slot of six is abnormal")
  void example_1_7_oneAbnormalSlotMakesTheWasteWaterHourAbnormal() {
    FlagRollUp hour = FlagRollUp.of(Medium.WATER, flags(5, "N", 1, "M"), 6, SHARE);

    assertThat(hour.isNormal()).isFalse();
    assertThat(hour.flag()).isEqualTo("M");
  }

  @ParameterizedTest
  @CsvSource({"3, D, 3, C, D", "3, C, 3, M, C", "2, D, 3, M, M", "2, T, 2, B, B", "2, T, 2, M, M"})
  void theMostFrequentFlagPrevailsAndFaultBeforeCalibrationBeforeMaintenance(
      int some, String one, int others, String other, String prevailing) {
    assertThat(FlagRollUp.of(Medium.AIR, flags(some, one, others, other), 60, SHARE).prevailing())
        .isEqualTo(prevailing);
  }

  @Test
  void noFlagAtAllIsNormalAndSmallLettersAreRead() {
    FlagRollUp hour = FlagRollUp.of(Medium.AIR, flags(30, "", 30, "n"), 60, SHARE);

    assertThat(hour.flag()).isEqualTo("N");
    assertThat(hour.counts()).containsOnlyKeys("N");
  }

  @ParameterizedTest
  @CsvSource({"AIR", "WATER"})
  void wherePartsHaveNotComeThereIsNoFlag(Medium medium) {
    assertThat(FlagRollUp.of(medium, List.of(), 60, SHARE).flag()).isEmpty();
  }

  @Test
  void orderOfFlagsMakesNoDifference() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<String> flags = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        flags.add("NNNNNCDMTB".substring(i % 10, i % 10 + 1));
      }
      FlagRollUp inOrder = FlagRollUp.of(Medium.AIR, flags, 60, SHARE);
      Collections.shuffle(flags, random);

      assertThat(FlagRollUp.of(Medium.AIR, flags, 60, SHARE))
          .as("seed %d", seed)
          .isEqualTo(inOrder);
    }
  }

  private static List<String> flags(int some, String one, int others, String other) {
    List<String> flags = new ArrayList<>(Collections.nCopies(some, one));
    flags.addAll(Collections.nCopies(others, other));
    return flags;
  }
}
