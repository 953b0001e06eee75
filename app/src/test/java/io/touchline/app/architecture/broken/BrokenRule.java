package io.touchline.app.architecture.broken;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Broken on purpose: a rule that reads a clock and a file, and knows Netty. */
public final class BrokenRule {

  private BrokenRule() {}

  public static boolean exceeds(ByteBuf frame, Path limits) throws IOException {
    return Files.size(limits) > frame.readableBytes() && Instant.now().isAfter(Instant.EPOCH);
  }
}
