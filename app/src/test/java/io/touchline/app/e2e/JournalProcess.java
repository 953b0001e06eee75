package io.touchline.app.e2e;

import io.touchline.contract.Topics;
import io.touchline.streams.JournalSettings;
import io.touchline.streams.JournalStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** The journal as a process of its own, so that a test can kill it without any farewell. */
public final class JournalProcess {

  private JournalProcess() {}

  /** Arguments: bootstrap servers, state directory. Runs until it is killed. */
  public static void main(String[] arguments) throws InterruptedException {
    try (JournalStreams journal =
        new JournalStreams(
            new Topics(Topics.DEFAULT_PREFIX, 4),
            JournalSettings.standard(),
            Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                arguments[0],
                CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG,
                "journal-1"),
            Path.of(arguments[1]),
            1)) {
      journal.start();
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  static Process start(String bootstrapServers, Path stateDirectory, Path log) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                JournalProcess.class.getName(),
                bootstrapServers,
                stateDirectory.toString()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }
}
