package io.touchline.fleet.fuzz;

import io.touchline.hj212.EscapedLine;

/**
 * An input that broke a promise, ready to be run again.
 *
 * @param seed of the run
 * @param number of the case in it
 * @param what happened
 * @param input bytes beyond printable ASCII, and the backslash, as {@code \xHH}
 */
public record FuzzFault(long seed, long number, String what, String input) {

  static FuzzFault of(long seed, long number, Throwable cause, byte[] stream) {
    StackTraceElement[] trace = cause.getStackTrace();
    String where = trace.length == 0 || cause instanceof BrokenPromise ? "" : " at " + trace[0];
    return new FuzzFault(seed, number, cause + where, EscapedLine.of(stream));
  }
}
