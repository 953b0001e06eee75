package io.touchline.app.demo;

import io.touchline.app.StopSignals;
import io.touchline.app.Texts;
import io.touchline.fleet.demo.FleetProgress;
import java.io.PrintWriter;
import java.time.Duration;

/** Says how the fleet gets on while a demo runs: a living line on a terminal, else few lines. */
final class Watch {

  private static final long LOOK_MILLIS = 500;
  private static final long LINES_APART = Duration.ofSeconds(10).toNanos();
  private static final String REWRITE = "\r\u001b[K";

  private final Demo demo;
  private final StopSignals signals;
  private final PrintWriter out;
  private final boolean living;
  private long saidAt;
  private boolean saidLive;

  Watch(Demo demo, StopSignals signals, PrintWriter out, boolean headless) {
    this.demo = demo;
    this.signals = signals;
    this.out = out;
    this.living = !headless && Boolean.getBoolean("touchline.terminal");
    this.saidAt = System.nanoTime();
  }

  /**
   * Waits for the time to pass or for a request to stop.
   *
   * @param time null for no end
   * @return whether a part of the demo gave up meanwhile
   */
  boolean until(Duration time) throws InterruptedException {
    long begun = System.nanoTime();
    boolean failed = false;
    while (!signals.await(LOOK_MILLIS)) {
      if (time != null && System.nanoTime() - begun >= time.toNanos()) {
        break;
      }
      if (demo.hasFailed()) {
        out.println(Texts.get("demo.failed"));
        failed = true;
        break;
      }
      say();
    }
    if (living) {
      out.println();
    }
    return failed;
  }

  private void say() {
    FleetProgress progress = demo.progress();
    if (progress == null) {
      return;
    }
    if (living) {
      out.print(REWRITE + line(progress));
      out.flush();
    } else if (System.nanoTime() - saidAt >= LINES_APART || (progress.isLive() && !saidLive)) {
      saidAt = System.nanoTime();
      out.println(line(progress));
    }
    saidLive |= progress.isLive();
  }

  private static String line(FleetProgress progress) {
    String far =
        progress.isLive()
            ? Texts.get("demo.live")
            : Texts.get(
                "demo.history",
                Long.toString(progress.historyAcknowledged()),
                Long.toString(progress.history()));
    return Texts.get(
        "demo.progress",
        Integer.toString(progress.connected()),
        Integer.toString(progress.outlets()),
        Long.toString(progress.count().acknowledged()),
        far);
  }
}
