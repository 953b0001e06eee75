package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.selfcheck.ConversionLevels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionLevelsTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  @DisplayName("example 1.5 B: minute by minute 60, by the hour's means 45")
  void example_1_5_B_swingingOxygenMakesTwoNumbersOfOneHour() {
    ConversionLevels so2 = levels("6", hour(30, "30", "6", 30, "30", "16")).get(0);

    assertThat(so2.minuteLevel()).hasToString("60");
    assertThat(so2.hourLevel()).hasToString("45");
    assertThat(so2.measured()).hasToString("30");
    assertThat(so2.oxygen()).hasToString("11");
    assertThat(so2.percent()).hasToString("33.3333");
    assertThat(so2.minutes()).isEqualTo(60);
    assertThat(so2.differ()).isTrue();
    assertThat(so2.allowed().source().verified()).isFalse();
  }

  /** Oxygen of 11 on the mean gives 15/10; of 8 and 14 a minute 15/13 and 15/7: 9.9 % more. */
  @ParameterizedTest
  @CsvSource({"6, 16, true", "8, 14, false", "11, 11, false"})
  void onlyOxygenThatSwingsFarMakesThemDiffer(String low, String high, boolean differ) {
    assertThat(levels("6", hour(30, "30", low, 30, "30", high)))
        .singleElement()
        .extracting(ConversionLevels::differ)
        .isEqualTo(differ);
  }

  @Test
  void minutesThatCannotBeConvertedAreLeftOutAndTooFewSayNothing() {
    assertThat(levels("6", hour(45, "30", "6", 15, "30", "21")))
        .singleElement()
        .extracting(ConversionLevels::minutes)
        .isEqualTo(45);
    assertThat(levels("6", hour(44, "30", "6", 16, "30", "21"))).isEmpty();
  }

  @Test
  void oxygenThatIsNeverValidConvertsNothing() {
    List<Upload> uploads = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      uploads.add(Samples.upload("a21026 value=30", "a19001 value=6 flag=D"));
    }

    assertThat(levels("6", uploads)).isEmpty();
  }

  @Test
  void outletWithoutReferenceOxygenConvertsNothing() {
    assertThat(levels(null, hour(30, "30", "6", 30, "30", "16"))).isEmpty();
  }

  @Test
  void nothingMeasuredDiffersInNothing() {
    ConversionLevels so2 = levels("6", hour(30, "0", "6", 30, "0", "16")).get(0);

    assertThat(so2.percent()).isNull();
    assertThat(so2.differ()).isFalse();
  }

  private static List<Upload> hour(
      int first, String c1, String oxygen1, int then, String c2, String oxygen2) {
    List<Upload> uploads = new ArrayList<>();
    for (int i = 0; i < first; i++) {
      uploads.add(Samples.upload("a21026 value=" + c1, "a19001 value=" + oxygen1));
    }
    for (int i = 0; i < then; i++) {
      uploads.add(Samples.upload("a21026 value=" + c2, "a19001 value=" + oxygen2));
    }
    return uploads;
  }

  private static List<ConversionLevels> levels(String reference, List<Upload> uploads) {
    OutletProfile outlet = Samples.outlet(Medium.AIR, reference);
    SortedMap<Instant, SortedMap<String, FactorMean>> minutes =
        Samples.parts(outlet, MINUTE, uploads);
    return ConversionLevels.of(
        Samples.START,
        minutes,
        new RecomputedPeriod(outlet, Samples.FACTORS, AveragingPeriod.HOUR).means(minutes),
        MINUTE);
  }
}
