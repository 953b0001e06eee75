package io.touchline.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C and SIGTERM as a request to stop in order; the second one ends the process at once. A
 * shutdown hook could not tell the second from the first, nor leave the exit code to the command.
 *
 * <p>The signal class is reached by reflection: it is in every JDK, and no compiler lets it pass
 * without a warning.
 */
public final class StopSignals {

  private static final Logger log = LoggerFactory.getLogger(StopSignals.class);
  private static final String[] SIGNALS = {"INT", "TERM", "HUP"};
  private static final int FORCED = 130;

  private final CountDownLatch asked = new CountDownLatch(1);

  /** From now on in the process; a JVM that cannot do so ends at the first signal as ever. */
  public void install() {
    for (String name : SIGNALS) {
      try {
        handle(name);
      } catch (ReflectiveOperationException | RuntimeException e) {
        log.atWarn().addKeyValue("signal", name).setCause(e).log("signal not handled");
      }
    }
  }

  private void handle(String name) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    InvocationHandler stop =
        (proxy, method, arguments) -> {
          if (method.getName().equals("handle")) {
            ask();
            return null;
          }
          return method.getName().equals("equals") ? proxy == arguments[0] : hashCode();
        };
    Object proxy =
        Proxy.newProxyInstance(StopSignals.class.getClassLoader(), new Class<?>[] {handler}, stop);
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
  }

  /** Asks to stop; whoever asks a second time means it. */
  public void ask() {
    if (asked.getCount() == 0) {
      Runtime.getRuntime().halt(FORCED);
    }
    asked.countDown();
  }

  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits for the request, and says whether it came in time. */
  public boolean await(long millis) throws InterruptedException {
    return asked.await(millis, TimeUnit.MILLISECONDS);
  }
}
