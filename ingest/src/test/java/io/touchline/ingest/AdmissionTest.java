package io.touchline.ingest;

import static io.touchline.ingest.Admission.Decision.ADMITTED;
import static io.touchline.ingest.Admission.Decision.TOO_MANY_FROM_ADDRESS;
import static io.touchline.ingest.Admission.Decision.TOO_MANY_IN_ALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private final InetAddress one = address(1);
  private final InetAddress two = address(2);
  private final Admission admission = new Admission(new GatewaySettings.Connections(3, 2));

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

  private static InetAddress address(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
