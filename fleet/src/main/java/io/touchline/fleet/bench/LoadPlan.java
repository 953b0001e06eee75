package io.touchline.fleet.bench;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * What one load client does.
 *
 * @param port of the gateway, on 127.0.0.1
 * @param connections how many loggers it plays, each with an MN of its own
 * @param firstLogger number of the first of them, see {@link SampleFrames#mn}
 * @param window frames that each may have unacknowledged
 * @param intervalMillis between two frames of one logger; 0 for as fast as they are acknowledged
 * @param sources from how many source addresses it connects: one has some 28,000 ports
 * @param firstSource third byte of the first of them, {@code 127.0.X.2}
 */
public record LoadPlan(
    int port,
    int connections,
    int firstLogger,
    int window,
    int intervalMillis,
    int sources,
    int firstSource) {

  /** Loggers that send whenever they may. */
  public static LoadPlan flood(int port, int connections, int window) {
    return new LoadPlan(port, connections, 0, window, 0, 1, 1);
  }

  /** Loggers that send a frame each so often. */
  public static LoadPlan steady(int port, int connections, int firstLogger, int intervalMillis) {
    return new LoadPlan(port, connections, firstLogger, 1, intervalMillis, 1, 1);
  }

  /** Loggers that send one frame, see it acknowledged, and say nothing more. */
  public static LoadPlan idle(int port, int connections, int firstLogger, int firstSource) {
    return new LoadPlan(port, connections, firstLogger, 1, Integer.MAX_VALUE, 8, firstSource);
  }

  boolean isFlood() {
    return intervalMillis == 0;
  }

  boolean isIdle() {
    return intervalMillis == Integer.MAX_VALUE;
  }

  /** Source address of a connection. */
  InetAddress source(int connection) throws UnknownHostException {
    return InetAddress.getByAddress(
        new byte[] {127, 0, (byte) (firstSource + connection % sources), 2});
  }

  /** As arguments of a process. */
  public String[] arguments() {
    int[] all = {port, connections, firstLogger, window, intervalMillis, sources, firstSource};
    String[] arguments = new String[all.length];
    for (int i = 0; i < all.length; i++) {
      arguments[i] = Integer.toString(all[i]);
    }
    return arguments;
  }

  static LoadPlan parse(String[] arguments) {
    int[] all = new int[arguments.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = Integer.parseInt(arguments[i]);
    }
    return new LoadPlan(all[0], all[1], all[2], all[3], all[4], all[5], all[6]);
  }
}
