package io.touchline.app.bench;

import io.touchline.app.Touchline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gateway role as people run it, and what its metrics say. */
final class GatewayProcess implements AutoCloseable {

  private final ChildJvm jvm;
  private final Metrics metrics;
  private final int port;

  private GatewayProcess(ChildJvm jvm, Metrics metrics, int port) {
    this.jvm = jvm;
    this.metrics = metrics;
    this.port = port;
  }

  /**
   * Starts one, on any free port unless the settings name one.
   *
   * @param settings beyond those that a scenario makes, or instead of them
   */
  static GatewayProcess start(
      String name, Path directory, String heap, String broker, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("TOUCHLINE_LANG", "en");
    environment.put("TOUCHLINE_KAFKA_BOOTSTRAP_SERVERS", broker);
    environment.put("TOUCHLINE_GATEWAY_NAME", name);
    environment.put("TOUCHLINE_GATEWAY_HOST", "127.0.0.1");
    environment.put("TOUCHLINE_GATEWAY_PORT", "0");
    environment.put("TOUCHLINE_METRICS_PORT", "0");
    environment.putAll(settings);
    ChildJvm jvm =
        ChildJvm.start(
            name, directory, List.of("-Xmx" + heap), environment, Touchline.class, "gateway");
    try {
      Metrics metrics = new Metrics(jvm.await("Metrics: "));
      String listens = jvm.await("The gateway listens at ");
      int port = Integer.parseInt(listens.replaceAll(".*:(\\d+)\\.", "$1"));
      return new GatewayProcess(jvm, metrics, port);
    } catch (RuntimeException e) {
      jvm.close();
      throw e;
    }
  }

  int port() {
    return port;
  }

  void kill() {
    jvm.kill();
  }

  void freeze(Duration duration) throws InterruptedException {
    jvm.freeze(duration);
  }

  Duration cpu() {
    return jvm.cpu();
  }

  double acknowledged() {
    return metrics.sum("touchline_gateway_frames_acknowledged_total", "");
  }

  double connections() {
    return metrics.sum("touchline_gateway_connections_open", "");
  }

  /** After a collection: what is in use, not what is set aside. */
  Memory memory() {
    collect();
    return new Memory(
        metrics.sum("jvm_memory_used_bytes", "area=\"heap\""),
        metrics.sum("jvm_buffer_memory_used_bytes", "id=\"direct\"")
            + metrics.sum("touchline_gateway_memory_direct_bytes", ""));
  }

  /** Bytes of the heap and outside it. */
  record Memory(double heap, double direct) {

    Memory plus(Memory other) {
      return new Memory(heap + other.heap, direct + other.direct);
    }

    /** What this is more than the other, for each of so many. */
    Memory over(Memory other, int each) {
      return new Memory((heap - other.heap) / each, (direct - other.direct) / each);
    }

    double total() {
      return heap + direct;
    }
  }

  private void collect() {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      new ProcessBuilder(jcmd.toString(), Long.toString(jvm.pid()), "GC.run")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    jvm.close();
  }
}
