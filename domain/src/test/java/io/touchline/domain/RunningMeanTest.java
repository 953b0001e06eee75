package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningMeanTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @Test
  void hourSoFarIsTheMeanOfItsValidMinutesAndSaysHowManyThereWere() {
    List<Upload> uploads = new ArrayList<>(times(8, "a21026 value=20"));
    uploads.addAll(times(2, "a21026 value=900 flag=C"));

    RunningMean so2 = hour(Samples.outlet(Medium.AIR, null), MINUTE, 12, uploads);

    assertThat(so2.mean().value()).hasToString("20");
    assertThat(so2.valid()).isEqualTo(8);
    assertThat(so2.came()).isEqualTo(10);
    assertThat(so2.due()).isEqualTo(12);
  }

  @Test
  void whatRunsIsNotValidYetAndSaysWhatIsLacking() {
    RunningMean so2 =
        hour(Samples.outlet(Medium.AIR, null), MINUTE, 44, times(44, "a21026 value=20"));

    assertThat(so2.mean().validity().isValid()).isFalse();
    assertThat(so2.mean().validity().detail()).isEqualTo("44 valid minutes of at least 45");
    assertThat(so2.canBeValid()).isTrue();
  }

  /** Of 20 minutes gone 5 or 4 counted: with the 40 that are left 45 or 44. */
  @ParameterizedTest
  @CsvSource({"5, true", "4, false"})
  void hourCanBeValidWhileEnoughMinutesAreLeft(int valid, boolean can) {
    RunningMean so2 =
        hour(Samples.outlet(Medium.AIR, null), MINUTE, 20, times(valid, "a21026 value=20"));

    assertThat(so2.canBeValid()).isEqualTo(can);
  }

  @Test
  void hourOfWasteWaterWithAnAbnormalPartCanBeValidNoMore() {
    List<Upload> uploads =
        List.of(
            Samples.upload("w01018 value=38", "w00000 value=33 amount=120"),
            Samples.upload("w01018 value=52 flag=M", "w00000 value=83 amount=300"));
    OutletProfile water = Samples.outlet(Medium.WATER, null);

    RunningMean cod =
        RunningMean.of(
                water,
                Samples.FACTORS,
                AveragingPeriod.HOUR,
                Samples.START,
                Samples.START.plus(TEN_MINUTES.multipliedBy(2)),
                Samples.parts(water, TEN_MINUTES, uploads))
            .get("w01018");

    assertThat(cod.mean().value()).hasToString("38");
    assertThat(cod.canBeValid()).isFalse();
  }

  @Test
  void convertedValueSoFarIsThatOfTheMinutes() {
    List<Upload> uploads = new ArrayList<>(times(5, "a21026 value=30", "a19001 value=6"));
    uploads.addAll(times(5, "a21026 value=30", "a19001 value=16"));

    RunningMean so2 = hour(Samples.outlet(Medium.AIR, "6"), MINUTE, 10, uploads);

    assertThat(so2.mean().converted()).hasToString("60");
  }

  @Test
  void nothingValidIsNoValueAndNoZero() {
    RunningMean so2 =
        hour(Samples.outlet(Medium.AIR, null), MINUTE, 5, times(5, "a21026 value=0 flag=D"));

    assertThat(so2.mean().value()).isNull();
    assertThat(so2.valid()).isZero();
  }

  private static RunningMean hour(
      OutletProfile outlet, Duration apart, int passed, List<Upload> uploads) {
    return RunningMean.of(
            outlet,
            Samples.FACTORS,
            AveragingPeriod.HOUR,
            Samples.START,
            Samples.START.plus(apart.multipliedBy(passed)),
            Samples.parts(outlet, apart, uploads))
        .get("a21026");
  }

  private static List<Upload> times(int count, String... factors) {
    return Collections.nCopies(count, Samples.upload(factors));
  }
}
