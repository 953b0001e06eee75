package io.touchline.domain.missing;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.missing.SubstitutedHour.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HourOrderTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 30);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void orderAndRepetitionOfHoursAndCalibrationsMakeNoDifference(long seed) {
    Random random = new Random(seed);
    List<MassHour> hours = HourFixture.anything(random);
    List<Instant> calibrations = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calibrations.add(HourFixture.at(random.nextInt(2208)));
    }
    List<MassHour> otherHours = new ArrayList<>(hours);
    otherHours.addAll(hours.subList(0, 1000));
    Collections.shuffle(otherHours, random);
    List<Instant> otherCalibrations = new ArrayList<>(calibrations);
    otherCalibrations.addAll(calibrations);
    Collections.shuffle(otherCalibrations, random);

    SubstitutedSeries series = series(hours, calibrations);

    assertThat(series(otherHours, otherCalibrations).equals(series)).isTrue();
    assertThat(series.counts().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(2208);
    assertThat(share(otherHours)).isEqualTo(share(hours));
  }

  @Test
  void seedsMeetFilledHoursAndThoseThatNothingFills() {
    Set<Outcome> met =
        seeds()
            .mapToObj(seed -> series(HourFixture.anything(new Random(seed)), List.of()))
            .flatMap(series -> series.counts().keySet().stream())
            .collect(Collectors.toSet());

    assertThat(met).contains(Outcome.SUBSTITUTED, Outcome.CAPTURE_TOO_LOW, Outcome.NO_CALIBRATION);
  }

  private static SubstitutedSeries series(List<MassHour> hours, List<Instant> calibrations) {
    return MassSubstitution.of(HourFixture.SO2, HourFixture.Q3, calibrations, hours);
  }

  private static MissingShare share(List<MassHour> hours) {
    return MissingShare.of(HourFixture.Q3.start(), HourFixture.Q3.end(), hours, false);
  }
}
