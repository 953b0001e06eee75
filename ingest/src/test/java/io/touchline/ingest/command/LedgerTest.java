package io.touchline.ingest.command;

import static io.touchline.contract.CommandResultRecord.State.DONE;
import static io.touchline.contract.CommandResultRecord.State.SENT;
import static io.touchline.contract.CommandResultRecord.State.TAKEN;
import static io.touchline.ingest.command.Samples.EAST;
import static io.touchline.ingest.command.Samples.MN;
import static io.touchline.ingest.command.Samples.NOON;
import static io.touchline.ingest.command.Samples.command;
import static io.touchline.ingest.command.Samples.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.CommandRecord.Origin;
import io.touchline.hj212.CommandCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private final Ledger ledger = new Ledger(Duration.ofHours(24));

  @Test
  void aSecondRecordOfTheSameIdChangesNothingNeitherBeforeNorAfterTheEnd() {
    assertThat(take("c1")).isNotNull();
    assertThat(ledger.apply(command("c1"), NOON)).isEmpty();

    ledger.apply(step("c1", DONE, EAST, 1));

    assertThat(ledger.apply(command("c1"), NOON)).isEmpty();
    assertThat(ledger.size()).isZero();
    assertThat(ledger.of(MN)).isEmpty();
  }

  @Test
  void stepsThatAreReadBeforeTheirCommandCount() {
    ledger.apply(step("c1", TAKEN, EAST, 0));
    ledger.apply(step("c1", SENT, EAST, 0));

    assertThat(take("c1").standing()).isInstanceOf(Standing.Sent.class);
  }

  @Test
  void personsComeFirstAndThenWhoAskedFirst() {
    Tracked gap = take("gap", Origin.GAP);
    Tracked clock = take("clock", Origin.CLOCK);
    Tracked person = take("person", Origin.PERSON);

    assertThat(ledger.hasTurn(person)).isTrue();
    assertThat(ledger.hasTurn(gap)).isFalse();
    ledger.apply(step("person", DONE, EAST, 1));

    assertThat(ledger.hasTurn(gap)).isTrue();
    assertThat(ledger.hasTurn(clock)).isFalse();
  }

  @Test
  void oneAtATimeEvenForAPerson() {
    take("gap", Origin.GAP);
    ledger.apply(step("gap", TAKEN, EAST, 0));

    assertThat(ledger.hasTurn(take("person", Origin.PERSON))).isFalse();
  }

  @Test
  void aClaimJustWrittenKeepsOthersWaiting() {
    take("gap", Origin.GAP).claim();

    assertThat(ledger.hasTurn(take("person", Origin.PERSON))).isFalse();
  }

  @Test
  void aCommandLivesNoLongerThanIsReadBack() {
    Ledger brief = new Ledger(Duration.ofMinutes(5));

    assertThat(brief.apply(command("c1"), NOON).orElseThrow().endsAt())
        .isEqualTo(NOON.plus(Duration.ofMinutes(5)));
  }

  private Tracked take(String id) {
    return ledger.apply(command(id), NOON).orElseThrow();
  }

  private Tracked take(String id, Origin origin) {
    return ledger.apply(command(id, CommandCode.DEVICE_TIME, origin), NOON).orElseThrow();
  }
}
