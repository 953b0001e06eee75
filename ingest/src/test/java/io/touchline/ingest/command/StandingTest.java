package io.touchline.ingest.command;

import static io.touchline.contract.CommandResultRecord.State.ACCEPTED;
import static io.touchline.contract.CommandResultRecord.State.DONE;
import static io.touchline.contract.CommandResultRecord.State.RELEASED;
import static io.touchline.contract.CommandResultRecord.State.SENT;
import static io.touchline.contract.CommandResultRecord.State.TAKEN;
import static io.touchline.contract.CommandResultRecord.State.UNKNOWN;
import static io.touchline.ingest.command.Samples.EAST;
import static io.touchline.ingest.command.Samples.EAST_ANEW;
import static io.touchline.ingest.command.Samples.WEST;
import static io.touchline.ingest.command.Samples.at;
import static io.touchline.ingest.command.Samples.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.CommandResultRecord.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingTest {

  @Test
  void ofTwoClaimsTheFirstInTheLogStands() {
    assertThat(holderAfter(step(TAKEN, EAST, 0), step(TAKEN, WEST, 0))).isEqualTo(EAST);
  }

  @Test
  void aClaimThatNothingFollowsIsFreeAgainAfterItsLease() {
    assertThat(holderAfter(step(TAKEN, EAST, 0), step(TAKEN, WEST, 14))).isEqualTo(EAST);
    assertThat(holderAfter(step(TAKEN, EAST, 0), step(TAKEN, WEST, 15))).isEqualTo(WEST);
  }

  @Test
  void aGatewayStartedAnewTakesItsOwnClaimAtOnce() {
    assertThat(holderAfter(step(TAKEN, EAST, 0), step(TAKEN, EAST_ANEW, 1))).isEqualTo(EAST_ANEW);
  }

  @Test
  void aSentOfOneWhoLostItsClaimCountsForNothing() {
    Standing standing = after(step(TAKEN, EAST, 0), step(TAKEN, WEST, 15), step(SENT, EAST, 15));

    assertThat(standing).isInstanceOf(Standing.Taken.class);
    assertThat(holder(standing)).isEqualTo(WEST);
  }

  @Test
  void whatWasSentIsNotTakenAgainWhateverTimePasses() {
    Standing standing = after(step(TAKEN, EAST, 0), step(SENT, EAST, 1), step(TAKEN, WEST, 999));

    assertThat(standing).isInstanceOf(Standing.Sent.class);
    assertThat(holder(standing)).isEqualTo(EAST);
  }

  @Test
  void anotherGatewayGivesBackOnlyWhatIsOrphaned() {
    CommandResultRecord[] sent = {step(TAKEN, EAST, 0), step(SENT, EAST, 1)};

    assertThat(after(sent).after(step(RELEASED, WEST, 30))).isInstanceOf(Standing.Sent.class);
    assertThat(after(sent).after(step(RELEASED, WEST, 31))).isInstanceOf(Standing.Open.class);
    assertThat(after(sent).after(step(RELEASED, EAST_ANEW, 2))).isInstanceOf(Standing.Open.class);
    assertThat(after(sent).after(step(ACCEPTED, EAST, 20)).after(step(RELEASED, WEST, 31)))
        .isInstanceOf(Standing.Sent.class);
  }

  @Test
  void theFirstEndStandsAndNothingFollowsIt() {
    Standing standing =
        after(
            step(TAKEN, EAST, 0),
            step(SENT, EAST, 0),
            step(UNKNOWN, WEST, 60),
            step(DONE, EAST, 61),
            step(TAKEN, WEST, 62));

    assertThat(standing).isEqualTo(new Standing.Ended(UNKNOWN));
  }

  @Test
  void takesAndAttemptsAreCountedOverAllWhoTried() {
    Standing standing =
        after(
            step(TAKEN, EAST, 0),
            step(SENT, EAST, 0),
            step(RELEASED, EAST, 1),
            step(TAKEN, WEST, 2));

    assertThat(standing).isEqualTo(new Standing.Taken(WEST, at(2), 1, 1));
  }

  /**
   * Two gateways that write whatever they like, in any order: the one that finds its SENT standing
   * is the only one that may send, until it is given back.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverTwoThinkThatTheyMaySend(long seed) {
    Random random = new Random(seed);
    State[] states = State.values();
    List<Standing.Holder> everybody = List.of(EAST, EAST_ANEW, WEST);
    for (int run = 0; run < 500; run++) {
      Standing standing = Standing.NEW;
      List<Standing.Holder> sending = new ArrayList<>();
      int second = 0;
      for (int i = 0; i < 40; i++) {
        second += random.nextInt(12);
        Standing.Holder who = everybody.get(random.nextInt(everybody.size()));
        State state = states[random.nextInt(4)];
        Standing before = standing;
        standing = standing.after(step(state, who, second));
        if (standing instanceof Standing.Sent sent && !(before instanceof Standing.Sent)) {
          assertThat(sent.holder()).as("seed %d", seed).isEqualTo(who);
          sending.add(who);
        }
        if (!(standing instanceof Standing.Sent)) {
          sending.clear();
        }
        assertThat(sending).as("seed %d", seed).hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  private static Standing after(CommandResultRecord... steps) {
    Standing standing = Standing.NEW;
    for (CommandResultRecord step : steps) {
      standing = standing.after(step);
    }
    return standing;
  }

  private static Standing.Holder holderAfter(CommandResultRecord... steps) {
    return holder(after(steps));
  }

  private static Standing.Holder holder(Standing standing) {
    return standing instanceof Standing.Taken taken
        ? taken.holder()
        : ((Standing.Sent) standing).holder();
  }
}
