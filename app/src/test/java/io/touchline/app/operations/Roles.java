package io.touchline.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A gateway and a streams instance as processes of their own, whose metrics can be read. */
final class Roles implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Role gateway;
  private final Role streams;

  private Roles(Role gateway, Role streams) {
    this.gateway = gateway;
    this.streams = streams;
  }

  static Roles start(Path directory, String broker) throws IOException {
    Role gateway =
        Role.start(
            directory,
            "gateway",
            broker,
            Map.of("TOUCHLINE_GATEWAY_HOST", "127.0.0.1", "TOUCHLINE_GATEWAY_PORT", "0"));
    Role streams =
        Role.start(
            directory,
            "streams",
            broker,
            Map.of("TOUCHLINE_STREAMS_STATE", directory.resolve("state").toString()));
    return new Roles(gateway, streams);
  }

  /** Once it listens. */
  int gatewayPort() throws IOException {
    return Integer.parseInt(gateway.said("listens at 127\\.0\\.0\\.1:(\\d+)"));
  }

  /** Role and host:port of its metrics. */
  Map<String, String> targets() throws IOException {
    String metrics = "Metrics: http://(\\S+)/metrics";
    return Map.of("gateway", gateway.said(metrics), "streams", streams.said(metrics));
  }

  @Override
  public void close() {
    gateway.process.destroyForcibly();
    streams.process.destroyForcibly();
    gateway.process.onExit().join();
    streams.process.onExit().join();
  }

  private record Role(Process process, Path output) {

    static Role start(Path directory, String name, String broker, Map<String, String> keys)
        throws IOException {
      Path output = directory.resolve(name + ".out");
      ProcessBuilder builder =
          new ProcessBuilder(
                  List.of(
                      ProcessHandle.current().info().command().orElseThrow(),
                      "-Xmx256m",
                      "-cp",
                      System.getProperty("java.class.path"),
                      "io.touchline.app.Touchline",
                      name))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(keys);
      builder.environment().put("TOUCHLINE_LANG", "en");
      builder.environment().put("TOUCHLINE_KAFKA_BOOTSTRAP_SERVERS", broker);
      builder.environment().put("TOUCHLINE_METRICS_PORT", "0");
      return new Role(builder.start(), output);
    }

    /** What the pattern's group found in the output, once it is there. */
    String said(String pattern) throws IOException {
      Pattern wanted = Pattern.compile(pattern);
      await()
          .atMost(PATIENCE)
          .until(() -> !process.isAlive() || wanted.matcher(Files.readString(output)).find());
      Matcher found = wanted.matcher(Files.readString(output));
      assertThat(found.find()).as(Files.readString(output)).isTrue();
      return found.group(1);
    }
  }
}
