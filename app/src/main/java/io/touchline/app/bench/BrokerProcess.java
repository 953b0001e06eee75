package io.touchline.app.bench;

import io.touchline.app.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;

/** One broker as a process of its own. Says where it is, and ends with its standard input. */
final class BrokerProcess {

  private BrokerProcess() {}

  /** Arguments: the directory for its logs, and its port where it is to have a certain one. */
  public static void main(String[] arguments) throws IOException {
    int port = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), port)) {
      System.out.println("READY " + broker.bootstrapServers());
      while (System.in.read() >= 0) {
        // Nothing is said to it.
      }
    }
  }
}
