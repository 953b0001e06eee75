package io.touchline.domain.sample;

import static io.touchline.domain.sample.SampleFixture.COD;
import static io.touchline.domain.sample.SampleFixture.SO2;
import static io.touchline.domain.sample.SampleFixture.at;
import static io.touchline.domain.sample.SampleFixture.mean;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.FactorMean;
import io.touchline.domain.Validity;
import io.touchline.domain.sample.AutomaticReading.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AutomaticReadingTest {

  private static final SortedMap<Instant, FactorMean> NOTHING =
      Collections.unmodifiableSortedMap(new TreeMap<>());
  private static final Validity FAULT = new Validity(Validity.Reason.FLAGGED, "flag D");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TreeMap<Instant, FactorMean> minutes = new TreeMap<>();
  private final TreeMap<Instant, FactorMean> hours = new TreeMap<>();

  @Test
  void aGrabSampleLiesBesideTheMinuteInWhichItWasTaken() {
    minutes.put(at(8, 20), mean("30", "mg/L"));
    minutes.put(at(8, 30), mean("31", "mg/L"));
    hours.put(at(8, 0), mean("40", "mg/L"));
    Sample sample = SampleFixture.water(COD, "30").taken(at(8, 33)).make();

    AutomaticReading reading =
        AutomaticReading.beside(sample, Duration.ofMinutes(10), minutes, hours);

    assertThat(reading.value()).hasToString("31");
    assertThat(reading.level()).isEqualTo(Level.MINUTES);
  }

  @Test
  void aCompositeSampleLiesBesideTheMeanOfItsMinutes() {
    for (int minute = 0; minute < 60; minute++) {
      minutes.put(at(8, minute), mean(Integer.toString(minute), "mg/m3"));
    }
    Sample sample = SampleFixture.gas(SO2, "30").taken(at(8, 10), at(8, 14)).make();

    AutomaticReading reading = AutomaticReading.beside(sample, MINUTE, minutes, hours);

    assertThat(reading.value()).hasToString("11.5");
    assertThat(reading.parts()).isEqualTo(4);
  }

  @Test
  void whereFewerThanThreeQuartersOfTheMinutesAreValidTheHourCounts() {
    for (int minute = 10; minute < 20; minute++) {
      minutes.put(at(8, minute), mean("10", "mg/m3", minute < 17 ? Validity.VALID : FAULT));
    }
    hours.put(at(8, 0), mean("12", "mg/m3"));
    Sample sample = SampleFixture.gas(SO2, "30").taken(at(8, 10), at(8, 20)).make();

    assertThat(AutomaticReading.beside(sample, MINUTE, minutes, hours).value()).hasToString("12");
    minutes.put(at(8, 17), mean("10", "mg/m3"));
    assertThat(AutomaticReading.beside(sample, MINUTE, minutes, hours).value()).hasToString("10");
  }

  @Test
  void everyHourOfItsTimeMustBeValid() {
    hours.put(at(8, 0), mean("12", "mg/m3"));
    hours.put(at(9, 0), mean("14", "mg/m3", FAULT));
    Sample sample = SampleFixture.gas(SO2, "30").taken(at(8, 30), at(9, 30)).make();

    AutomaticReading reading = AutomaticReading.beside(sample, MINUTE, NOTHING, hours);

    assertThat(reading.value()).isNull();
    assertThat(reading.reason())
        .isEqualTo("valid are 0 of 60 minutes and 1 of 2 hours of its time");
    hours.put(at(9, 0), mean("14", "mg/m3"));
    assertThat(AutomaticReading.beside(sample, MINUTE, NOTHING, hours).value()).hasToString("13");
  }

  @Test
  void whatIsInAnotherUnitIsConverted() {
    hours.put(at(8, 0), mean("31000", "ug/L"));
    Sample sample = SampleFixture.water(COD, "30").make();

    assertThat(AutomaticReading.beside(sample, MINUTE, NOTHING, hours).value()).hasToString("31");
  }

  @Test
  void aConvertedSampleIsNotComparedWithAMeasuredValue() {
    hours.put(at(8, 0), mean("31", "mg/m3"));
    Sample sample = SampleFixture.gas(SO2, "30").converted().make();

    assertThat(AutomaticReading.beside(sample, MINUTE, NOTHING, hours).value()).isNull();
  }

  @Test
  void ofAcidityTheMedianCounts() {
    hours.put(at(8, 0), mean("7.0", ""));
    hours.put(at(9, 0), mean("7.2", ""));
    hours.put(at(10, 0), mean("9.9", ""));
    Sample sample = SampleFixture.of("w01001", "7.1", "").taken(at(8, 0), at(11, 0)).make();

    assertThat(AutomaticReading.beside(sample, MINUTE, NOTHING, hours).value()).hasToString("7.2");
  }
}
