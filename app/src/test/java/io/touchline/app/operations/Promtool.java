package io.touchline.app.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Prometheus' own checker of rules, where the machine has it. */
final class Promtool {

  private static final String NAME = "promtool";

  private Promtool() {}

  static boolean isThere() {
    return isOnThePath(NAME);
  }

  static boolean isOnThePath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  static Answer run(String... arguments) throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of(NAME), Stream.of(arguments)).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Answer(process.waitFor(), output);
  }

  /** What it said, on both of its channels. */
  record Answer(int exitCode, String output) {}
}
