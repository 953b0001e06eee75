package io.touchline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A demo in a JVM of its own, as a person starts it, and what it says. */
final class DemoProcess {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private final Process process;
  private final Path output;

  private DemoProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** On any free ports. */
  static DemoProcess start(Path data, Path output, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.touchline.app.Touchline",
                "demo",
                "--gateway-port=0",
                "--port=0",
                "--data=" + data));
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("TOUCHLINE_LANG", "en");
    return new DemoProcess(builder.start(), output);
  }

  void awaitLine(String text) throws IOException {
    await().atMost(LONGEST_START).until(() -> said().contains(text) || !process.isAlive());
    assertThat(said()).contains(text);
  }

  /** SIGTERM. */
  void stop() {
    process.destroy();
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  int exitCode() {
    await().atMost(LONGEST_START).until(() -> !process.isAlive());
    return process.exitValue();
  }

  String said() throws IOException {
    return Files.readString(output);
  }

  long ofThisRun(String name) throws IOException {
    return figure(name, 1);
  }

  long inTotal(String name) throws IOException {
    return figure(name, 2);
  }

  private long figure(String name, int group) throws IOException {
    Matcher row =
        Pattern.compile("^" + name + " +(\\d+) +(\\d+) ", Pattern.MULTILINE).matcher(said());
    assertThat(row.find()).as("a row %s in%n%s", name, said()).isTrue();
    return Long.parseLong(row.group(group));
  }

  /** A port that it said it listens on. */
  int port(String step) throws IOException {
    Matcher line = Pattern.compile(step + " .*:(\\d+)").matcher(said());
    assertThat(line.find()).as("a line %s in%n%s", step, said()).isTrue();
    return Integer.parseInt(line.group(1));
  }
}
