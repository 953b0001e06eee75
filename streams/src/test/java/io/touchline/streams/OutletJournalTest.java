package io.touchline.streams;

import static io.touchline.domain.EmissionLimit.Basis.CONVERTED;
import static io.touchline.domain.EmissionLimit.Basis.MEASURED;
import static io.touchline.streams.JournalFixture.hourLimit;
import static io.touchline.streams.JournalFixture.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.Cause;
import io.touchline.contract.MeansRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Judgement;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutletJournalTest {

  private static final String SO2 = "a21026";

  private final JournalFixture journal = new JournalFixture();

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void reportedHourIsJudgedTheMomentItComes() {
    journal.outlet(stack(hourLimit(SO2, "35", CONVERTED)));

    journal.receiveHour(8, SO2, "Avg=28,ZsAvg=36.5,Flag=N");

    MeansRecord.Factor so2 = journal.hour(8, SO2);
    assertThat(so2.valid()).isTrue();
    assertThat(so2.value()).hasToString("28");
    assertThat(so2.converted()).hasToString("36.5");
    assertThat(so2.source()).isEqualTo(FactorMean.Source.REPORTED);
    assertThat(so2.revision()).isEqualTo(1);
    assertThat(so2.cause()).isEqualTo(Cause.LIVE);
    assertThat(so2.judgement().verdict()).isEqualTo(Judgement.Verdict.EXCEEDS);
    assertThat(so2.judgement().multiple()).hasToString("0.0429");
    assertThat(so2.judgement().limit().clause()).isEqualTo("table 3");
  }

  @Test
  void judgedHourNamesTheFrameThatProvesIt() {
    byte[] frame = Frames.hour(8, SO2, "Avg=28,Flag=N");

    journal.receive(Frames.hour(7, SO2, "Avg=27,Flag=N"), Frames.at(8, 1));
    journal.receive(frame, Frames.at(9, 1));

    MeansRecord hour = journal.lastMeans(AveragingPeriod.HOUR, Frames.at(8, 0));
    assertThat(hour.framesOf(hour.factors().get(SO2)))
        .singleElement()
        .satisfies(
            ref -> {
              assertThat(ref.topic()).isEqualTo("packets");
              assertThat(ref.offset()).isEqualTo(1);
              assertThat(ref.hash()).isEqualTo(FrameHash.of(frame));
            });
  }

  @Test
  void convertedValueIsDerivedFromOxygenWhereTheLoggerSendsNone() {
    journal.outlet(stack(hourLimit(SO2, "35", CONVERTED)));

    journal.receiveHour(8, SO2, "Avg=28,Flag=N", "a19001", "Avg=7.2,Flag=N");

    assertThat(journal.hour(8, SO2).converted()).hasToString("30.4348");
    assertThat(journal.hour(8, SO2).judgement().verdict()).isEqualTo(Judgement.Verdict.COMPLIANT);
  }

  @Test
  void convertedValueOfTheLoggerStandsBesideTheOneReDerivedFromOxygen() {
    journal.outlet(stack(hourLimit(SO2, "35", CONVERTED)));

    journal.receiveHour(8, SO2, "Avg=28,ZsAvg=27.0,Flag=N", "a19001", "Avg=7.2,Flag=N");

    assertThat(journal.hour(8, SO2).converted()).hasToString("27.0");
    assertThat(journal.hour(8, SO2).rederived()).hasToString("30.4348");
    assertThat(journal.hour(8, SO2).judgement().judged()).hasToString("27.0");
  }

  @Test
  void convertedLimitWithoutOxygenBelowAirIsNotJudged() {
    journal.outlet(stack(hourLimit(SO2, "35", CONVERTED)));

    journal.receiveHour(8, SO2, "Avg=99,Flag=N", "a19001", "Avg=21.0,Flag=N");

    assertThat(journal.hour(8, SO2).converted()).isNull();
    assertThat(journal.hour(8, SO2).judgement().verdict()).isEqualTo(Judgement.Verdict.NOT_JUDGED);
    assertThat(journal.standing()).isEmpty();
  }

  @Test
  void flaggedHourProvesNoExceedance() {
    journal.outlet(stack(hourLimit(SO2, "35", MEASURED)));

    journal.receiveHour(8, SO2, "Avg=99,Flag=D");

    assertThat(journal.hour(8, SO2).valid()).isFalse();
    assertThat(journal.hour(8, SO2).reason()).isEqualTo("flag D");
    assertThat(journal.standing()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"45, true", "44, false", "60, true"})
  void hourFromMinutesNeeds45ValidOnes(int minutes, boolean valid) {
    for (int minute = 0; minute < 60; minute++) {
      String flag = minute < minutes ? "N" : "C";
      journal.receive(
          Frames.minute(8, minute, SO2, "Avg=30,Flag=" + flag), Frames.at(8, minute + 1));
    }
    journal.endOfInput();

    MeansRecord.Factor so2 = journal.hour(8, SO2);
    assertThat(so2.source()).isEqualTo(FactorMean.Source.RECOMPUTED);
    assertThat(so2.valid()).isEqualTo(valid);
    assertThat(so2.value()).hasToString("30");
  }

  @Test
  void hourIsNotFormedFromMinutesBeforeItsEndHasSettled() {
    journal.receive(Frames.minute(8, 0, SO2, "Avg=30,Flag=N"), Frames.at(8, 1));
    journal.receive(Frames.minute(9, 0, SO2, "Avg=30,Flag=N"), Frames.at(9, 1));
    journal.receive(Frames.minute(9, 8, SO2, "Avg=30,Flag=N"), Frames.at(9, 9));

    assertThat(journal.means).isEmpty();

    journal.receive(Frames.minute(9, 9, SO2, "Avg=30,Flag=N"), Frames.at(9, 10));

    assertThat(journal.means).hasSize(1);
  }

  @Test
  void loggersOwnHourReplacesTheMeanOfItsMinutes() {
    for (int minute = 0; minute < 60; minute++) {
      journal.receive(Frames.minute(8, minute, SO2, "Avg=30,Flag=N"), Frames.at(8, minute + 1));
    }
    journal.receive(Frames.minute(9, 20, SO2, "Avg=30,Flag=N"), Frames.at(9, 20));
    journal.receive(Frames.hour(8, SO2, "Avg=31.5,Flag=N"), Frames.at(11, 0));

    MeansRecord.Factor so2 = journal.hour(8, SO2);
    assertThat(so2.source()).isEqualTo(FactorMean.Source.REPORTED);
    assertThat(so2.value()).hasToString("31.5");
    assertThat(so2.revision()).isEqualTo(2);
    assertThat(so2.cause()).isEqualTo(Cause.BACKFILL);
  }

  @Test
  void outletToBeRecomputedIsJudgedByItsMinutesNotByItsLoggersHour() {
    journal.outlet(
        JournalFixture.outlet(
            Frames.MN,
            Medium.AIR,
            OutletProfile.Judge.RECOMPUTED,
            null,
            hourLimit(SO2, "35", MEASURED)));
    journal.receiveHour(7, SO2, "Avg=10,Flag=N");
    for (int minute = 0; minute < 60; minute++) {
      journal.receive(Frames.minute(8, minute, SO2, "Avg=40,Flag=N"), Frames.at(8, minute + 1));
    }
    journal.receiveHour(8, SO2, "Avg=10,Flag=N");
    journal.endOfInput();

    assertThat(journal.hour(8, SO2).value()).hasToString("40");
    assertThat(journal.standing()).containsExactly("OPEN 8-9 1 40");
    assertThat(journal.hour(7, SO2).valid()).isFalse();
    assertThat(journal.hour(7, SO2).reason()).isEqualTo("0 valid minutes of at least 45");
  }

  @Test
  void earlierUploadThatArrivesLaterChangesNothing() {
    byte[] later =
        Frames.upload(Frames.MN, "2061", Frames.at(8, 0), Frames.at(20, 0), SO2, "Avg=34,Flag=N");
    journal.receive(later, Frames.at(20, 0));

    journal.receive(Frames.hour(8, SO2, "Avg=36,Flag=N"), Frames.at(21, 0));

    assertThat(journal.hour(8, SO2).value()).hasToString("34");
    assertThat(journal.hour(8, SO2).revision()).isEqualTo(1);
  }

  @Test
  void resentFrameIsJudgedOnce() {
    byte[] frame = Frames.hour(8, SO2, "Avg=36,Flag=N");

    journal.receive(frame, Frames.at(9, 1));
    journal.receive(frame, Frames.at(9, 2));
    journal.receive(frame, Frames.at(19, 2));

    assertThat(journal.means).hasSize(1);
  }

  @Test
  void partsOfASplitUploadMakeOneHour() {
    journal.receive(Frames.hour(8, SO2, "Avg=36,Flag=N"), Frames.at(9, 1));
    journal.receive(Frames.hour(8, "a21002", "Avg=20,Flag=N"), Frames.at(9, 1));

    MeansRecord hour = journal.lastMeans(AveragingPeriod.HOUR, Frames.at(8, 0));
    assertThat(hour.factors()).containsOnlyKeys(SO2, "a21002");
    assertThat(hour.frames()).hasSize(2);
    assertThat(hour.factors().get(SO2).revision()).isEqualTo(1);
  }

  @Test
  void reportedDayOfWasteWaterIsJudgedByItsDayLimit() {
    journal.outlet(
        JournalFixture.outlet(
            Frames.MN,
            Medium.WATER,
            OutletProfile.Judge.REPORTED,
            null,
            JournalFixture.limit(
                "w01018",
                "50",
                Averaging.DAY,
                EmissionLimit.Basis.MEASURED,
                LocalDate.of(2020, 1, 1))));

    journal.receive(
        Frames.upload(
            Frames.MN, "2031", Frames.at(0, 0), Frames.at(24, 5), "w01018", "Avg=50.1,Flag=N"),
        Frames.at(24, 5));

    assertThat(
            journal
                .lastMeans(AveragingPeriod.DAY, Frames.at(0, 0))
                .factors()
                .get("w01018")
                .judgement()
                .verdict())
        .isEqualTo(Judgement.Verdict.EXCEEDS);
    assertThat(journal.standing()).containsExactly("OPEN 0-24 1 50.1");
  }

  @ParameterizedTest
  @CsvSource({"20, true", "19, false"})
  void dayFromHoursNeeds20ValidOnes(int hours, boolean valid) {
    for (int hour = 0; hour < 24; hour++) {
      journal.receiveHour(hour, SO2, "Avg=30,Flag=" + (hour < hours ? "N" : "M"));
    }
    journal.endOfInput();

    MeansRecord.Factor day =
        journal.lastMeans(AveragingPeriod.DAY, Frames.at(0, 0)).factors().get(SO2);
    assertThat(day.valid()).isEqualTo(valid);
    assertThat(day.source()).isEqualTo(FactorMean.Source.RECOMPUTED);
  }

  @Test
  void meanOfMinutesHangsOnTheirOxygenThoughTheLoggerReportsThat() {
    String oxygen = "a19001";
    String dust = "a34013";
    journal.outlet(
        JournalFixture.outlet(
            Frames.MN, Medium.AIR, OutletProfile.Judge.REPORTED, Decimal.of("6"), 15));
    for (int minute = 0; minute < 45; minute += 15) {
      journal.receive(
          Frames.minute(8, minute, dust, "Avg=10,Flag=N", oxygen, "Avg=8,Flag=N"),
          Frames.at(8, minute + 15));
    }
    journal.receiveHour(8, oxygen, "Avg=8,Flag=N").receiveHour(9, oxygen, "Avg=8,Flag=N");
    assertThat(journal.hour(8, dust).rederived()).hasToString("11.5385");

    journal.receive(Frames.minute(8, 45, oxygen, "Avg=12,Flag=N"), Frames.at(10, 30)).endOfInput();

    assertThat(journal.hour(8, dust).rederived()).hasToString("12.5");
  }

  @Test
  void reportThatWasNotJudgedIsFormedWhereTheEntrySaysSoInTime() {
    journal.outlet(
        JournalFixture.outlet(
            Frames.MN, Medium.AIR, OutletProfile.Judge.RECOMPUTED, Decimal.of("6")));
    journal.receiveHour(8, SO2, "Avg=28,Flag=N");
    assertThat(journal.means).isEmpty();

    journal.outlet(stack()).endOfInput();

    assertThat(journal.hour(8, SO2).value()).hasToString("28");
  }

  @Test
  void massOfAnHourIsMeasuredConcentrationTimesVolume() {
    journal.receiveHour(
        8, SO2, "Avg=21.5,ZsAvg=24.43,Cou=9,Flag=N", "a00000", "Avg=114.6,Cou=412584,Flag=N");

    assertThat(journal.hour(8, SO2).massMg()).isEqualTo(8_870_556L);
  }

  @Test
  void oldFactorCodesBecomeThePresentOnes() {
    journal.receiveHour(8, "02", "Avg=36,Flag=N");

    assertThat(journal.hour(8, SO2).value()).isEqualTo(Decimal.of("36"));
  }

  @Test
  void frameOfAnImpossibleYearGoesToQuarantine() {
    journal.receive(
        Frames.upload(
            Frames.MN,
            "2061",
            Frames.at(8, 0).plus(Duration.ofDays(36525)),
            Frames.at(9, 1),
            SO2,
            "Avg=36"),
        Frames.at(9, 1));

    assertThat(journal.quarantined).containsExactly("bad-data-time");
    assertThat(journal.means).isEmpty();
  }

  @Test
  void frameWithoutUsableTimeGoesToQuarantine() {
    byte[] frame =
        new String(Frames.hour(8, SO2, "Avg=36,Flag=N"), StandardCharsets.US_ASCII)
            .getBytes(StandardCharsets.US_ASCII);
    frame[frame.length - 5] ^= 1;

    journal.receive(frame, Frames.at(9, 1));
    journal.receive(
        new io.touchline.hj212.PacketWriter()
            .qn("20260101090100000")
            .st("31")
            .cn("2061")
            .pw("123456")
            .mn(Frames.MN)
            .flag(5)
            .factor(SO2, "Avg", "36")
            .toFrame(),
        Frames.at(9, 1));

    assertThat(journal.quarantined).containsExactly("bad-crc", "bad-data-time");
    assertThat(journal.means).isEmpty();
  }
}
