package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.Reason;
import io.touchline.hj212.Verdict;
import io.touchline.ingest.limit.Allowance;
import io.touchline.ingest.limit.LockOuts;
import io.touchline.ingest.limit.Origin;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two wrong passwords lock for ten seconds; five pieces are too many for a stranger. */
class VettingTest {

  private static final int QUARANTINE_BURST = 20_000;

  private final MockTicker ticker = Ticker.newMockTicker();
  private final GatewayMeters meters =
      new GatewayMeters(
          new Admission(GatewaySettings.Connections.defaults()),
          new Backpressure(GatewaySettings.defaults(), ticker));
  private final Doorkeeper doorkeeper =
      new Doorkeeper(
          new GatewaySettings.Strangers(
              5,
              Duration.ofMinutes(1),
              new LockOuts.Rule(2, Duration.ofSeconds(10), Duration.ofMinutes(1)),
              new Allowance(1_000, QUARANTINE_BURST),
              1_000),
          meters,
          ticker);
  private final Vetting vetting = from(1);

  @Test
  void whoShowsARightPasswordIsNoStranger() {
    assertThat(vetting.isStranger()).isTrue();
    assertThat(vetting.vet(good())).isInstanceOf(Checked.Good.class);
    assertThat(vetting.isStranger()).isFalse();
  }

  @Test
  void fiveWrongPiecesAreTooManyOfAStranger() {
    for (int i = 0; i < 4; i++) {
      vetting.vet(garbage());
      assertThat(vetting.isTooStrange()).isFalse();
    }
    vetting.vet(garbage());
    assertThat(vetting.isTooStrange()).isTrue();
  }

  @Test
  void whoHasShownItselfMaySendAnyNumberOfWrongPieces() {
    vetting.vet(good());
    for (int i = 0; i < 1_000; i++) {
      vetting.vet(garbage());
    }
    assertThat(vetting.isTooStrange()).isFalse();
  }

  @Test
  void theRightPasswordIsNotBelievedWhileTheMnIsLockedOutForTheAddress() {
    vetting.vet(wrongPassword());
    vetting.vet(wrongPassword());

    assertThat(reasonOf(vetting.vet(good()))).isEqualTo(QuarantineReason.LOCKED_OUT);
    assertThat(reasonOf(from(1).vet(good()))).isEqualTo(QuarantineReason.LOCKED_OUT);
    assertThat(vetting.isStranger()).isTrue();
    ticker.advance(10, TimeUnit.SECONDS);
    assertThat(vetting.vet(good())).isInstanceOf(Checked.Good.class);
  }

  @Test
  void nobodyLocksOutAStationFromAnotherAddress() {
    vetting.vet(wrongPassword());
    vetting.vet(wrongPassword());

    assertThat(from(2).vet(good())).isInstanceOf(Checked.Good.class);
  }

  @Test
  void aConnectionThatHasShownItsMnKeepsItThroughALockOut() {
    vetting.vet(good());
    Vetting attacker = from(1);
    attacker.vet(wrongPassword());
    attacker.vet(wrongPassword());

    assertThat(vetting.vet(good())).isInstanceOf(Checked.Good.class);
    assertThat(reasonOf(attacker.vet(good()))).isEqualTo(QuarantineReason.LOCKED_OUT);
  }

  @Test
  void anMnThatIsNotRegisteredIsNotLockedOutButKeptUnderItsOwnReason() {
    for (int i = 0; i < 10; i++) {
      assertThat(reasonOf(vetting.vet(bad(QuarantineReason.UNKNOWN_MN))))
          .isEqualTo(QuarantineReason.UNKNOWN_MN);
    }
    assertThat(vetting.vet(good())).isInstanceOf(Checked.Good.class);
  }

  @Test
  void aCertificateSpeaksForTheMnsItNamesAlone() {
    vetting.certifiedFor(Set.of("ANOTHER"));
    assertThat(reasonOf(vetting.vet(good()))).isEqualTo(QuarantineReason.FOREIGN_MN);

    vetting.certifiedFor(Set.of("ANOTHER", Frames.MN));
    assertThat(vetting.vet(good())).isInstanceOf(Checked.Good.class);
  }

  @Test
  void anAddressRestsWhenItHasPutTooMuchIntoQuarantineOverWhicheverConnection() {
    int cost = Backpressure.costOf(garbage().piece().bytes());
    long rest = 0;
    for (int used = 0; used < QUARANTINE_BURST; used += cost) {
      assertThat(rest).isZero();
      rest = from(1).restAfter(garbage());
    }
    assertThat(rest).isPositive().isLessThanOrEqualTo(TimeUnit.SECONDS.toNanos(cost) / 1_000);
    assertThat(from(2).restAfter(garbage())).isZero();
  }

  @Test
  void aGuessedPasswordCostsMoreThanAnyOtherWrongPiece() {
    assertThat(piecesUntilRest(1, bad(QuarantineReason.BAD_CRC)))
        .isGreaterThan(10 * piecesUntilRest(2, wrongPassword()));
  }

  private int piecesUntilRest(int address, Checked piece) {
    int pieces = 1;
    while (from(address).restAfter(piece) == 0) {
      pieces++;
    }
    return pieces;
  }

  private Vetting from(int address) {
    try {
      return new Vetting(
          doorkeeper, Origin.of(InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) address})));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static QuarantineReason reasonOf(Checked checked) {
    return ((Checked.Bad) checked).reason();
  }

  private static Checked good() {
    byte[] frame = Frames.minute(Frames.qn(1));
    Verdict.Accepted accepted = (Verdict.Accepted) new FrameDecoder().decode(frame);
    return new Checked.Good(
        new Piece.Candidate(frame, 0),
        accepted.packet(),
        new Station(Frames.PW),
        Manner.of(accepted.diagnoses()));
  }

  private static Checked wrongPassword() {
    return bad(QuarantineReason.WRONG_PASSWORD);
  }

  private static Checked bad(QuarantineReason reason) {
    return new Checked.Bad(new Piece.Candidate(new byte[40], 0), Frames.MN, reason, "");
  }

  private static Checked garbage() {
    return new Checked.Bad(
        new Piece.Garbage(new byte[1_000], 0, Reason.NO_HEADER, 1, 1),
        null,
        QuarantineReason.NO_HEADER,
        "");
  }
}
