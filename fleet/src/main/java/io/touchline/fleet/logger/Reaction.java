package io.touchline.fleet.logger;

import java.time.Duration;

/** How a logger takes a request of the centre. */
public sealed interface Reaction {

  /** Does what it is asked. */
  record Obey() implements Reaction {}

  /** Says no: 9011 with a QnRtn other than 1 (HJ 212-2017 table 7), and does nothing. */
  record Refuse(int qnRtn) implements Reaction {}

  /** Says yes, fails, and says so: 9012 with an ExeRtn other than 1 (table 6). */
  record Fail(int exeRtn) implements Reaction {}

  /** Hears nothing for the first so many times that the request is sent. */
  record Ignore(int times) implements Reaction {}

  /** Says yes, does it, and never says 9012. */
  record NeverFinish() implements Reaction {}

  /** Does it, and says 9012 that much later. */
  record Dawdle(Duration time) implements Reaction {}

  /** Does it and says 9012 without a 9011 before it. */
  record SkipAcceptance() implements Reaction {}

  /** Says 9011 twice. */
  record AcceptTwice() implements Reaction {}
}
