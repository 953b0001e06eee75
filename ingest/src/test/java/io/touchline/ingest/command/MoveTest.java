package io.touchline.ingest.command;

import static io.touchline.contract.CommandResultRecord.State.EXPIRED;
import static io.touchline.contract.CommandResultRecord.State.RELEASED;
import static io.touchline.contract.CommandResultRecord.State.SENT;
import static io.touchline.contract.CommandResultRecord.State.TAKEN;
import static io.touchline.contract.CommandResultRecord.State.UNANSWERED;
import static io.touchline.contract.CommandResultRecord.State.UNKNOWN;
import static io.touchline.ingest.command.Samples.EAST;
import static io.touchline.ingest.command.Samples.EAST_ANEW;
import static io.touchline.ingest.command.Samples.NOON;
import static io.touchline.ingest.command.Samples.WEST;
import static io.touchline.ingest.command.Samples.at;
import static io.touchline.ingest.command.Samples.command;
import static io.touchline.ingest.command.Samples.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.CommandRecord.Origin;
import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.CommandResultRecord.State;
import io.touchline.hj212.CommandCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What EAST does next about a command that ends at 1800 s. */
class MoveTest {

  private static final int END = 1800;

  @Test
  void aCommandIsTakenByWhoHoldsTheLoggerWhenItIsItsTurn() {
    assertThat(next(question(), here(1))).isEqualTo(new Move.Say(TAKEN, null));
    assertThat(next(question(), elsewhere(1))).isEqualTo(Move.WAIT);
    assertThat(next(question(), around(EAST, 1, true, false))).isEqualTo(Move.WAIT);
  }

  @Test
  void aCommandWithoutALoggerExpires() {
    assertThat(next(question(), elsewhere(END + 4))).isEqualTo(Move.WAIT);
    assertThat(state(next(question(), elsewhere(END + 5)))).isEqualTo(EXPIRED);
    assertThat(state(next(question(), here(END + 5)))).isEqualTo(EXPIRED);
  }

  @Test
  void oneThatWasSentAndGivenBackDoesNotExpireButIsUnknown() {
    Tracked command = question(step(TAKEN, WEST, 0), step(SENT, WEST, 0), step(RELEASED, WEST, 1));

    assertThat(state(next(command, elsewhere(END + 5)))).isEqualTo(UNKNOWN);
  }

  @Test
  void oneOwnClaimIsPreparedAndOnlyTheSentReadBackIsSent() {
    Tracked command = question(step(TAKEN, EAST, 0));
    assertThat(next(command, here(1))).isInstanceOf(Move.Prepare.class);

    command.apply(step(SENT, EAST, 1));
    assertThat(next(command, here(1))).isInstanceOf(Move.Send.class);
    command.begin();
    assertThat(next(command, here(1))).isEqualTo(Move.WAIT);
  }

  @Test
  void oneOwnClaimIsGivenBackWhenTheLoggerIsGoneOrTheTimeIsOver() {
    assertThat(state(next(question(step(TAKEN, EAST, 0)), elsewhere(1)))).isEqualTo(RELEASED);
    assertThat(state(next(question(step(TAKEN, EAST, 0)), here(END)))).isEqualTo(RELEASED);
  }

  @Test
  void theClaimOfAnotherIsTakenOverAfterItsLeaseByWhoHoldsTheLogger() {
    Tracked command = question(step(TAKEN, WEST, 0));

    assertThat(next(command, here(14))).isEqualTo(Move.WAIT);
    assertThat(state(next(command, here(15)))).isEqualTo(TAKEN);
    assertThat(next(command, elsewhere(15))).isEqualTo(Move.WAIT);
  }

  @Test
  void aGatewayStartedAnewTakesItsOwnOldClaimAtOnce() {
    Tracked command = question(step(TAKEN, EAST, 0));

    assertThat(state(next(command, around(EAST_ANEW, 5, true, true)))).isEqualTo(TAKEN);
  }

  @Test
  void whatAGatewaySentBeforeItWasStartedAnewIsAskedAgainIfThatDoesNoHarm() {
    CommandResultRecord[] sent = {step(TAKEN, EAST, 0), step(SENT, EAST, 0)};
    Move.Surroundings anew = around(EAST_ANEW, 5, false, false);

    assertThat(state(next(question(sent), anew))).isEqualTo(RELEASED);
    assertThat(state(next(tracked(CommandCode.MINUTE, sent), anew))).isEqualTo(RELEASED);
    assertThat(state(next(tracked(CommandCode.SET_TIME, sent), anew))).isEqualTo(RELEASED);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "CALIBRATE",
        "SAMPLE_NOW",
        "CLEAN",
        "COMPARE",
        "EXCEEDANCE_SAMPLE",
        "SET_SAMPLING",
        "SET_DEVICE",
        "RETAIN_SAMPLE",
        "START_CHECK",
        "SET_PASSWORD",
        "NEW_KEY"
      })
  void whatWorksOnHardwareOrSetsASecretIsNeverSentTwice(CommandCode code) {
    CommandResultRecord[] sent = {step(TAKEN, EAST, 0), step(SENT, EAST, 0)};

    assertThat(state(next(tracked(code, sent), around(EAST_ANEW, 5, true, true))))
        .isEqualTo(UNKNOWN);
    assertThat(state(next(tracked(code, sent), around(WEST, 30, true, true)))).isEqualTo(UNKNOWN);
  }

  @Test
  void theExchangeOfAnotherIsLeftAloneWhileItMayBeAlive() {
    Tracked command = question(step(TAKEN, WEST, 0), step(SENT, WEST, 0));

    assertThat(next(command, here(29))).isEqualTo(Move.WAIT);
    assertThat(next(command, elsewhere(30))).isEqualTo(Move.WAIT);
    assertThat(state(next(command, here(30)))).isEqualTo(RELEASED);
  }

  @Test
  void anExchangeThatNobodyHoldsEndsWhenItsPatienceIsOver() {
    Tracked command = tracked(CommandCode.CALIBRATE, step(TAKEN, WEST, 0), step(SENT, WEST, 0));

    assertThat(next(command, elsewhere(149))).isEqualTo(Move.WAIT);
    assertThat(state(next(command, elsewhere(150)))).isEqualTo(UNKNOWN);
  }

  @Test
  void aLoggerThatHangsUpOnARequestIsNotAskedForEver() {
    Tracked command = question();
    for (int i = 0; i < 5; i++) {
      command.apply(step(TAKEN, EAST, i));
      command.apply(step(SENT, EAST, i));
      command.apply(step(RELEASED, EAST, i));
    }

    assertThat(state(next(command, here(60)))).isEqualTo(UNANSWERED);
  }

  private static Move next(Tracked command, Move.Surroundings around) {
    return Move.next(command, around);
  }

  private static State state(Move move) {
    assertThat(move).isInstanceOf(Move.Say.class);
    return ((Move.Say) move).state();
  }

  private static Tracked question(CommandResultRecord... steps) {
    return tracked(CommandCode.DEVICE_TIME, steps);
  }

  private static Tracked tracked(CommandCode code, CommandResultRecord... steps) {
    Tracked tracked = new Tracked(command("c1", code, Origin.PERSON), at(END), 1, Standing.NEW);
    for (CommandResultRecord step : steps) {
      tracked.apply(step);
    }
    return tracked;
  }

  private static Move.Surroundings here(int second) {
    return around(EAST, second, true, true);
  }

  private static Move.Surroundings elsewhere(int second) {
    return around(EAST, second, false, true);
  }

  /** A gateway that was started at 3 s and waits 120 s for a result. */
  private static Move.Surroundings around(
      Standing.Holder me, int second, boolean held, boolean turn) {
    return new Move.Surroundings(
        me, NOON.plusSeconds(3), at(second), held, turn, Duration.ofMinutes(2));
  }
}
