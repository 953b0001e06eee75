package io.touchline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.CommandResultRecord.State;
import io.touchline.contract.StationDialect;
import io.touchline.fleet.logger.DataLogger;
import io.touchline.fleet.logger.LoggerPersonality;
import io.touchline.fleet.logger.Reaction;
import io.touchline.fleet.misbehaviour.Habits;
import io.touchline.fleet.misbehaviour.Misbehaviour;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Edition;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands through the topics to simulated loggers and back, over real gateways. */
class DialogsIT extends DialogScene {

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aClockThatIsOffIsReadAndSetInEveryEdition(Edition edition) {
    register(null);
    DataLogger logger =
        connected(personality(edition).withClockOffset(Duration.ofMinutes(7)), Habits.none(), east);

    CommandResultRecord read = outcome(command(CommandCode.DEVICE_TIME, Map.of()));
    CommandResultRecord set = outcome(command(CommandCode.SET_TIME, Map.of()));

    assertThat(read.state()).isEqualTo(State.DONE);
    assertThat(read.values().get("SystemTime")).hasSize(14);
    assertThat(set.state()).isEqualTo(State.DONE);
    assertThat(set.exeRtn()).isEqualTo(1);
    assertThat(logger.clock().offset().abs()).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void aLoggerThatAsksForTheTimeIsGivenItWhereItsProfileAllows() {
    register(new StationDialect(null, null, null, null, null, null, null, true, null));
    DataLogger logger =
        connected(
            personality(Edition.V2017)
                .withClockOffset(Duration.ofHours(-1))
                .withGreetings(false, true),
            Habits.none(),
            east);

    await()
        .atMost(SOON)
        .until(() -> logger.clock().offset().abs().compareTo(Duration.ofSeconds(30)) < 0);
  }

  @ParameterizedTest
  @CsvSource({
    "V2005, SET_REALTIME_INTERVAL, RtdInterval=60, 60, 10",
    "V2017, SET_REALTIME_INTERVAL, RtdInterval=60, 60, 10",
    "V2025, SET_MINUTE_INTERVAL, MinInterval=5, 30, 5",
  })
  void anIntervalIsSetAndReadBack(
      Edition edition, CommandCode code, String field, int seconds, int minutes) {
    register(null);
    DataLogger logger = connected(personality(edition), Habits.none(), east);

    assertThat(outcome(command(code, fields(field))).state()).isEqualTo(State.DONE);
    CommandResultRecord read = outcome(command(CommandCode.REALTIME_INTERVAL, Map.of()));

    assertThat(logger.configuration().realTimeSeconds()).isEqualTo(seconds);
    assertThat(logger.configuration().minuteMinutes()).isEqualTo(minutes);
    assertThat(read.values()).containsEntry("RtdInterval", Integer.toString(seconds));
  }

  @Test
  void aNewPasswordIsUsedFromThenOnAndTakenOnceItIsRegistered() {
    register(null);
    DataLogger logger = connected(personality(Edition.V2017), Habits.none(), east);

    assertThat(outcome(command(CommandCode.SET_PASSWORD, Map.of("NewPW", "654321"))).state())
        .isEqualTo(State.DONE);
    centre.register(Centre.stack(mn, "654321", null));

    logger.send(hour(1)).orTimeout(60, TimeUnit.SECONDS).join();
    assertThat(logger.configuration().identity().password()).isEqualTo("654321");
  }

  @ParameterizedTest
  @CsvSource({"V2005, true", "V2017, true", "V2017, false", "V2025, true"})
  void hoursThatWereNeverSentAreAskedForAndKept(Edition edition, boolean asks) {
    register(null);
    LoggerPersonality personality = personality(edition);
    connected(asks ? personality : personality.withUnaskingHistory(), Habits.none(), east);
    for (int at = 1; at <= 5; at++) {
      memory.remember(hour(at));
    }
    memory.lose("2061", HOUR.plus(Duration.ofHours(3)), HOUR.plus(Duration.ofHours(4)));

    CommandResultRecord result = outcome(command(CommandCode.HOUR, hours(2, 5)));

    assertThat(result.state()).isEqualTo(State.DONE);
    assertThat(result.frames()).isEqualTo(3);
    await().atMost(SOON).until(() -> packets("CN=2061").size() == 4);
    assertThat(packets("DataTime=20261120100000")).hasSize(1);
    assertThat(packets("DataTime=20261120110000")).isEmpty();
  }

  @Test
  void whatALoggerNeverMeasuredIsNoData() {
    register(null);
    connected(personality(Edition.V2017), Habits.none(), east);

    CommandResultRecord result = outcome(command(CommandCode.HOUR, hours(2, 5)));

    assertThat(result.state()).isEqualTo(State.NO_DATA);
    assertThat(result.exeRtn()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "refuse, REFUSED, 1",
    "fail, FAILED, 1",
    "ignore once, DONE, 2",
    "ignore, UNANSWERED, 3",
    "never finish, UNKNOWN, 1",
    "dawdle, DONE, 1",
    "skip acceptance, DONE, 1",
    "accept twice, DONE, 1",
  })
  void whateverALoggerMakesOfACommandItsOutcomeIsTold(String reaction, State state, int attempts) {
    register(null);
    DataLogger logger = connected(personality(Edition.V2017), Habits.none(), east);
    logger.reactTo(
        CommandCode.SET_REALTIME_INTERVAL.cn(),
        switch (reaction) {
          case "refuse" -> new Reaction.Refuse(2);
          case "fail" -> new Reaction.Fail(3);
          case "ignore once" -> new Reaction.Ignore(1);
          case "ignore" -> new Reaction.Ignore(99);
          case "never finish" -> new Reaction.NeverFinish();
          case "dawdle" -> new Reaction.Dawdle(Duration.ofSeconds(1));
          case "skip acceptance" -> new Reaction.SkipAcceptance();
          default -> new Reaction.AcceptTwice();
        });

    CommandResultRecord result =
        outcome(command(CommandCode.SET_REALTIME_INTERVAL, fields("RtdInterval=60")));

    assertThat(result.state()).isEqualTo(state);
    assertThat(result.attempt()).isEqualTo(attempts);
    assertThat(result.qnRtn())
        .isEqualTo(
            switch (reaction) {
              case "refuse" -> Integer.valueOf(2);
              case "ignore", "skip acceptance" -> null;
              default -> Integer.valueOf(1);
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = Misbehaviour.class,
      names = {
        "ANSWERS_AS_STATION",
        "ANSWERS_ASK",
        "ANSWERS_OTHER_QN",
        "ANSWERS_9014_FOR_9013",
        "ANSWERS_ANSWERS",
        "CRC_LOWER_CASE",
        "NO_CRLF",
        "BYTE_BY_BYTE",
        "CUT_ANYWHERE",
        "TWO_IN_ONE_WRITE",
      })
  void aLoggerThatMisbehavesIsSetAndAskedAllTheSame(Misbehaviour misbehaviour) {
    register(null);
    DataLogger logger = connected(personality(Edition.V2017), Habits.always(misbehaviour), east);
    memory.remember(hour(1));

    assertThat(outcome(command(CommandCode.SET_REALTIME_INTERVAL, fields("RtdInterval=60"))))
        .extracting(CommandResultRecord::state)
        .isEqualTo(State.DONE);
    assertThat(outcome(command(CommandCode.HOUR, hours(1, 1))).frames()).isEqualTo(1);
    assertThat(outcome(command(CommandCode.STOP_REALTIME, Map.of())).state()).isEqualTo(State.DONE);
    assertThat(logger.configuration().realTimeSeconds()).isEqualTo(60);
    assertThat(logger.configuration().realTime()).isFalse();
  }

  @Test
  void aLoggerWithAnotherCheckCodeIsUnderstoodInItsDialect() {
    register(new StationDialect(CheckMode.MODBUS, null, null, null, null, null, null, null, null));
    connected(personality(Edition.V2017), Habits.always(Misbehaviour.CRC_MODBUS), east);
    memory.remember(hour(1));

    CommandResultRecord result = outcome(command(CommandCode.HOUR, hours(1, 1)));

    assertThat(result.state()).isEqualTo(State.DONE);
    assertThat(result.frames()).isEqualTo(1);
  }

  @Test
  void ofTwoGatewaysTheOneThatHasTheLoggerAsksItAndTheOtherAfterItMoved() {
    register(null);
    DataLogger first = connected(personality(Edition.V2017), Habits.none(), west);

    String one = command(CommandCode.DEVICE_TIME, Map.of());
    assertThat(outcome(one).gateway()).isEqualTo("west");
    first.stop().join();
    connected(personality(Edition.V2017), Habits.none(), east);
    String other = command(CommandCode.DEVICE_TIME, Map.of());

    assertThat(outcome(other)).matches(result -> result.state() == State.DONE);
    assertThat(outcome(other).gateway()).isEqualTo("east");
    assertThat(Stream.of(one, other).map(this::steps))
        .allSatisfy(
            steps ->
                assertThat(steps.stream().filter(step -> step.state() == State.SENT)).hasSize(1));
  }
}
