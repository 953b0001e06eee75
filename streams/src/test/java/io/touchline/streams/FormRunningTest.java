package io.touchline.streams;

import static io.touchline.streams.Frames.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.MarkRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.RunningMeansRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.EmissionLimit.Basis;
import io.touchline.domain.Mark;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FormRunningTest {

  private static final String SO2 = "a21026";

  private final JournalFixture journal = JournalFixture.waiting();

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void hourIsToldEveryFiveMinutesWhileItRuns() {
    journal.outlet(JournalFixture.stack());
    minutes(journal, 0, 15, "40", Duration.ZERO);

    assertThat(running(AveragingPeriod.HOUR))
        .extracting(RunningMeansRecord::upTo)
        .containsExactly(at(8, 5), at(8, 10), at(8, 15));
    RunningMeansRecord last = running(AveragingPeriod.HOUR).get(2);
    assertThat(last.key()).isEqualTo(Frames.MN + "|HOUR");
    assertThat(last.start()).isEqualTo(at(8, 0));
    RunningMeansRecord.Factor so2 = last.factors().get(SO2);
    assertThat(so2.value()).hasToString("40");
    assertThat(so2.valid()).isEqualTo(15);
    assertThat(so2.due()).isEqualTo(15);
    assertThat(so2.canBeValid()).isTrue();
  }

  @Test
  void whatRunsIsNeitherAMeanNorJudged() {
    journal.outlet(JournalFixture.stack(JournalFixture.hourLimit(SO2, "35", Basis.MEASURED)));
    minutes(journal, 0, 59, "400", Duration.ZERO);

    assertThat(running(AveragingPeriod.HOUR)).isNotEmpty();
    assertThat(journal.means).isEmpty();
    assertThat(journal.exceedances).isEmpty();
    assertThat(journal.totals).isEmpty();
  }

  @Test
  void closedHourIsTheSameFirstRevisionWhetherItWasToldWhileItRanOrNot() {
    journal.outlet(JournalFixture.stack());
    minutes(journal, 0, 60, "40", Duration.ZERO);
    journal.endOfInput();
    List<MeansRecord> live = List.copyOf(journal.means);

    try (JournalFixture replayed = new JournalFixture()) {
      replayed.outlet(JournalFixture.stack());
      minutes(replayed, 0, 60, "40", Duration.ZERO);
      replayed.endOfInput();

      assertThat(replayed.running).isEmpty();
      assertThat(live).isEqualTo(replayed.means);
    }
    assertThat(running(AveragingPeriod.HOUR)).hasSize(12);
    assertThat(live.get(0).revision()).isEqualTo(1);
  }

  @Test
  void minutesThatComeAfterTheirHourOrTwiceTellNothing() {
    journal.outlet(JournalFixture.stack());
    minutes(journal, 0, 10, "40", Duration.ofHours(1));
    assertThat(journal.running).isEmpty();

    minutes(journal, 10, 15, "40", Duration.ZERO);
    minutes(journal, 10, 15, "40", Duration.ZERO);
    assertThat(running(AveragingPeriod.HOUR)).hasSize(1);
  }

  @Test
  void markedMinutesDropOutFromTheNextLookOn() {
    journal.outlet(JournalFixture.stack());
    minutes(journal, 0, 10, "90", Duration.ZERO);
    journal.mark(
        new MarkRecord(
            1,
            Frames.MN,
            "m",
            null,
            at(8, 0),
            at(8, 10),
            "MAINTENANCE",
            null,
            "王工",
            "校准",
            at(8, 11),
            null,
            1,
            Mark.State.SET));
    minutes(journal, 10, 15, "20", Duration.ZERO);

    RunningMeansRecord.Factor so2 = running(AveragingPeriod.HOUR).get(2).factors().get(SO2);
    assertThat(so2.value()).hasToString("20");
    assertThat(so2.valid()).isEqualTo(5);
    assertThat(so2.came()).isEqualTo(15);
  }

  @Test
  void dayIsToldWithEachHourThatIsFormedWhileItRuns() {
    journal.outlet(JournalFixture.stack());
    journal.receiveHour(0, SO2, "Avg=10,Flag=N");
    journal.receiveHour(1, SO2, "Avg=30,Flag=N");
    journal.receiveHour(23, SO2, "Avg=90,Flag=N");

    List<RunningMeansRecord> days = running(AveragingPeriod.DAY);
    assertThat(days).extracting(RunningMeansRecord::upTo).containsExactly(at(1, 0), at(2, 0));
    assertThat(days.get(1).start()).isEqualTo(at(0, 0));
    assertThat(days.get(1).factors().get(SO2).value()).hasToString("20");
    assertThat(days.get(1).factors().get(SO2).due()).isEqualTo(2);
  }

  private List<RunningMeansRecord> running(AveragingPeriod period) {
    return journal.running.stream().filter(record -> record.period() == period).toList();
  }

  private static void minutes(
      JournalFixture journal, int from, int to, String value, Duration late) {
    for (int minute = from; minute < to; minute++) {
      journal.receive(
          Frames.minute(8, minute, SO2, "Avg=" + value + ",Flag=N"), at(8, minute + 1).plus(late));
    }
  }
}
