package io.touchline.streams;

import static io.touchline.streams.JournalFixture.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.Cause;
import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandResultRecord.State;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.contract.StationDialect;
import io.touchline.domain.AveragingPeriod;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.PacketWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gaps, clocks, split packets and conflicts, as the journal tells of them. */
class StationWatchTest {

  private static final String SO2 = "a21026";

  private final JournalFixture journal = new JournalFixture().outlet(stack());

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void hoursThatHaveNotComeAreAskedForByBeginAndEnd() {
    loseHoursNineToEleven();

    assertThat(journal.commands)
        .singleElement()
        .satisfies(
            command -> {
              assertThat(command.id())
                  .isEqualTo("gap/" + Frames.MN + "/HOUR/20260101090000/20260101120000/1");
              assertThat(command.mn()).isEqualTo(Frames.MN);
              assertThat(command.command()).isEqualTo(CommandCode.HOUR);
              assertThat(command.origin()).isEqualTo(CommandRecord.Origin.GAP);
              assertThat(command.parameters())
                  .containsEntry("BeginTime", "20260101090000")
                  .containsEntry("EndTime", "20260101110000")
                  .hasSize(2);
              assertThat(command.issuedAt()).isEqualTo(Frames.at(12, 20));
              assertThat(command.expiresAt()).isEqualTo(Frames.at(12, 50));
            });
  }

  @Test
  void gapIsToldWhenItOpensAndWhenItIsFilled() {
    loseHoursNineToEleven();
    assertThat(journal.quality)
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.kind()).isEqualTo(Kind.GAP);
              assertThat(gap.from()).isEqualTo(Frames.at(9, 0));
              assertThat(gap.to()).isNull();
              assertThat(gap.evidence())
                  .containsEntry("level", "HOUR")
                  .containsEntry("missing", "3");
            });

    journal.receive(Frames.hour(9, SO2, "Avg=30,Flag=N"), Frames.at(12, 21));
    journal.receive(Frames.hour(10, SO2, "Avg=30,Flag=N"), Frames.at(12, 21));
    journal.receive(Frames.hour(11, SO2, "Avg=30,Flag=N"), Frames.at(12, 21));

    assertThat(journal.quality)
        .filteredOn(told -> told.kind() == Kind.GAP)
        .hasSize(2)
        .last()
        .satisfies(
            filled -> {
              assertThat(filled.from()).isEqualTo(Frames.at(9, 0));
              assertThat(filled.to()).isEqualTo(Frames.at(12, 0));
            });
  }

  @Test
  void hourThatWasAskedForIsBackfillWithinTheHourToo() {
    loseHoursNineToEleven();

    journal.receive(Frames.hour(11, SO2, "Avg=30,Flag=N"), Frames.at(12, 21));
    journal.receiveHour(12, SO2, "Avg=30,Flag=N");

    assertThat(causeOf(11)).isEqualTo(Cause.BACKFILL);
    assertThat(causeOf(12)).isEqualTo(Cause.LIVE);
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"NO_DATA", "REFUSED", "INVALID"})
  void gapThatIsRefusedThreeTimesIsToldAsRefused(State refusal) {
    loseHoursNineToEleven();
    journal.answer(refusal, Frames.at(12, 21));
    stillThere(12, 27);
    journal.answer(refusal, Frames.at(12, 28));
    stillThere(12, 40);
    assertThat(journal.quality).hasSize(1);

    journal.answer(refusal, Frames.at(12, 41));

    assertThat(journal.commands).hasSize(3);
    assertThat(journal.quality.get(1).kind()).isEqualTo(Kind.GAP_REFUSED);
    stillThere(13, 10);
    assertThat(journal.commands).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"DONE", "UNANSWERED", "EXPIRED", "FAILED", "UNKNOWN"})
  void gapThatIsStillThereIsAskedForAgain(State end) {
    loseHoursNineToEleven();
    journal.answer(State.SENT, Frames.at(12, 20));

    journal.answer(end, Frames.at(12, 21));
    stillThere(12, 25);
    assertThat(journal.commands).hasSize(1);
    stillThere(12, 26);

    assertThat(journal.commands).hasSize(2);
    assertThat(journal.commands.get(1).id())
        .isEqualTo("gap/" + Frames.MN + "/HOUR/20260101090000/20260101120000/2");
  }

  @Test
  void stationThatGivesNoHistoryIsNotAsked() {
    journal.outlet(
        stack()
            .withDialect(
                new StationDialect(null, null, null, null, null, null, null, null, false)));

    loseHoursNineToEleven();

    assertThat(journal.commands).isEmpty();
    assertThat(journal.quality).hasSize(1);
  }

  @Test
  void clockThatIsOffIsToldAndSetWhereTheProfileAllowsIt() {
    journal.outlet(
        stack()
            .withDialect(new StationDialect(null, null, null, null, null, null, null, true, null)));

    for (int minute = 0; minute < 10; minute++) {
      journal.receive(realTime(Frames.at(8, minute), 300), Frames.at(8, minute));
    }

    assertThat(journal.quality)
        .singleElement()
        .satisfies(
            clock -> {
              assertThat(clock.kind()).isEqualTo(Kind.CLOCK_OFF);
              assertThat(clock.from()).isEqualTo(Frames.at(8, 0));
              assertThat(clock.detail()).isEqualTo("the logger's clock is 300 s fast");
            });
    assertThat(journal.commands)
        .singleElement()
        .satisfies(
            command -> {
              assertThat(command.command()).isEqualTo(CommandCode.SET_TIME);
              assertThat(command.origin()).isEqualTo(CommandRecord.Origin.CLOCK);
              assertThat(command.parameters()).isEmpty();
            });
  }

  @Test
  void framesWhoseReceiptNobodyNotedSayNothingOfTheClock() {
    for (int hour = 0; hour < 10; hour++) {
      journal.receive(Frames.hour(hour, SO2, "Avg=30,Flag=N"), Frames.at(hour, 0));
    }

    assertThat(journal.quality).isEmpty();
  }

  @Test
  void twoDifferentUploadsOfADatumAreToldOnce() {
    byte[] first = Frames.hour(8, SO2, "Avg=30,Flag=N", "a21002", "Avg=50,Flag=N");
    byte[] second =
        Frames.upload(
            Frames.MN,
            "2061",
            Frames.at(8, 0),
            Frames.at(9, 5),
            SO2,
            "Avg=31,Flag=N",
            "a21002",
            "Avg=50.0,Flag=N");

    for (int i = 0; i < 3; i++) {
      journal.receive(first, Frames.at(9, 1 + i));
      journal.receive(second, Frames.at(9, 5 + i));
    }

    assertThat(journal.quality)
        .singleElement()
        .satisfies(
            conflict -> {
              assertThat(conflict.kind()).isEqualTo(Kind.CONFLICTING_UPLOADS);
              assertThat(conflict.factor()).isEqualTo(SO2);
              assertThat(conflict.from()).isEqualTo(Frames.at(8, 0));
              assertThat(conflict.evidence())
                  .containsEntry("stands", "31, flag N")
                  .containsEntry("other", "30, flag N")
                  .containsEntry("otherFrame", FrameHash.of(first));
            });
  }

  @Test
  void partThatNeverComesIsTold() {
    journal.receive(part(8, 1, 2), Frames.at(9, 1));
    stillThere(9, 5);
    assertThat(journal.quality).isEmpty();

    stillThere(9, 11);

    assertThat(journal.quality)
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.kind()).isEqualTo(Kind.PART_MISSING);
              assertThat(part.evidence()).containsEntry("missingParts", "2");
            });
  }

  @Test
  void sameFramesInTheSameOrderGiveTheSameRecords() {
    loseHoursNineToEleven();
    List<CommandRecord> commands = List.copyOf(journal.commands);
    List<QualityRecord> quality = List.copyOf(journal.quality);

    try (JournalFixture again = new JournalFixture().outlet(stack())) {
      again.receiveHour(8, SO2, "Avg=30,Flag=N");
      again.receive(heartbeat(), Frames.at(12, 16)).receive(heartbeat(), Frames.at(12, 20));

      assertThat(again.commands).isEqualTo(commands);
      assertThat(again.quality).isEqualTo(quality);
    }
  }

  private void loseHoursNineToEleven() {
    journal.receiveHour(8, SO2, "Avg=30,Flag=N");
    stillThere(12, 16);
    stillThere(12, 20);
  }

  private void stillThere(int hour, int minute) {
    journal.receive(heartbeat(), Frames.at(hour, minute));
  }

  private Cause causeOf(int hour) {
    return journal.lastMeans(AveragingPeriod.HOUR, Frames.at(hour, 0)).cause();
  }

  private static byte[] heartbeat() {
    return new PacketWriter()
        .qn("20260101090100000")
        .st("31")
        .cn("9015")
        .pw("123456")
        .mn(Frames.MN)
        .flag(5)
        .toFrame();
  }

  private static byte[] part(int hour, int part, int parts) {
    return new PacketWriter()
        .qn("20260101090100000")
        .st("31")
        .cn("2061")
        .pw("123456")
        .mn(Frames.MN)
        .flag(7)
        .part(part, parts)
        .item("DataTime", "202601010" + hour + "0000")
        .factor(SO2, "Avg", "30", "Flag", "N")
        .toFrame();
  }

  private static byte[] realTime(Instant receivedAt, int fastBySeconds) {
    Instant sentAt = receivedAt.plusSeconds(fastBySeconds);
    return Frames.upload(Frames.MN, "2011", sentAt, sentAt, SO2, "Rtd=30,Flag=N");
  }
}
