package io.touchline.ingest;

import static io.touchline.ingest.Admission.Decision.ADMITTED;
import static io.touchline.ingest.Admission.Decision.NETWORK_NOT_ALLOWED;
import static io.touchline.ingest.Admission.Decision.TOO_FAST_FROM_ADDRESS;
import static io.touchline.ingest.Admission.Decision.TOO_MANY_FROM_ADDRESS;
import static io.touchline.ingest.Admission.Decision.TOO_MANY_IN_ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import io.touchline.ingest.limit.Allowance;
import io.touchline.ingest.limit.Network;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Three in all, two from an address; two opened a second, four at once. */
class AdmissionTest {

  private final InetAddress one = address(1);
  private final InetAddress two = address(2);
  private final MockTicker ticker = Ticker.newMockTicker();
  private final Admission admission = admission(List.of());

  @Test
  void oneTooManyFromAnAddressIsRefusedAndOthersAreNot() {
    admission.enter(one);
    admission.enter(one);

    assertThat(admission.enter(one)).isEqualTo(TOO_MANY_FROM_ADDRESS);
    assertThat(admission.enter(two)).isEqualTo(ADMITTED);
    assertThat(admission.open()).isEqualTo(3);
  }

  @Test
  void oneTooManyInAllIsRefused() {
    admission.enter(one);
    admission.enter(one);
    admission.enter(two);

    assertThat(admission.enter(two)).isEqualTo(TOO_MANY_IN_ALL);
    assertThat(admission.open()).isEqualTo(3);
  }

  @Test
  void whoLeavesMakesRoomAndIsForgotten() {
    admission.enter(one);
    admission.enter(one);
    admission.leave(one);

    assertThat(admission.enter(one)).isEqualTo(ADMITTED);
    admission.leave(one);
    admission.leave(one);
    assertThat(admission.open()).isZero();
    assertThat(admission.addresses()).isZero();
  }

  @Test
  void whoOpensThemTooFastIsRefusedUntilItHasRested() {
    for (int i = 0; i < 4; i++) {
      assertThat(admission.enter(one)).isEqualTo(ADMITTED);
      admission.leave(one);
    }
    admission.enter(one);
    admission.leave(one);

    assertThat(admission.enter(one)).isEqualTo(TOO_FAST_FROM_ADDRESS);
    assertThat(admission.enter(two)).isEqualTo(ADMITTED);
    assertThat(admission.open()).isEqualTo(1);
    ticker.advance(500, TimeUnit.MILLISECONDS);
    assertThat(admission.enter(one)).isEqualTo(ADMITTED);
  }

  @Test
  void aFloodIsOverWhenItIsOver() {
    for (int i = 0; i < 100_000; i++) {
      if (admission.enter(one) == ADMITTED) {
        admission.leave(one);
      }
    }
    ticker.advance(500, TimeUnit.MILLISECONDS);

    assertThat(admission.enter(one)).isEqualTo(ADMITTED);
  }

  @Test
  void whoIsOfNoAllowedNetworkIsRefusedAndCountsNowhere() {
    Admission choosy = admission(List.of(Network.of("10.0.0.2"), Network.of("10.1.0.0/16")));

    assertThat(choosy.enter(one)).isEqualTo(NETWORK_NOT_ALLOWED);
    assertThat(choosy.enter(two)).isEqualTo(ADMITTED);
    assertThat(choosy.open()).isEqualTo(1);
    assertThat(choosy.addresses()).isEqualTo(1);
  }

  private Admission admission(List<Network> networks) {
    return new Admission(
        new GatewaySettings.Connections(3, 2, new Allowance(2, 4), networks), ticker);
  }

  private static InetAddress address(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
