package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackpressureTest {

  private static final int KIB = 1024;

  private final MockTicker ticker = Ticker.newMockTicker();
  private final Backpressure backpressure =
      new Backpressure(
          GatewaySettings.defaults().with(new GatewaySettings.InFlight(64 * KIB, KIB)), ticker);

  @Test
  void closesAboveHalfTheBudgetAndOpensAtAQuarter() {
    backpressure.take(32 * KIB);
    assertThat(backpressure.isOpen()).isTrue();
    backpressure.take(KIB);
    assertThat(backpressure.isOpen()).isFalse();

    backpressure.giveBack(16 * KIB, true);
    assertThat(backpressure.isOpen()).isFalse();
    backpressure.giveBack(KIB, true);

    assertThat(backpressure.isOpen()).isTrue();
  }

  @Test
  void givesNoMoreThanTheWholeBudget() {
    assertThat(backpressure.take(64 * KIB)).isTrue();

    assertThat(backpressure.take(1)).isFalse();
    assertThat(backpressure.bytesInFlight()).isEqualTo(64 * KIB);
    assertThat(backpressure.recordsInFlight()).isEqualTo(1);
  }

  @Test
  void closesWhenNothingIsStoredForAWhileAndOpensWhenSomethingIs() {
    backpressure.take(KIB);
    backpressure.take(KIB);
    pass(2_001);
    assertThat(backpressure.isOpen()).isFalse();

    backpressure.giveBack(KIB, true);

    assertThat(backpressure.isOpen()).isTrue();
  }

  @Test
  void staysClosedWhenOneOfSeveralFailsAndOpensWhenAllHave() {
    backpressure.take(KIB);
    backpressure.take(KIB);
    pass(2_001);

    backpressure.giveBack(KIB, false);
    assertThat(backpressure.isOpen()).isFalse();
    backpressure.giveBack(KIB, false);

    assertThat(backpressure.isOpen()).isTrue();
  }

  @Test
  void aQuietGatewayIsNotStalled() {
    pass(60_000);
    backpressure.take(KIB);
    pass(1_999);

    assertThat(backpressure.isOpen()).isTrue();
  }

  @Test
  void progressKeepsItOpenHoweverLongRecordsAreUnderWay() {
    backpressure.take(KIB);
    for (int i = 0; i < 10; i++) {
      backpressure.take(KIB);
      pass(1_500);
      backpressure.giveBack(KIB, true);
    }

    assertThat(backpressure.isOpen()).isTrue();
  }

  private void pass(long millis) {
    ticker.advance(millis, TimeUnit.MILLISECONDS);
    backpressure.reconsider();
  }
}
