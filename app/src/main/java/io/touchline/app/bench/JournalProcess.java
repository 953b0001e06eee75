package io.touchline.app.bench;

import io.touchline.contract.Topics;
import io.touchline.streams.JournalSettings;
import io.touchline.streams.JournalStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The journal as a process of its own. Ends with its standard input. */
final class JournalProcess {

  /** Streams makes its changelogs itself; frames of tomorrow leave records of tomorrow in them. */
  private static final String CHANGELOGS_OF_TOMORROW = "topic." + Stage.LATEST_TIMESTAMP;

  private JournalProcess() {}

  /** Arguments: bootstrap servers, the directory for its state, threads. */
  public static void main(String[] arguments) throws IOException {
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers",
            arguments[0],
            CHANGELOGS_OF_TOMORROW,
            Long.toString(Long.MAX_VALUE));
    try (JournalStreams journal =
        new JournalStreams(
            new Topics(Topics.DEFAULT_PREFIX),
            JournalSettings.standard(),
            client,
            Path.of(arguments[1]),
            Integer.parseInt(arguments[2]))) {
      journal.start();
      System.out.println("READY");
      while (System.in.read() >= 0) {
        // Nothing is said to it.
      }
    }
  }
}
