package io.touchline.ingest.command;

import io.touchline.contract.CommandRecord;
import io.touchline.hj212.Sm4Key;
import java.time.Instant;

/**
 * A command with the request made for it.
 *
 * @param sentBefore how often the command was sent under earlier requests
 * @param newKey the key that the request brings, null where it brings none
 */
record Order(CommandRecord command, Request request, int sentBefore, NewKey newKey) {

  /** A key that a logger is being given. */
  record NewKey(Sm4Key key, Instant createdAt) {}

  String mn() {
    return command.mn();
  }
}
