package io.touchline.fleet.logger;

import io.touchline.domain.ChinaTime;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.DataTimes;
import java.util.concurrent.CompletableFuture;

/**
 * How a logger of 2025 joins: 1001 with its serials and no MN, 1002 from the centre gives the MN,
 * 1014 asks for a key, 1014 from the centre gives it. The order is inferred from HJ 212-2025 C.2,
 * C.3, C.7 and C.8 at second hand. On the event loop.
 */
final class Joining {

  /** How far it is. */
  sealed interface State {
    /** Has an MN, and what key it needs. */
    record Joined() implements State {}

    /** 1001 goes out with each new connection until 1002 comes. */
    record Nameless() implements State {}

    /** Has an MN and waits for a key. */
    record Keyless() implements State {}
  }

  private final Device device;
  private final Deliveries deliveries;
  private State state;

  /** The notice that is on its way, null before the first. */
  private CompletableFuture<Void> notice;

  Joining(Device device, Deliveries deliveries) {
    this.device = device;
    this.deliveries = deliveries;
    boolean nameless = device.identity().mn().isEmpty();
    this.state = nameless ? new State.Nameless() : new State.Joined();
    if (nameless) {
      deliveries.hold();
    }
  }

  void connected() {
    if (state instanceof State.Nameless) {
      say(Notice.serials(device.personality().serials()));
    } else if (state instanceof State.Keyless) {
      askKey();
    }
  }

  /** A request of this command code was dealt with. */
  void heard(String commandCode) {
    if (state instanceof State.Nameless
        && commandCode.equals(CommandCode.SET_MN.cn())
        && !device.identity().mn().isEmpty()) {
      state = new State.Keyless();
      askKey();
    } else if (state instanceof State.Keyless && device.configuration().key() != null) {
      state = new State.Joined();
      deliveries.release();
    }
  }

  private void askKey() {
    String now = DataTimes.formatMilli(ChinaTime.civil(device.clock().instant()));
    say(Notice.wantsKey(now));
  }

  /** One that is not answered yet goes out again by itself. */
  private void say(Notice what) {
    if (notice == null || notice.isDone()) {
      notice = deliveries.send(what);
    }
  }
}
