package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecomputedPeriodTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);

  @ParameterizedTest
  @CsvSource({"45, true", "44, false"})
  void flueGasHourNeeds45ValidMinutesAndIsTheirMean(int minutes, boolean valid) {
    List<Upload> uploads = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      uploads.add(
          Samples.upload(
              i < minutes ? "a21026 value=" + (i % 2 == 0 ? 20 : 21) : "a21026 value=99 flag=C"));
    }

    FactorMean mean = hour(Samples.outlet(Medium.AIR, null), MINUTE, uploads).get("a21026");

    assertThat(mean.validity().isValid()).isEqualTo(valid);
    assertThat(mean.value().toString()).isEqualTo(minutes == 45 ? "20.4889" : "20.5");
  }

  @Test
  void meanOfMinuteConversionsStandsWhereTheLoggerSentThem() {
    List<Upload> uploads = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      uploads.add(
          i < 30
              ? Samples.upload("a21026 value=30 converted=30", "a19001 value=6")
              : Samples.upload("a21026 value=30 converted=90", "a19001 value=16"));
    }

    SortedMap<String, FactorMean> means = hour(Samples.outlet(Medium.AIR, null), MINUTE, uploads);

    assertThat(means.get("a21026").converted()).hasToString("60");
  }

  @Test
  void minutesWithoutOxygenAreConvertedByTheOxygenOfTheHour() {
    OutletProfile outlet = Samples.outlet(Medium.AIR, "6");
    List<Upload> uploads = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      uploads.add(
          i == 0
              ? Samples.upload("a21026 value=28")
              : Samples.upload("a21026 value=28", "a19001 value=7.2"));
    }

    assertThat(hour(outlet, MINUTE, uploads).get("a21026").converted()).hasToString("30.4348");
  }

  /**
   * Worked example of waste water: 38×120 + 52×300 + 45×180 over 600; the slot without flow drops.
   */
  @Test
  void wasteWaterMeanIsWeightedByFlowAndLeavesOutSlotsWithoutIt() {
    List<Upload> example =
        List.of(
            Samples.upload("w01018 value=38", "w00000 value=33 amount=120"),
            Samples.upload("w01018 value=52", "w00000 value=83 amount=300"),
            Samples.upload("w01018 value=45", "w00000 value=50 amount=180"),
            Samples.upload("w01018 value=60", "w00000 value=0 amount=0"));

    FactorMean mean =
        new RecomputedPeriod(
                Samples.outlet(Medium.WATER, null), Samples.FACTORS, AveragingPeriod.DAY)
            .means(Samples.parts(Samples.outlet(Medium.WATER, null), HOUR, example))
            .get("w01018");

    assertThat(mean.value()).hasToString("47.1");
    assertThat(mean.massMg()).isEqualTo(28_260_000L);
    assertThat(mean.validity().text()).isEqualTo("4 valid hours of at least 20");
  }

  @Test
  void oneAbnormalSlotMakesTheWasteWaterHourAbnormal() {
    List<Upload> slots = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      slots.add(Samples.upload("w01018 value=40 flag=" + (i == 3 ? "M" : "N")));
    }

    FactorMean mean = hour(Samples.outlet(Medium.WATER, null), TEN_MINUTES, slots).get("w01018");

    assertThat(mean.validity().reason()).isEqualTo(Validity.Reason.ABNORMAL_PART);
    assertThat(mean.validity().text()).isEqualTo("a part has flag M");
  }

  @Test
  void wasteWaterHourWithoutAnyFlowHasNoConcentration() {
    List<Upload> slots = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      slots.add(Samples.upload("w01018 value=40", "w00000 value=0 amount=0"));
    }

    FactorMean mean = hour(Samples.outlet(Medium.WATER, null), TEN_MINUTES, slots).get("w01018");

    assertThat(mean.value()).isNull();
    assertThat(mean.validity().reason()).isEqualTo(Validity.Reason.NO_FLOW);
  }

  @ParameterizedTest
  @CsvSource({"'7.1,7.4,7.2,7.3,7.2,9.9', 7.25", "'7.1,7.4,7.2,7.3,9.9', 7.3"})
  void phOfAnHourIsTheMedianNotTheMean(String values, String median) {
    List<Upload> slots = new ArrayList<>();
    for (String value : values.split(",", -1)) {
      slots.add(Samples.upload("w01001 value=" + value, "w00000 value=1 amount=" + slots.size()));
    }

    assertThat(hour(Samples.outlet(Medium.WATER, null), TEN_MINUTES, slots).get("w01001").value())
        .hasToString(median);
  }

  @Test
  void massOfTheHourIsItsMeanTimesTheVolumeOfItsMinutes() {
    List<Upload> uploads = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      uploads.add(
          Samples.upload("a21026 value=21.5 converted=24.43", "a00000 value=114.6 amount=6876.4"));
    }

    assertThat(hour(Samples.outlet(Medium.AIR, null), MINUTE, uploads).get("a21026").massMg())
        .isEqualTo(8_870_556L);
  }

  private static SortedMap<String, FactorMean> hour(
      OutletProfile outlet, Duration apart, List<Upload> uploads) {
    return new RecomputedPeriod(outlet, Samples.FACTORS, AveragingPeriod.HOUR)
        .means(Samples.parts(outlet, apart, uploads));
  }
}
