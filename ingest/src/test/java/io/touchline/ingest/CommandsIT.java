package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandRecord.Origin;
import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.CommandResultRecord.State;
import io.touchline.domain.ChinaTime;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.DataTimes;
import io.touchline.hj212.Packet;
import io.touchline.hj212.PacketWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Commands from the topic to a logger and back, by real brokers, gateways and sockets. */
class CommandsIT extends CommandScene {

  @Test
  void aCommandGoesToItsLoggerAndEveryStepIsTold() throws IOException {
    CommandedLogger logger = connect(gateway("east"));
    logger.on(logger::does);

    String id = command(CommandCode.SET_REALTIME_INTERVAL, Map.of("RtdInterval", "60"));

    CommandResultRecord end = awaitEnd(id);
    assertThat(end.state()).isEqualTo(State.DONE);
    assertThat(end.exeRtn()).isEqualTo(1);
    assertThat(end.qnRtn()).isEqualTo(1);
    assertThat(end.attempt()).isEqualTo(1);
    assertThat(end.gateway()).isEqualTo("east");
    assertThat(states(id)).containsExactly(State.TAKEN, State.SENT, State.ACCEPTED, State.DONE);
    Packet request = logger.requests().get(0);
    assertThat(request.cn()).isEqualTo("1062");
    assertThat(request.value("RtdInterval")).isEqualTo("60");
    assertThat(request.st()).isEqualTo("31");
    assertThat(request.pw()).isEqualTo(Frames.PW);
    assertThat(request.flag()).isEqualTo(5);
    assertThat(end.qn()).isEqualTo(request.qn());
    await().until(() -> broker.read(topics.packets()).size() == 3);
  }

  @Test
  void theAnswerToAQuestionIsInItsResult() throws IOException {
    CommandedLogger logger = connect(gateway("east"));
    logger.on(
        request -> {
          logger.says(request, "9011", "QnRtn", "1");
          // With the station's own ST and a Flag that asks, as some do.
          logger.send(
              CommandedLogger.answer(request, "31", "1061", 5).item("RtdInterval", "45").toFrame());
          logger.says(request, "9012", "ExeRtn", "1");
        });

    CommandResultRecord end = awaitEnd(command(CommandCode.REALTIME_INTERVAL, Map.of()));

    assertThat(end.state()).isEqualTo(State.DONE);
    assertThat(end.values()).containsEntry("RtdInterval", "45");
    await().until(() -> logger.answers().stream().anyMatch(answer -> answer.cn().equals("9014")));
  }

  @Test
  void historyIsCountedKeptAndAcknowledgedFrameByFrame() throws IOException {
    CommandedLogger logger = connect(gateway("east"));
    logger.on(
        request -> {
          logger.says(request, "9011", "QnRtn", "1");
          for (int hour = 8; hour <= 10; hour++) {
            logger.send(hour(hour));
          }
          logger.send(hour(11));
          logger.says(request, "9012", "ExeRtn", "1");
        });

    CommandResultRecord end =
        awaitEnd(
            command(
                CommandCode.HOUR,
                Map.of("BeginTime", "20260101080000", "EndTime", "20260101100000")));

    assertThat(end.state()).isEqualTo(State.DONE);
    assertThat(end.frames()).isEqualTo(3);
    await().until(() -> logger.answers().size() == 5);
    assertThat(broker.read(topics.packets())).hasSize(7);
  }

  @Test
  void aLoggerWithoutTheDataSaysSo() throws IOException {
    CommandedLogger logger = connect(gateway("east"));
    logger.on(
        request -> {
          logger.says(request, "9011", "QnRtn", "1");
          logger.says(request, "9012", "ExeRtn", "100");
        });

    CommandResultRecord end =
        awaitEnd(
            command(
                CommandCode.DAY,
                Map.of("BeginTime", "20260101000000", "EndTime", "20260102000000")));

    assertThat(end.state()).isEqualTo(State.NO_DATA);
    assertThat(end.exeRtn()).isEqualTo(100);
  }

  @Test
  void aRefusalIsToldWithItsNumber() throws IOException {
    CommandedLogger logger = connect(gateway("east"));
    logger.on(request -> logger.says(request, "9011", "QnRtn", "3"));

    CommandResultRecord end =
        awaitEnd(command(CommandCode.SET_TIMEOUT, Map.of("OverTime", "5", "ReCount", "3")));

    assertThat(end.state()).isEqualTo(State.REFUSED);
    assertThat(end.qnRtn()).isEqualTo(3);
  }

  @Test
  void aSilentLoggerIsAskedAgainWithTheSameBytesAndThenIsUnanswered() throws IOException {
    CommandedLogger logger = connect(gateway("east"));

    CommandResultRecord end = awaitEnd(command(CommandCode.DEVICE_TIME, Map.of()));

    assertThat(end.state()).isEqualTo(State.UNANSWERED);
    assertThat(end.attempt()).isEqualTo(3);
    assertThat(logger.requests()).hasSize(3);
    assertThat(logger.requests())
        .allSatisfy(
            request -> assertThat(request.bytes()).isEqualTo(logger.requests().get(0).bytes()));
    assertThat(meters.get("touchline.gateway.command.resends").functionCounter().count())
        .isEqualTo(2);
  }

  @Test
  void aPromiseThatNothingFollowsIsUnknownAndNotAskedAgain() throws IOException {
    CommandedLogger logger = connect(gateway("east"));
    logger.on(request -> logger.says(request, "9011", "QnRtn", "1"));

    String id = command(CommandCode.SAMPLE_NOW, Map.of("PolId", "a21026"));

    assertThat(awaitEnd(id).state()).isEqualTo(State.UNKNOWN);
    assertThat(logger.requests()).hasSize(1);

    // What it says later is told too.
    logger.says(logger.requests().get(0), "9012", "ExeRtn", "1");
    await().atMost(SOON).until(() -> states(id).contains(State.DONE));
    assertThat(states(id))
        .containsExactly(State.TAKEN, State.SENT, State.ACCEPTED, State.UNKNOWN, State.DONE);
  }

  @Test
  void aCommandThatMakesNoSenseIsInvalidAndNeverSent() throws IOException {
    CommandedLogger logger = connect(gateway("east"));

    String id = command(CommandCode.SET_MINUTE_INTERVAL, Map.of("MinInterval", "7"));

    assertThat(awaitEnd(id).state()).isEqualTo(State.INVALID);
    assertThat(awaitEnd(id).detail()).contains("MinInterval");
    assertThat(logger.requests()).isEmpty();
  }

  @Test
  void whatIsNoCommandIsInvalidToWhoeverWroteIt() {
    gateway("east");

    String text = "{\"id\":\"odd\",\"mn\":\"" + Frames.MN + "\",\"command\":\"BREW_COFFEE\"}";
    broker.put(topics.commands().name(), Frames.MN, text.getBytes(UTF_8));

    assertThat(awaitEnd("odd").state()).isEqualTo(State.INVALID);
  }

  @Test
  void moreCommandsThanThereIsRoomForAreTurnedAway() {
    gateway("east");

    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ids.add(command(CommandCode.DEVICE_TIME, Map.of()));
    }

    assertThat(awaitEnd(ids.get(5)).state()).isEqualTo(State.EXPIRED);
    assertThat(awaitEnd(ids.get(5)).detail()).contains("no room");
    assertThat(steps(ids.get(0))).isEmpty();
  }

  @Test
  void aCommandWithoutALoggerExpires() {
    gateway("east");

    String id = command(CommandCode.DEVICE_TIME, Map.of(), Duration.ofSeconds(1));

    assertThat(awaitEnd(id).state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void commandsToOneLoggerGoOneAfterAnother() throws IOException {
    CommandedLogger logger = connect(gateway("east"));
    List<Packet> pending = new ArrayList<>();
    logger.on(
        request -> {
          synchronized (pending) {
            pending.add(request);
          }
        });
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(command(CommandCode.SET_REALTIME_INTERVAL, Map.of("RtdInterval", "" + (60 + i))));
    }

    for (int i = 0; i < 3; i++) {
      int number = i;
      await().atMost(SOON).until(() -> distinct(logger.requests()) == number + 1);
      logger.does(logger.requests().get(logger.requests().size() - 1));
      assertThat(awaitEnd(ids.get(i)).state()).isEqualTo(State.DONE);
    }
    assertThat(logger.requests())
        .extracting(request -> request.value("RtdInterval"))
        .contains("60", "61", "62");
  }

  @Test
  void answersToWhatNobodyAskedCountForNothing() throws IOException {
    CommandedLogger logger = connect(gateway("east"));
    PacketWriter promise =
        new PacketWriter().qn("20260101000000001").st("91").cn("9011").pw(Frames.PW).mn(Frames.MN);
    PacketWriter result =
        new PacketWriter().qn("20260101000000001").st("91").cn("9012").pw(Frames.PW).mn(Frames.MN);
    logger.send(promise.flag(4).item("QnRtn", "1").toFrame());
    logger.send(result.flag(5).item("ExeRtn", "1").toFrame());
    logger.on(
        request -> {
          logger.send(result.item("ExeRtn", "2").toFrame());
          logger.does(request);
        });

    String id = command(CommandCode.SET_REALTIME_INTERVAL, Map.of("RtdInterval", "60"));

    assertThat(awaitEnd(id).state()).isEqualTo(State.DONE);
    await()
        .atMost(SOON)
        .until(
            () ->
                meters.get("touchline.gateway.command.answers.unasked").functionCounter().count()
                    == 3);
    assertThat(broker.read(topics.commandResults())).hasSize(4);
  }

  @Test
  void aLoggerThatAsksForTheTimeIsGivenThatOfTheMomentIfItsProfileAllows() throws IOException {
    broker.register(topics, Frames.MN, withDialect(null, null, true));
    CommandedLogger logger = connect(gateway("east"));
    logger.on(logger::does);

    logger.send(notice("1013", 5).toFrame());

    await().atMost(SOON).until(() -> logger.requests().size() == 1);
    Packet request = logger.requests().get(0);
    assertThat(request.cn()).isEqualTo("1012");
    LocalDateTime set = DataTimes.second(request.value("SystemTime")).orElseThrow();
    assertThat(Duration.between(ChinaTime.instant(set), Instant.now()).abs())
        .isLessThan(Duration.ofSeconds(20));
    assertThat(logger.answers()).anyMatch(answer -> answer.cn().equals("9013"));
    CommandRecord written = commands().get(0);
    assertThat(written.origin()).isEqualTo(Origin.LOGGER);
    assertThat(written.author()).isEqualTo("east");
    assertThat(awaitEnd(written.id()).state()).isEqualTo(State.DONE);
  }

  @Test
  void aLoggerWhoseProfileDoesNotAllowItIsGivenNoTime() throws IOException {
    CommandedLogger logger = connect(gateway("east"));

    logger.send(notice("1013", 5).toFrame());

    await().atMost(SOON).until(() -> logger.answers().size() == 2);
    assertThat(commands()).isEmpty();
  }

  private static PacketWriter notice(String cn, int flag) {
    return new PacketWriter()
        .qn(DataTimes.formatMilli(ChinaTime.civil(Instant.now())))
        .st("31")
        .cn(cn)
        .pw(Frames.PW)
        .mn(Frames.MN)
        .flag(flag);
  }

  private static byte[] hour(int hour) {
    return new PacketWriter()
        .qn(Frames.qn(hour))
        .st("31")
        .cn("2061")
        .pw(Frames.PW)
        .mn(Frames.MN)
        .flag(5)
        .item("DataTime", String.format("20260101%02d0000", hour))
        .factor("a21026", "Avg", "12.3", "Flag", "N")
        .toFrame();
  }
}
