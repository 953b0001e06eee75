package io.touchline.streams;

import static io.touchline.domain.EmissionLimit.Basis.MEASURED;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.Cause;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Judgement;
import io.touchline.domain.Mark;
import io.touchline.domain.MarkUse;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.Validity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators' marks do to periods and episodes, whenever they become known. */
class OutletMarksTest {

  private static final String SO2 = "a21026";

  private final JournalFixture journal = new JournalFixture();

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void aMaintenanceMarkThatLeavesTooFewMinutesTakesAnExceedanceBack() {
    journal.outlet(binding()).receiveHour(8, SO2, "Avg=40,Flag=N");
    assertThat(journal.standing()).containsExactly("OPEN 8-9 1 40");

    journal.mark(maintenance(8, 0, 16));

    MeansRecord.Factor hour = journal.hour(8, SO2);
    assertThat(hour.value()).hasToString("40");
    assertThat(hour.valid()).isFalse();
    assertThat(hour.validity()).isEqualTo(Validity.Reason.MARKED);
    assertThat(hour.reason()).isEqualTo("marked MAINTENANCE: 44 unmarked minutes of at least 45");
    assertThat(hour.judgement().verdict()).isEqualTo(Judgement.Verdict.NOT_JUDGED);
    assertThat(hour.cause()).isEqualTo(Cause.MARK);
    assertThat(hour.revision()).isEqualTo(2);
    assertThat(journal.standing()).isEmpty();
    assertThat(journal.exceedances.get(journal.exceedances.size() - 1).state())
        .isEqualTo(ExceedanceRecord.State.WITHDRAWN);
  }

  @Test
  void aMarkThatLeavesFortyFiveMinutesChangesNothing() {
    journal.outlet(binding()).receiveHour(8, SO2, "Avg=40,Flag=N");

    journal.mark(maintenance(8, 0, 15));

    assertThat(journal.means).hasSize(1);
    assertThat(journal.standing()).containsExactly("OPEN 8-9 1 40");
  }

  @Test
  void whereMarksAreAdvisoryNoneChangesAVerdict() {
    journal.outlet(advisory()).receiveHour(8, SO2, "Avg=40,Flag=N");

    journal.mark(maintenance(8, 0, 60));

    assertThat(journal.means).hasSize(1);
    assertThat(journal.standing()).containsExactly("OPEN 8-9 1 40");
  }

  @Test
  void followingMarksOfAnOutletJudgesAgainWhatWasMarkedBefore() {
    journal.outlet(advisory()).receiveHour(8, SO2, "Avg=40,Flag=N").mark(maintenance(8, 0, 60));

    journal.outlet(binding());

    assertThat(journal.hour(8, SO2).valid()).isFalse();
    assertThat(journal.hour(8, SO2).cause()).isEqualTo(Cause.LIMIT);
    assertThat(journal.standing()).isEmpty();
  }

  @Test
  void aMarkThatIsTakenBackBringsTheExceedanceBack() {
    journal.outlet(binding()).receiveHour(8, SO2, "Avg=40,Flag=N").mark(maintenance(8, 0, 60));

    journal.mark(version(2, Mark.State.WITHDRAWN, "MAINTENANCE", at(8, 0), at(9, 0)));

    assertThat(journal.hour(8, SO2).valid()).isTrue();
    assertThat(journal.hour(8, SO2).revision()).isEqualTo(3);
    assertThat(journal.standing()).containsExactly("OPEN 8-9 1 40");
  }

  @Test
  void aMarkThatMovesJudgesTheOldAndTheNewTimeAgain() {
    journal
        .outlet(binding())
        .receiveHour(8, SO2, "Avg=40,Flag=N")
        .receiveHour(9, SO2, "Avg=41,Flag=N")
        .mark(maintenance(8, 0, 60));

    journal.mark(version(2, Mark.State.SET, "MAINTENANCE", at(9, 0), at(10, 0)));

    assertThat(journal.hour(8, SO2).valid()).isTrue();
    assertThat(journal.hour(9, SO2).valid()).isFalse();
    assertThat(journal.standing()).containsExactly("OPEN 8-9 1 40");
  }

  @Test
  void aMarkOfAnEarlierVersionThatComesLaterChangesNothing() {
    journal
        .outlet(binding())
        .receiveHour(8, SO2, "Avg=40,Flag=N")
        .mark(version(2, Mark.State.WITHDRAWN, "MAINTENANCE", at(8, 0), at(9, 0)));

    journal.mark(maintenance(8, 0, 60));

    assertThat(journal.means).hasSize(1);
  }

  @Test
  void aMarkKnownBeforeItsDataCounts() {
    journal.outlet(binding()).mark(maintenance(8, 0, 60));

    journal.receiveHour(8, SO2, "Avg=40,Flag=N");

    assertThat(journal.hour(8, SO2).reason())
        .isEqualTo("marked MAINTENANCE: 0 unmarked minutes of at least 45");
    assertThat(journal.exceedances).isEmpty();
  }

  @Test
  void theSameVersionTwiceIsNoNews() {
    journal.outlet(binding()).receiveHour(8, SO2, "Avg=40,Flag=N").mark(maintenance(8, 0, 60));

    journal.mark(maintenance(8, 0, 60));

    assertThat(journal.means).hasSize(2);
  }

  @Test
  void aMarkOnAnotherFactorTouchesOnlyThat() {
    journal
        .outlet(binding())
        .receiveHour(8, SO2, "Avg=40,Flag=N", "a21002", "Avg=90,Flag=N")
        .mark(mark(1, Mark.State.SET, "a21002", "MAINTENANCE", at(8, 0), at(9, 0), at(12, 0)));

    assertThat(journal.hour(8, SO2).valid()).isTrue();
    assertThat(journal.hour(8, "a21002").valid()).isFalse();
  }

  @Test
  void markedMinutesFallOutOfAnHourFormedFromMinutes() {
    journal.outlet(binding());
    for (int minute = 0; minute < 60; minute++) {
      String value = minute < 10 ? "Avg=100,Flag=N" : "Avg=30,Flag=N";
      journal.receive(Frames.minute(8, minute, SO2, value), at(8, minute + 1));
    }
    journal.mark(maintenance(8, 0, 10)).endOfInput();

    assertThat(journal.hour(8, SO2).value()).hasToString("30");
    assertThat(journal.hour(8, SO2).judgement().verdict()).isEqualTo(Judgement.Verdict.COMPLIANT);
  }

  @Test
  void anHourOfWhichAStopLeavesTooFewMinutesSaysThatItStopped() {
    journal.outlet(binding());
    for (int minute = 0; minute < 60; minute++) {
      journal.receive(Frames.minute(8, minute, SO2, "Avg=30,Flag=N"), at(8, minute + 1));
    }
    journal.mark(version(1, Mark.State.SET, "STOPPED", at(8, 20), at(9, 0))).endOfInput();

    assertThat(journal.hour(8, SO2).validity()).isEqualTo(Validity.Reason.STOPPED);
    assertThat(journal.hour(8, SO2).reason()).startsWith("marked STOPPED: ").contains("20");
  }

  @Test
  void aDayReportedByTheLoggerIsJudgedAgainAsAWhole() {
    journal.outlet(binding());
    journal.receive(
        Frames.upload(Frames.MN, "2031", at(0, 0), at(24, 5), SO2, "Avg=40,Flag=N"), at(24, 6));

    journal.mark(version(1, Mark.State.SET, "MAINTENANCE", at(3, 0), at(8, 0)));

    assertThat(journal.lastMeans(AveragingPeriod.DAY, at(0, 0)).factors().get(SO2).reason())
        .isEqualTo("marked MAINTENANCE: 19 unmarked hours of at least 20");
  }

  @Test
  void whatIsNoMarkGoesToQuarantineWithItsReason() {
    journal.outlet(binding());

    journal.mark(version(1, Mark.State.SET, "HOLIDAY", at(8, 0), at(9, 0)));
    journal.mark(version(1, Mark.State.SET, "STOPPED", at(9, 0), at(8, 0)));

    assertThat(journal.quarantined).containsExactly("bad-mark", "bad-mark");
    assertThat(journal.quarantineDetails)
        .containsExactly(
            "no mark is called HOLIDAY",
            "a mark ends after it begins: 2026-01-01T01:00:00Z to 2026-01-01T00:00:00Z");
  }

  private static OutletRecord binding() {
    return JournalFixture.outlet(
        Frames.MN,
        Medium.AIR,
        OutletProfile.Judge.REPORTED,
        null,
        JournalFixture.hourLimit(SO2, "35", MEASURED));
  }

  private static OutletRecord advisory() {
    return binding().withMarkUse(MarkUse.ADVISORY);
  }

  private static MarkRecord maintenance(int hour, int minute, int minutes) {
    Instant from = at(hour, minute);
    return version(1, Mark.State.SET, "MAINTENANCE", from, from.plus(Duration.ofMinutes(minutes)));
  }

  private static MarkRecord version(
      int version, Mark.State state, String kind, Instant from, Instant to) {
    return mark(version, state, null, kind, from, to, at(12, version));
  }

  private static MarkRecord mark(
      int version,
      Mark.State state,
      String factor,
      String kind,
      Instant from,
      Instant to,
      Instant markedAt) {
    return new MarkRecord(
        1, Frames.MN, "m1", factor, from, to, kind, null, "王工", "探头更换", markedAt, null, version,
        state);
  }

  private static Instant at(int hour, int minute) {
    return Frames.at(hour, minute);
  }
}
