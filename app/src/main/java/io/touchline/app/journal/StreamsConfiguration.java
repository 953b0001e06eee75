package io.touchline.app.journal;

import io.touchline.app.role.RoleSettings;
import io.touchline.app.settings.Configuration;
import io.touchline.app.settings.Form;
import io.touchline.app.settings.Setting;
import io.touchline.streams.JournalSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.streams.StreamsConfig;

/** The keys of the streams role, and what they make. */
public final class StreamsConfiguration {

  private static final JournalSettings FALLBACK = JournalSettings.standard();

  static final Setting<String> STATE = new Setting<>("streams.state", Form.TEXT, null);
  static final Setting<Optional<String>> NAME =
      new Setting<>("streams.name", Form.OPTIONAL_TEXT, Optional.empty());
  static final Setting<Optional<Integer>> THREADS =
      new Setting<>("streams.threads", Form.OPTIONAL_COUNT, Optional.empty());
  static final Setting<Boolean> STANDBY = new Setting<>("streams.standby", Form.YES_OR_NO, false);
  static final Setting<Duration> SETTLE =
      new Setting<>("streams.settle", Form.DURATION, FALLBACK.settle());
  static final Setting<Duration> LATE_AFTER =
      new Setting<>("streams.late-after", Form.DURATION, FALLBACK.lateAfter());
  public static final Setting<Duration> START =
      new Setting<>("streams.patience.start", Form.DURATION, Duration.ofSeconds(60));

  private static final List<Setting<?>> OWN =
      List.of(STATE, NAME, THREADS, STANDBY, SETTLE, LATE_AFTER, START);

  /** In the order of the page. */
  public static final List<Setting<?>> ALL =
      Stream.of(RoleSettings.SERVERS, OWN, RoleSettings.METRICS)
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private StreamsConfiguration() {}

  public static JournalSettings settings(Configuration configuration) {
    return FALLBACK.withTimes(configuration.get(SETTLE), configuration.get(LATE_AFTER));
  }

  public static Path state(Configuration configuration) {
    return Path.of(configuration.get(STATE));
  }

  public static int threads(Configuration configuration) {
    return configuration.get(THREADS).orElse(Runtime.getRuntime().availableProcessors());
  }

  /** For Kafka Streams and its clients: the group {@code kafka.} and what the keys say. */
  static Map<String, Object> client(Configuration configuration) {
    Map<String, Object> client = configuration.kafka();
    configuration
        .get(NAME)
        .ifPresent(name -> client.put(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG, name));
    client.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, configuration.get(STANDBY) ? 1 : 0);
    return client;
  }
}
