package io.touchline.ingest.command;

import io.touchline.contract.CommandRecord;
import java.util.Optional;

/** The way to a logger: whether it is this gateway's, and by which connection. One thread. */
final class Lines {

  private final Loggers loggers;
  private final Joining joining;
  private final Claims claims;

  Lines(Loggers loggers, Joining joining, Claims claims) {
    this.loggers = loggers;
    this.joining = joining;
    this.claims = claims;
  }

  /** The connection for a command; empty when the logger is not connected or is elsewhere. */
  Optional<Loggers.Line> to(CommandRecord command) {
    Optional<Loggers.Line> joined = joining.lineFor(command);
    return joined
        .or(() -> loggers.lineTo(command.mn()))
        .filter(line -> line.channel().isActive())
        .filter(line -> claims.areOlderThan(line.lastFrameAt(), command.mn()));
  }

  Optional<Loggers.Profile> profileOf(String mn) {
    return loggers.profileOf(mn);
  }
}
