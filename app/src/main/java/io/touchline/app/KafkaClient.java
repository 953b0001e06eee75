package io.touchline.app;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Option;

/** Options of every command that speaks to a Kafka of somebody else. */
public final class KafkaClient {

  private static final int PATIENCE_MS = 15_000;

  @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT", required = true)
  private String bootstrapServers;

  @Option(names = "--prefix", paramLabel = "PREFIX", defaultValue = "touchline.")
  private String prefix;

  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** What the names of all topics of the installation begin with. */
  public String prefix() {
    return prefix;
  }

  public Map<String, Object> properties() {
    return Map.of(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
        PATIENCE_MS,
        CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
        PATIENCE_MS);
  }
}
