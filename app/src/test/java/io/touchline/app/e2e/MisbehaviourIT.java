package io.touchline.app.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.touchline.contract.PacketHeaders;
import io.touchline.contract.StationDialect;
import io.touchline.domain.ChinaTime;
import io.touchline.fleet.logger.DataLogger;
import io.touchline.fleet.logger.DeliverySettings;
import io.touchline.fleet.logger.FactorFields;
import io.touchline.fleet.logger.LoggerIdentity;
import io.touchline.fleet.logger.LoggerPersonality;
import io.touchline.fleet.logger.Measurements;
import io.touchline.fleet.logger.Upload;
import io.touchline.fleet.misbehaviour.Expectation;
import io.touchline.fleet.misbehaviour.Habits;
import io.touchline.fleet.misbehaviour.Misbehaviour;
import io.touchline.hj212.Edition;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One logger for each way of misbehaving, all at one gateway: what becomes of an upload. Those that
 * a dialect helps stand at it a second time, with the dialect in their profile.
 */
class MisbehaviourIT {

  private static final String PLAIN = "P_";
  private static final String KNOWN = "K_";

  /** The same numbers on every run: the check code of each frame is no matter of chance. */
  private static final Instant NOW = ChinaTime.parse("2026-11-20T10:30:00+08:00");

  private static final List<FactorFields> FACTORS =
      List.of(
          new FactorFields("a21026", List.of("Avg", "12.3", "ZsAvg", "15.0", "Flag", "N")),
          new FactorFields("a21002", List.of("Avg", "40.1", "ZsAvg", "48.2", "Flag", "N")),
          new FactorFields("a34013", List.of("Avg", "4.2", "Flag", "N")));

  private static final MultiThreadIoEventLoopGroup GROUP =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private static final Map<String, DataLogger> LOGGERS = new HashMap<>();
  private static final Map<String, List<ConsumerRecord<String, byte[]>>> PACKETS = new HashMap<>();
  private static final Map<String, List<ConsumerRecord<String, byte[]>>> REFUSED = new HashMap<>();

  @TempDir private static Path directory;

  @BeforeAll
  static void everyLoggerSendsOneUpload() throws Exception {
    try (Centre centre = new Centre(directory.resolve("broker"))) {
      for (Misbehaviour each : Misbehaviour.values()) {
        centre.register(Centre.stack(PLAIN + each, Centre.PASSWORD, null));
        if (each.expectation().hasDialect()) {
          centre.register(Centre.stack(KNOWN + each, Centre.PASSWORD, dialect(each.expectation())));
        }
      }
      InetSocketAddress gateway = centre.openGateway("gateway-1");
      List<CompletableFuture<Void>> answers = new ArrayList<>();
      for (Misbehaviour each : Misbehaviour.values()) {
        CompletableFuture<Void> plain = send(PLAIN + each, each, gateway);
        if (each.expectation().acknowledged()) {
          answers.add(plain);
        }
        if (each.expectation().hasDialect()) {
          answers.add(send(KNOWN + each, each, gateway));
        }
      }
      // Whose answer is missing after that the tests below tell.
      CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
          .completeOnTimeout(null, 60, TimeUnit.SECONDS)
          .join();
      settle(centre);
      LOGGERS.values().forEach(logger -> logger.stop().join());
      centre.closeGateways();
      group(centre);
    }
  }

  private static void settle(Centre centre) {
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  centre.read(centre.topics.quarantine()).size() >= refusals()
                      && centre.read(centre.topics.packets()).size() >= taken());
    } catch (ConditionTimeoutException tooFew) {
      // Whose record is missing the tests below tell.
    }
  }

  @AfterAll
  static void stop() {
    GROUP.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @ParameterizedTest
  @EnumSource(Misbehaviour.class)
  void aStationWithoutDialectIsTakenOrRefusedAsExpected(Misbehaviour misbehaviour) {
    Expectation expectation = misbehaviour.expectation();
    String mn = PLAIN + misbehaviour;

    if (expectation.isTaken()) {
      int parts = misbehaviour == Misbehaviour.TEARS_UPLOADS ? FACTORS.size() : 1;
      assertThat(packets(mn)).hasSize(parts + expectation.beside());
      assertThat(refused(mn)).hasSize(expectation.garbage() ? 1 : 0);
      assertThat(LOGGERS.get(mn).count().acknowledged())
          .isEqualTo(expectation.acknowledged() ? parts : 0);
    } else {
      assertThat(packets(mn)).isEmpty();
      assertThat(refused(mn))
          .singleElement()
          .satisfies(
              record ->
                  assertThat(PacketHeaders.get(record.headers(), PacketHeaders.REASON))
                      .isEqualTo(expectation.reason()));
      assertThat(LOGGERS.get(mn).count().acknowledged()).isZero();
    }
  }

  static Stream<Misbehaviour> withDialect() {
    return Stream.of(Misbehaviour.values()).filter(each -> each.expectation().hasDialect());
  }

  @ParameterizedTest
  @MethodSource("withDialect")
  void aStationWhoseDialectIsKnownIsTakenAndAnswered(Misbehaviour misbehaviour) {
    String mn = KNOWN + misbehaviour;

    assertThat(packets(mn)).hasSize(1);
    assertThat(refused(mn)).isEmpty();
    assertThat(LOGGERS.get(mn).count().acknowledged()).isEqualTo(1);
  }

  @Test
  void noBytesOfAnyLoggerAreInTwoPlaces() {
    assertThat(PACKETS.values().stream().mapToInt(List::size).sum()).isEqualTo(taken());
    assertThat(REFUSED.values().stream().mapToInt(List::size).sum()).isEqualTo(refusals());
  }

  private static CompletableFuture<Void> send(
      String mn, Misbehaviour misbehaviour, InetSocketAddress gateway) {
    DataLogger logger =
        new DataLogger(
            LoggerPersonality.of(new LoggerIdentity("31", mn, Centre.PASSWORD, Edition.V2017)),
            Measurements.NONE,
            Habits.always(misbehaviour),
            gateway,
            // Nothing is sent again while the test runs.
            new DeliverySettings(
                8, Duration.ofMinutes(5), 3, Duration.ofMillis(200), Duration.ofSeconds(2)),
            GROUP,
            Clock.fixed(NOW, ZoneOffset.UTC));
    LOGGERS.put(mn, logger);
    logger.start();
    return logger.send(Upload.of("2061", ChinaTime.parse("2026-11-20T09:00:00+08:00"), FACTORS));
  }

  private static StationDialect dialect(Expectation expectation) {
    return new StationDialect(
        expectation.check(),
        expectation.length(),
        null,
        null,
        null,
        expectation.withKey() ? "0000000000000000" : null,
        null,
        null,
        null);
  }

  private static int taken() {
    int taken = 0;
    for (Misbehaviour each : Misbehaviour.values()) {
      Expectation expectation = each.expectation();
      int parts = each == Misbehaviour.TEARS_UPLOADS ? FACTORS.size() : 1;
      taken += expectation.isTaken() ? parts + expectation.beside() : 0;
      taken += expectation.hasDialect() ? 1 : 0;
    }
    return taken;
  }

  private static int refusals() {
    return Stream.of(Misbehaviour.values())
        .mapToInt(each -> !each.expectation().isTaken() || each.expectation().garbage() ? 1 : 0)
        .sum();
  }

  /** What is in quarantine may have no MN that can be read: the connection tells whose it is. */
  private static void group(Centre centre) {
    Map<String, String> byPeer = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : centre.read(centre.topics.packets())) {
      PACKETS.computeIfAbsent(record.key(), mn -> new ArrayList<>()).add(record);
      byPeer.put(peer(record), record.key());
    }
    for (ConsumerRecord<String, byte[]> record : centre.read(centre.topics.quarantine())) {
      String text = new String(record.value(), ISO_8859_1);
      String mn =
          LOGGERS.keySet().stream()
              .filter(each -> text.contains("MN=" + each + ";"))
              .findFirst()
              .orElseGet(() -> byPeer.get(peer(record)));
      REFUSED.computeIfAbsent(mn, key -> new ArrayList<>()).add(record);
    }
  }

  private static String peer(ConsumerRecord<String, byte[]> record) {
    return PacketHeaders.get(record.headers(), PacketHeaders.PEER);
  }

  private static List<ConsumerRecord<String, byte[]>> packets(String mn) {
    return PACKETS.getOrDefault(mn, List.of());
  }

  private static List<ConsumerRecord<String, byte[]>> refused(String mn) {
    return REFUSED.getOrDefault(mn, List.of());
  }
}
