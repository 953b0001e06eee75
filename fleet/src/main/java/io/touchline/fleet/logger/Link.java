package io.touchline.fleet.logger;

/** What a logger's line to the centre is like. */
public sealed interface Link {

  /** Connected. */
  record Up() implements Link {}

  /**
   * Not connected; it goes on trying.
   *
   * @param failures attempts and connections that came to nothing since the last answer
   * @param why the last of them, in the system's words; "" before the first
   */
  record Down(int failures, String why) implements Link {}

  /** Stopped for good. */
  record Closed() implements Link {}
}
