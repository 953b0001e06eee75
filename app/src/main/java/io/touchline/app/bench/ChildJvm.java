package io.touchline.app.bench;

import io.touchline.app.Complaint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A part of a scenario in a JVM of its own, on the class path of this one. It is spoken to by
 * lines. Its errors go to a file; it ends when it is closed, and with this process in any case.
 */
final class ChildJvm implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String role;
  private final Path errors;
  private final Process process;
  private final BufferedReader said;
  private final Thread undertaker;

  private ChildJvm(String role, Path errors, Process process) {
    this.role = role;
    this.errors = errors;
    this.process = process;
    this.said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.undertaker = new Thread(process::destroyForcibly, "undertaker-" + role);
    Runtime.getRuntime().addShutdownHook(undertaker);
  }

  /**
   * Starts one.
   *
   * @param role names its file of errors in the directory
   */
  static ChildJvm start(
      String role,
      Path directory,
      List<String> options,
      Map<String, String> environment,
      Class<?> main,
      String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-XX:+UseSerialGC");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Path errors = directory.resolve(role + ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TOUCHLINE_"));
    builder.environment().putAll(environment);
    try {
      return new ChildJvm(role, errors, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The next line that begins so, without that beginning; other lines are passed over.
   *
   * @throws Complaint where it ends without such a line
   */
  String await(String beginning) {
    try {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith(beginning)) {
          return line.substring(beginning.length()).strip();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw Complaint.of("bench.child", role, errors);
  }

  void tell(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw Complaint.because(e, "bench.child", role, errors);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Processor time that it has used so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** As a crash or an operator's {@code kill -9} ends it. */
  void kill() {
    try {
      process.destroyForcibly().waitFor();
      Runtime.getRuntime().removeShutdownHook(undertaker);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      // This process is ending, and its hooks with it.
    }
  }

  /** Stands still for a while, as under a starved hypervisor, and goes on as if nothing was. */
  void freeze(Duration duration) throws InterruptedException {
    signal("STOP");
    try {
      Thread.sleep(duration.toMillis());
    } finally {
      signal("CONT");
    }
  }

  private void signal(String name) throws InterruptedException {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By its closed input where it listens to it, else by SIGTERM; in the end by force. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.destroy();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Runtime.getRuntime().removeShutdownHook(undertaker);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException | IllegalStateException e) {
      // Its input was closed already, or this process is ending and its hooks do the work.
      process.destroyForcibly();
    }
  }
}
