package io.touchline.fleet.logger;

import io.netty.channel.EventLoop;
import io.touchline.domain.ChinaTime;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.DataTimes;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

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

    /** 1001 goes out until 1002 comes. */
    record Nameless() implements State {}

    /** Has an MN and waits for a key. */
    record Keyless() implements State {}
  }

  private final Device device;
  private final Deliveries deliveries;
  private final EventLoop loop;
  private State state;

  /** The notice that is on its way, null before the first. */
  private CompletableFuture<Void> notice;

  /** Asks once more; null while that is not due. */
  private Future<?> again;

  Joining(Device device, Deliveries deliveries, EventLoop loop) {
    this.device = device;
    this.deliveries = deliveries;
    this.loop = loop;
    boolean nameless = device.identity().mn().isEmpty();
    this.state = nameless ? new State.Nameless() : new State.Joined();
    if (nameless) {
      deliveries.hold();
    }
  }

  /** A new line: whatever is wanted is asked for on it. */
  void connected() {
    ask();
  }

  void stop() {
    if (again != null) {
      again.cancel(false);
    }
  }

  /** A request of this command code was dealt with. */
  void heard(String commandCode) {
    if (state instanceof State.Nameless
        && commandCode.equals(CommandCode.SET_MN.cn())
        && !device.identity().mn().isEmpty()) {
      state = new State.Keyless();
      ask();
    } else if (state instanceof State.Keyless && device.configuration().key() != null) {
      state = new State.Joined();
      deliveries.release();
    }
  }

  /**
   * Goes on asking: a centre takes note of a logger that it does not know, answers, and has nothing
   * to give it until it is registered.
   */
  private void ask() {
    if (state instanceof State.Joined) {
      return;
    }
    // One that is not answered yet goes out again by itself.
    if (notice == null || notice.isDone()) {
      notice = deliveries.send(wanted());
    }
    if (again == null) {
      long wait = device.configuration().overTime().toMillis();
      again = loop.schedule(this::askAgain, wait, TimeUnit.MILLISECONDS);
    }
  }

  private void askAgain() {
    again = null;
    ask();
  }

  private Notice wanted() {
    if (state instanceof State.Nameless) {
      return Notice.serials(device.personality().serials());
    }
    Instant now = device.clock().instant();
    return Notice.wantsKey(DataTimes.formatMilli(ChinaTime.civil(now)));
  }
}
