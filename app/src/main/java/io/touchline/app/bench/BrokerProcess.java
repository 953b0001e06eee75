package io.touchline.app.bench;

import io.touchline.app.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;

/** One broker as a process of its own. Says where it is, and ends with its standard input. */
final class BrokerProcess {

  private BrokerProcess() {}

  /** Argument: the directory for its logs. */
  public static void main(String[] arguments) throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0)) {
      System.out.println("READY " + broker.bootstrapServers());
      while (System.in.read() >= 0) {
        // Nothing is said to it.
      }
    }
  }
}
