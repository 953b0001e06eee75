package io.touchline.streams;

import static io.touchline.streams.Frames.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.QualityRecord;
import io.touchline.contract.QualityRecord.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TellDifferencesTest {

  private static final String SO2 = "a21026";

  private final JournalFixture journal = new JournalFixture();

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void hourThatItsMinutesContradictIsToldOnceTheyAreThere() {
    journal.outlet(JournalFixture.stack());
    minutes(0, 60, "15.0");
    journal.receiveHour(8, SO2, "Avg=12.3,Flag=N");
    assertThat(told(Kind.HOUR_DIFFERS_FROM_MINUTES)).isEmpty();

    journal.endOfInput();

    QualityRecord told = told(Kind.HOUR_DIFFERS_FROM_MINUTES).get(0);
    assertThat(told.factor()).isEqualTo(SO2);
    assertThat(told.from()).isEqualTo(at(8, 0));
    assertThat(told.to()).isEqualTo(at(9, 0));
    assertThat(told.evidence())
        .containsEntry("reported", "12.3")
        .containsEntry("reckoned", "15")
        .containsEntry("percent", "-18");
  }

  @Test
  void reportThatComesAfterItsMinutesIsComparedTooAndACorrectionTakesItBack() {
    journal.outlet(JournalFixture.stack());
    minutes(0, 60, "15.0");
    journal.endOfInput();
    journal.receive(
        Frames.upload(Frames.MN, "2061", at(8, 0), at(20, 0), SO2, "Avg=12.3,Flag=N"), at(20, 0));
    assertThat(told(Kind.HOUR_DIFFERS_FROM_MINUTES)).hasSize(1);

    journal.receive(
        Frames.upload(Frames.MN, "2061", at(8, 0), at(21, 0), SO2, "Avg=15.1,Flag=N"), at(21, 0));

    assertThat(told(Kind.HOUR_DIFFERS_FROM_MINUTES)).last().matches(QualityRecord::withdrawn);
  }

  @Test
  void dayThatItsHoursContradictIsTold() {
    journal.outlet(JournalFixture.stack());
    for (int hour = 0; hour < 24; hour++) {
      journal.receiveHour(hour, SO2, "Avg=10,Flag=N");
    }
    journal.receive(
        Frames.upload(Frames.MN, "2031", at(0, 0), at(24, 5), SO2, "Avg=8.0,Flag=N"), at(24, 5));
    journal.endOfInput();

    assertThat(told(Kind.DAY_DIFFERS_FROM_HOURS)).hasSize(1);
    assertThat(told(Kind.DAY_DIFFERS_FROM_HOURS).get(0).evidence()).containsEntry("percent", "-20");
  }

  @Test
  void massReckonedFromTheConvertedValueIsTold() {
    journal.outlet(JournalFixture.stack());
    journal.receiveHour(
        8, SO2, "Avg=21.5,ZsAvg=24.43,Cou=10.08,Flag=N", "a00000", "Avg=114.6,Cou=412584,Flag=N");

    assertThat(told(Kind.MASS_DIFFERS_FROM_FLOW)).hasSize(1);
    assertThat(told(Kind.MASS_DIFFERS_FROM_FLOW).get(0).detail())
        .isEqualTo("reported 10.08, its other values give 8.870556; allowed are 2 %");
  }

  @Test
  void hourWhoseOxygenSwingsComesToTwoNumbersAndBothAreTold() {
    journal.outlet(JournalFixture.stack());
    for (int minute = 0; minute < 60; minute++) {
      gas(minute, minute < 30 ? "6" : "16", at(8, minute + 1));
    }
    assertThat(told(Kind.CONVERSION_LEVELS_DIFFER)).isEmpty();

    journal.endOfInput();

    assertThat(told(Kind.CONVERSION_LEVELS_DIFFER)).hasSize(1);
    QualityRecord told = told(Kind.CONVERSION_LEVELS_DIFFER).get(0);
    assertThat(told.factor()).isEqualTo(SO2);
    assertThat(told.from()).isEqualTo(at(8, 0));
    assertThat(told.detail())
        .isEqualTo(
            "converted minute by minute the hour is 60, converted by its means 45; allowed are"
                + " 10 %");
    assertThat(told.evidence())
        .containsEntry("minuteLevel", "60")
        .containsEntry("hourLevel", "45")
        .containsEntry("measured", "30")
        .containsEntry("oxygen", "11")
        .containsEntry("percent", "33.3333");
  }

  @Test
  void steadyOxygenIsNotToldAndACorrectionTakesTheDifferenceBack() {
    journal.outlet(JournalFixture.stack());
    for (int minute = 0; minute < 60; minute++) {
      gas(minute, minute < 30 ? "6" : "16", at(8, minute + 1));
    }
    journal.endOfInput();
    for (int minute = 30; minute < 60; minute++) {
      gas(minute, "6", at(20, minute));
    }
    journal.endOfInput();

    assertThat(told(Kind.CONVERSION_LEVELS_DIFFER)).last().matches(QualityRecord::withdrawn);
  }

  private void gas(int minute, String oxygen, Instant at) {
    journal.receive(
        Frames.upload(
            Frames.MN,
            "2051",
            at(8, minute),
            at,
            SO2,
            "Avg=30,Flag=N",
            "a19001",
            "Avg=" + oxygen + ",Flag=N"),
        at);
  }

  private void minutes(int from, int to, String value) {
    for (int minute = from; minute < to; minute++) {
      journal.receive(Frames.minute(8, minute, SO2, "Avg=" + value + ",Flag=N"), at(8, minute + 1));
    }
  }

  private List<QualityRecord> told(Kind kind) {
    return journal.quality.stream().filter(record -> record.kind() == kind).toList();
  }
}
