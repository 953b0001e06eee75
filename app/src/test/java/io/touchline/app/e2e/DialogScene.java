package io.touchline.app.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.StationDialect;
import io.touchline.domain.ChinaTime;
import io.touchline.fleet.logger.DataLogger;
import io.touchline.fleet.logger.DeliverySettings;
import io.touchline.fleet.logger.FactorFields;
import io.touchline.fleet.logger.LoggerIdentity;
import io.touchline.fleet.logger.LoggerPersonality;
import io.touchline.fleet.logger.Memory;
import io.touchline.fleet.logger.Upload;
import io.touchline.fleet.misbehaviour.Habits;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Edition;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways at one broker, and loggers of the fleet that commands go to. */
abstract class DialogScene {

  static final Duration SOON = Duration.ofSeconds(60);
  static final Instant HOUR = ChinaTime.parse("2026-11-20T08:00:00+08:00");
  private static MultiThreadIoEventLoopGroup group;

  @TempDir private static Path directory;
  static Centre centre;
  static InetSocketAddress east;
  static InetSocketAddress west;

  final List<DataLogger> loggers = new ArrayList<>();
  final Memory memory = new Memory();
  final String mn = UUID.randomUUID().toString().replace("-", "").substring(8);

  @BeforeAll
  static void open() throws Exception {
    group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    centre = new Centre(directory.resolve("broker"));
    east = centre.openGateway("east");
    west = centre.openGateway("west");
  }

  @AfterEach
  void stopLoggers() {
    loggers.forEach(logger -> logger.stop().join());
  }

  @AfterAll
  static void close() {
    centre.close();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  void register(StationDialect dialect) {
    centre.register(Centre.stack(mn, Centre.PASSWORD, dialect));
  }

  LoggerPersonality personality(Edition edition) {
    return LoggerPersonality.of(new LoggerIdentity("31", mn, Centre.PASSWORD, edition));
  }

  DataLogger logger(LoggerPersonality personality, Habits habits, InetSocketAddress to) {
    DataLogger logger =
        new DataLogger(
            personality,
            memory,
            habits,
            to,
            new DeliverySettings(
                4, Duration.ofSeconds(5), 3, Duration.ofMillis(200), Duration.ofSeconds(2)),
            group,
            Clock.systemUTC());
    loggers.add(logger);
    logger.start();
    return logger;
  }

  /** One that the gateway knows by an upload it has answered. */
  DataLogger connected(LoggerPersonality personality, Habits habits, InetSocketAddress to) {
    DataLogger logger = logger(personality, habits, to);
    // The gateway may hear the logger before it hears of its registration, and then refuses it.
    await()
        .atMost(SOON)
        .until(
            () -> {
              logger.send(hour(0)).orTimeout(60, TimeUnit.SECONDS).join();
              return logger.count().acknowledged() > 0;
            });
    return logger;
  }

  String command(CommandCode code, Map<String, String> parameters) {
    String id = UUID.randomUUID().toString();
    Instant now = Instant.now();
    centre.put(
        centre.topics.commands(),
        mn,
        new CommandRecord(
            CommandRecord.SCHEMA_VERSION,
            id,
            mn,
            code,
            new TreeMap<>(parameters),
            CommandRecord.Origin.PERSON,
            "officer",
            "test",
            now,
            now.plus(Duration.ofMinutes(5))));
    return id;
  }

  CommandResultRecord outcome(String id) {
    return await()
        .atMost(SOON)
        .until(
            () -> steps(id).stream().filter(step -> step.state().terminal()).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  List<CommandResultRecord> steps(String id) {
    return centre.read(centre.topics.commandResults(), mn, CommandResultRecord.class).stream()
        .filter(step -> step.id().equals(id))
        .toList();
  }

  List<ConsumerRecord<String, byte[]>> packets(String text) {
    return centre.read(centre.topics.packets()).stream()
        .filter(record -> mn.equals(record.key()))
        .filter(record -> new String(record.value(), ISO_8859_1).contains(text))
        .toList();
  }

  static List<ConsumerRecord<String, byte[]>> quarantined(String text) {
    return centre.read(centre.topics.quarantine()).stream()
        .filter(record -> new String(record.value(), ISO_8859_1).contains(text))
        .toList();
  }

  static Map<String, String> fields(String field) {
    int equals = field.indexOf('=');
    return Map.of(field.substring(0, equals), field.substring(equals + 1));
  }

  static Map<String, String> hours(int from, int to) {
    return Map.of(
        "BeginTime", String.format(Locale.ROOT, "20261120%02d0000", 8 + from),
        "EndTime", String.format(Locale.ROOT, "20261120%02d0000", 8 + to));
  }

  static Upload hour(int number) {
    return Upload.of(
        "2061",
        HOUR.plus(Duration.ofHours(number)),
        List.of(new FactorFields("a21026", List.of("Avg", "12." + number, "Flag", "N"))));
  }
}
