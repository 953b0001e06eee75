package io.touchline.streams;

import static io.touchline.domain.EmissionLimit.Basis.MEASURED;
import static io.touchline.streams.JournalFixture.hourLimit;
import static io.touchline.streams.JournalFixture.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.Cause;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.FrameRef;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What judged periods do to episodes, as they come, change, and are judged again. */
class OutletEpisodesTest {

  private static final String SO2 = "a21026";

  private final JournalFixture journal = new JournalFixture();

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void episodeOpensExtendsAndCloses() {
    journal.outlet(stack(hourLimit(SO2, "35", MEASURED)));

    journal.receiveHour(8, SO2, "Avg=36,Flag=N");
    journal.receiveHour(9, SO2, "Avg=50,Flag=N");
    journal.receiveHour(10, SO2, "Avg=99,Flag=D");
    journal.receiveHour(11, SO2, "Avg=40,Flag=N");
    journal.receiveHour(12, SO2, "Avg=35.0,Flag=N");

    assertThat(journal.exceedances)
        .extracting(ExceedanceRecord::state, ExceedanceRecord::periods, ExceedanceRecord::revision)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ExceedanceRecord.State.OPEN, 1, 1),
            org.assertj.core.groups.Tuple.tuple(ExceedanceRecord.State.OPEN, 2, 2),
            org.assertj.core.groups.Tuple.tuple(ExceedanceRecord.State.OPEN, 3, 3),
            org.assertj.core.groups.Tuple.tuple(ExceedanceRecord.State.CLOSED, 3, 4));
    assertThat(journal.standing()).containsExactly("CLOSED 8-12 3 50");
  }

  @Test
  void lateCompliantHourSplitsAnEpisode() {
    journal.outlet(stack(hourLimit(SO2, "35", MEASURED)));
    journal.receiveHour(8, SO2, "Avg=36,Flag=N");
    journal.receiveHour(10, SO2, "Avg=38,Flag=N");

    journal.receive(Frames.hour(9, SO2, "Avg=20,Flag=N"), Frames.at(15, 0));

    assertThat(journal.standing()).containsExactly("CLOSED 8-9 1 36", "OPEN 10-11 1 38");
  }

  @Test
  void laterUploadOfTheSameHourWithdrawsAnEpisode() {
    journal.outlet(stack(hourLimit(SO2, "35", MEASURED)));
    journal.receiveHour(8, SO2, "Avg=36,Flag=N");

    journal.receive(
        Frames.upload(Frames.MN, "2061", Frames.at(8, 0), Frames.at(20, 0), SO2, "Avg=34,Flag=N"),
        Frames.at(20, 0));

    assertThat(journal.standing()).isEmpty();
    assertThat(journal.episodes().values())
        .singleElement()
        .extracting(ExceedanceRecord::state, ExceedanceRecord::revision)
        .containsExactly(ExceedanceRecord.State.WITHDRAWN, 2);
  }

  @Test
  void correctedHourIsCorrectedInTheProofOfItsEpisodeToo() {
    journal.outlet(stack(hourLimit(SO2, "35", MEASURED)));
    journal.receiveHour(8, SO2, "Avg=36,Flag=N");
    journal.receiveHour(9, SO2, "Avg=50,Flag=N");
    byte[] corrected =
        Frames.upload(Frames.MN, "2061", Frames.at(8, 0), Frames.at(20, 0), SO2, "Avg=37,Flag=N");

    journal.receive(corrected, Frames.at(20, 0));

    assertThat(journal.standing()).containsExactly("OPEN 8-10 2 50");
    ExceedanceRecord.Evidence first =
        journal.episodes().values().iterator().next().evidence().get(0);
    assertThat(first.value()).hasToString("37");
    assertThat(first.revision()).isEqualTo(2);
    assertThat(first.frames()).extracting(FrameRef::hash).containsExactly(FrameHash.of(corrected));
  }

  @Test
  void changedLimitJudgesEveryHourItTouchesAgain() {
    journal.outlet(stack(hourLimit(SO2, "35", MEASURED)));
    journal.receiveHour(8, SO2, "Avg=36,Flag=N");
    journal.receiveHour(9, SO2, "Avg=34,Flag=N");
    journal.receiveHour(10, SO2, "Avg=36,Flag=N");

    journal.outlet(stack(hourLimit(SO2, "50", MEASURED)));

    assertThat(journal.standing()).isEmpty();
    assertThat(journal.hour(8, SO2).cause()).isEqualTo(Cause.LIMIT);
    assertThat(journal.hour(8, SO2).revision()).isEqualTo(2);

    journal.outlet(stack(hourLimit(SO2, "33", MEASURED)));

    assertThat(journal.standing()).containsExactly("OPEN 8-11 3 36");
  }

  @Test
  void hoursThatCameBeforeTheirProfileAreJudgedWhenItComes() {
    journal.receiveHour(8, SO2, "Avg=36,Flag=N");
    assertThat(journal.hour(8, SO2).judgement()).isNull();

    journal.outlet(stack(hourLimit(SO2, "35", MEASURED)));

    assertThat(journal.standing()).containsExactly("OPEN 8-9 1 36");
  }

  @Test
  void limitHoldsFromItsFirstDayOn() {
    journal.outlet(
        stack(
            hourLimit(SO2, "50", MEASURED),
            JournalFixture.limit(SO2, "35", Averaging.HOUR, MEASURED, LocalDate.of(2026, 1, 2))));

    journal.receiveHour(23, SO2, "Avg=40,Flag=N");
    journal.receiveHour(24, SO2, "Avg=40,Flag=N");

    assertThat(journal.standing()).containsExactly("OPEN 24-25 1 40");
  }

  @Test
  void factorWithoutLimitCanBeCorrectedWithoutAnyEpisode() {
    journal.outlet(stack(hourLimit("a21002", "50", MEASURED)));
    journal.receiveHour(8, SO2, "Avg=36,Flag=N");
    journal.receiveHour(9, SO2, "Avg=36,Flag=N");

    journal.receive(
        Frames.upload(Frames.MN, "2061", Frames.at(8, 0), Frames.at(20, 0), SO2, "Avg=34"),
        Frames.at(20, 0));

    assertThat(journal.hour(8, SO2).revision()).isEqualTo(2);
    assertThat(journal.episodes()).isEmpty();
  }

  @Test
  void limitThatEndsTakesItsEpisodesWithIt() {
    journal.outlet(stack(hourLimit(SO2, "35", MEASURED)));
    journal.receiveHour(8, SO2, "Avg=36,Flag=N");

    journal.outlet(stack());

    assertThat(journal.standing()).isEmpty();
    assertThat(journal.hour(8, SO2).judgement()).isNull();
  }
}
