package io.touchline.alerts.channel;

import java.time.Duration;

/** What came of handing a message over. The detail never holds a secret. */
public sealed interface Outcome {

  String detail();

  /** The other side has it. */
  record Delivered(String detail) implements Outcome {}

  /**
   * Not now.
   *
   * @param notBefore how long the other side asks to be left alone; null where it does not say
   */
  record Retry(String detail, Duration notBefore) implements Outcome {}

  /** Never, as it stands. */
  record Refused(String detail) implements Outcome {}
}
