package io.touchline.app.demo;

import io.touchline.app.Texts;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts one thing after the other, says so with the time it took, and stops them in the reverse
 * order. What does not stop is logged and does not keep the others from stopping.
 */
final class Steps implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Steps.class);
  private static final double NANOS = 1e9;

  private record Running(String name, AutoCloseable thing) {}

  private final PrintWriter out;
  private final Deque<Running> running = new ArrayDeque<>();

  Steps(PrintWriter out) {
    this.out = out;
  }

  /**
   * Starts a thing that is stopped later.
   *
   * @param name key of the texts {@code demo.step.*}
   * @param where what to say of it once it runs
   */
  <T extends AutoCloseable> T start(String name, Supplier<T> starter, Function<T, String> where) {
    long begun = System.nanoTime();
    T thing = starter.get();
    running.push(new Running(name, thing));
    say(name, begun, where.apply(thing));
    return thing;
  }

  /** Does a thing that is over once done. */
  void run(String name, Supplier<String> work) {
    long begun = System.nanoTime();
    say(name, begun, work.get());
  }

  /** Something already started, to be stopped in its turn. */
  void toStop(String name, AutoCloseable thing) {
    running.push(new Running(name, thing));
  }

  private void say(String name, long begun, String where) {
    double seconds = (System.nanoTime() - begun) / NANOS;
    String time = String.format(Locale.ROOT, "%5.1f s", seconds);
    out.println("  " + time + "  " + Texts.get("demo.step." + name) + "  " + where);
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      Running last = running.pop();
      try {
        last.thing().close();
      } catch (Exception e) {
        log.atError().addKeyValue("what", last.name()).setCause(e).log("did not stop in order");
      }
    }
  }
}
