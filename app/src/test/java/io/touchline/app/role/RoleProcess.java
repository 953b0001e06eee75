package io.touchline.app.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A role as a process of its own, as people run it. */
public final class RoleProcess implements AutoCloseable {

  public static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Process process;
  private final Path output;

  private RoleProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts it.
   *
   * @param directory gets its configuration file and its output, both under this name
   */
  public static RoleProcess start(
      String role,
      Path directory,
      String name,
      String configuration,
      Map<String, String> environment)
      throws IOException {
    Path file = Files.writeString(directory.resolve(name + ".properties"), configuration);
    Path output = directory.resolve(name + ".output");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.touchline.app.Touchline",
                    role,
                    "--config=" + file))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("TOUCHLINE_LANG", "en");
    builder.environment().putAll(environment);
    return new RoleProcess(builder.start(), output);
  }

  /** What the pattern's group found in the output, once it is there. */
  public String said(String pattern) throws IOException {
    Pattern wanted = Pattern.compile(pattern);
    await().atMost(PATIENCE).until(() -> !process.isAlive() || wanted.matcher(output()).find());
    Matcher found = wanted.matcher(output());
    assertThat(found.find()).as(output()).isTrue();
    return found.group(1);
  }

  /** The metrics page or another beside it: {@code /metrics}, {@code /health/ready}. */
  public String page(String path) throws Exception {
    return answer(said("Metrics: (\\S+)/metrics") + path);
  }

  /** Waits until it says of itself that it is ready. */
  public void awaitReady() {
    await().atMost(PATIENCE).until(() -> page("/health/ready").equals("up\n"));
  }

  public static String answer(String address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** Asks it to stop, and gives what it wrote; it must end by itself and content. */
  public String stop() throws IOException {
    process.destroy();
    await().atMost(PATIENCE).until(() -> !process.isAlive());
    assertThat(process.exitValue()).as(output()).isZero();
    return output();
  }

  public String output() throws IOException {
    return Files.readString(output);
  }

  /** Without a farewell. */
  @Override
  public void close() {
    process.destroyForcibly();
    await().atMost(PATIENCE).until(() -> !process.isAlive());
  }
}
