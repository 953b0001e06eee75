package io.touchline.app.bench;

import io.touchline.fleet.bench.LoadPlan;
import io.touchline.fleet.bench.LoadProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Loggers in a process of their own, and what they saw of the gateway. */
final class LoadClient implements AutoCloseable {

  private final ChildJvm jvm;
  private final int open;

  private LoadClient(ChildJvm jvm, int open) {
    this.jvm = jvm;
    this.open = open;
  }

  /** Returns when its connections are open, and those that will be idle are. */
  static LoadClient start(String role, Path directory, LoadPlan plan) {
    ChildJvm jvm = launch(role, directory, plan);
    try {
      return new LoadClient(jvm, Integer.parseInt(jvm.await("READY ")));
    } catch (RuntimeException e) {
      jvm.close();
      throw e;
    }
  }

  private static ChildJvm launch(String role, Path directory, LoadPlan plan) {
    return ChildJvm.start(
        role, directory, List.of("-Xmx512m"), Map.of(), LoadProcess.class, plan.arguments());
  }

  /** Connections that were open when it was ready. */
  int open() {
    return open;
  }

  Duration cpu() {
    return jvm.cpu();
  }

  /** Returns after so many seconds. */
  Measured measure(int seconds) {
    jvm.tell("measure " + seconds);
    return Measured.parse(jvm.await("MEASURED "));
  }

  @Override
  public void close() {
    jvm.close();
  }

  /**
   * What it saw in a while.
   *
   * @param median of the time from a frame to its answer, milliseconds
   * @param percentile99 likewise
   * @param lost connections that ended although it did not end them, since it began
   */
  record Measured(
      long acknowledged, double seconds, double median, double percentile99, int open, int lost) {

    static Measured parse(String line) {
      String[] parts = line.split(" ", -1);
      if (!parts[6].equals("0")) {
        throw new IllegalStateException(parts[6] + " connections were answered by no 9014");
      }
      return new Measured(
          Long.parseLong(parts[0]),
          Double.parseDouble(parts[1]),
          Double.parseDouble(parts[2]),
          Double.parseDouble(parts[3]),
          Integer.parseInt(parts[4]),
          Integer.parseInt(parts[5]));
    }

    double perSecond() {
      return acknowledged / seconds;
    }
  }
}
