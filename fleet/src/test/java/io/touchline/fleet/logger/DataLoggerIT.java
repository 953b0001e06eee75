package io.touchline.fleet.logger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.touchline.domain.ChinaTime;
import io.touchline.fleet.ScriptedCentre;
import io.touchline.fleet.ScriptedCentre.Reply;
import io.touchline.hj212.Edition;
import io.touchline.hj212.Packet;
import io.touchline.hj212.Reason;
import io.touchline.hj212.Verdict;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DataLoggerIT {

  private static final Instant START = ChinaTime.parse("2026-01-01T00:00:00+08:00");
  private static final LoggerIdentity STACK =
      new LoggerIdentity("31", "0123456789ABCDEF01234567", "123456", Edition.V2017);
  private static final DeliverySettings IMPATIENT =
      new DeliverySettings(
          8, Duration.ofMillis(400), 2, Duration.ofMillis(20), Duration.ofMillis(100));

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final List<DataLogger> loggers = new ArrayList<>();

  @AfterEach
  void stopAll() {
    loggers.forEach(logger -> logger.stop().join());
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void everyUploadIsAcknowledgedOnceWhenTheCentreAnswers() {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      DataLogger logger = started(STACK, centre.address(), patient(8));

      sendHours(logger, 500).join();

      assertThat(logger.count()).isEqualTo(new DeliveryCount(500, 0, 500, 0, 0, 0));
      assertThat(centre.packets()).extracting(Packet::qn).doesNotHaveDuplicates().hasSize(500);
      assertThat(centre.packets()).extracting(packet -> packet.dataTime().orElseThrow()).isSorted();
    }
  }

  @Test
  void anUploadWhoseAnswerIsLostIsSentAgainWithItsRequestNumber() {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    try (ScriptedCentre centre =
        new ScriptedCentre(packet -> seen.add(packet.qn()) ? Reply.SILENCE : Reply.ANSWER)) {
      DataLogger logger = started(STACK, centre.address(), IMPATIENT);

      sendHours(logger, 20).join();

      assertThat(logger.count().sent()).isEqualTo(20);
      assertThat(logger.count().acknowledged()).isEqualTo(20);
      assertThat(logger.count().resent()).isGreaterThanOrEqualTo(20);
      Map<String, Integer> timesSent = new HashMap<>();
      centre.packets().forEach(packet -> timesSent.merge(packet.qn(), 1, Integer::sum));
      assertThat(timesSent)
          .hasSize(20)
          .allSatisfy((qn, times) -> assertThat(times).isGreaterThanOrEqualTo(2));
    }
  }

  @Test
  void aLineWithoutAnswersIsReplacedAfterReCountRepeats() {
    AtomicInteger silent = new AtomicInteger(3);
    try (ScriptedCentre centre =
        new ScriptedCentre(packet -> silent.getAndDecrement() > 0 ? Reply.SILENCE : Reply.ANSWER)) {
      DataLogger logger = started(STACK, centre.address(), IMPATIENT);

      sendHours(logger, 1).join();

      // once, two repeats, and once more on the second connection
      assertThat(logger.count()).isEqualTo(new DeliveryCount(1, 3, 1, 0, 0, 1));
      assertThat(centre.packets())
          .extracting(Packet::qn)
          .hasSize(4)
          .containsOnly(centre.packets().get(0).qn());
      assertThat(centre.connections()).isEqualTo(2);
    }
  }

  @Test
  void nothingIsForgottenWhenTheCentreKeepsCuttingTheLine() {
    AtomicInteger received = new AtomicInteger();
    try (ScriptedCentre centre =
        new ScriptedCentre(
            packet ->
                switch (received.incrementAndGet() % 17) {
                  case 5 -> Reply.CUT;
                  case 11 -> Reply.ANSWER_AND_CUT;
                  default -> Reply.ANSWER;
                })) {
      DataLogger logger = started(STACK, centre.address(), IMPATIENT);

      sendHours(logger, 200).join();

      DeliveryCount count = logger.count();
      assertThat(count.sent()).isEqualTo(200);
      assertThat(count.acknowledged()).isEqualTo(200);
      assertThat(count.waiting()).isZero();
      assertThat(count.reconnects()).isEqualTo(centre.connections() - 1).isGreaterThan(10);
      assertThat(count.resent()).isGreaterThanOrEqualTo(count.reconnects() / 2);
      assertThat(Set.copyOf(centre.packets().stream().map(Packet::qn).toList())).hasSize(200);
    }
  }

  @Test
  void uploadsWaitForACentreThatComesLate() {
    int port = ScriptedCentre.freePort();
    DataLogger logger =
        started(STACK, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), IMPATIENT);
    CompletableFuture<Void> all = sendHours(logger, 10);
    await().until(() -> logger.link() instanceof Link.Down down && down.failures() >= 2);
    assertThat(logger.count()).isEqualTo(new DeliveryCount(0, 0, 0, 10, 0, 0));

    try (ScriptedCentre centre = new ScriptedCentre(port, packet -> Reply.ANSWER)) {
      all.join();

      assertThat(centre.packets()).hasSize(10);
    }
  }

  @Test
  void noMoreThanTheWindowIsUnacknowledged() {
    try (ScriptedCentre centre = new ScriptedCentre(packet -> Reply.SILENCE)) {
      DataLogger logger = started(STACK, centre.address(), patient(3));

      CompletableFuture<Void> all = sendHours(logger, 10);

      await().until(() -> centre.packets().size() == 3);
      assertThat(logger.count()).isEqualTo(new DeliveryCount(3, 0, 0, 10, 0, 0));
      logger.stop().join();
      assertThat(all).isCompletedExceptionally();
      assertThat(logger.count().waiting()).isEqualTo(10);
    }
  }

  @Test
  void aGarbledCopyIsRefusedByItsCheckCodeAndTheRightFrameFollows() {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      DataLogger logger = started(STACK, centre.address(), patient(8));

      logger.send(hour(0).garbled()).join();

      assertThat(centre.rejected())
          .extracting(Verdict.Rejected::reason)
          .containsExactly(Reason.BAD_CRC);
      assertThat(centre.packets()).hasSize(1);
      assertThat(logger.count()).isEqualTo(new DeliveryCount(1, 0, 1, 0, 1, 0));
    }
  }

  @Test
  void aLoggerOf2005FindsItsRequestNumberInsideTheAnswer() {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      LoggerIdentity old = new LoggerIdentity("31", "OLD", "123456", Edition.V2005);
      DataLogger logger = started(old, centre.address(), patient(8));

      sendHours(logger, 3).join();

      assertThat(logger.count()).isEqualTo(new DeliveryCount(3, 0, 3, 0, 0, 0));
      assertThat(centre.packets()).extracting(Packet::edition).containsOnly(Edition.V2005);
    }
  }

  @Test
  void partsOfASplitUploadAreAcknowledgedEachOnItsOwn() {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      DataLogger logger = started(STACK, centre.address(), patient(8));
      List<FactorFields> many = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        many.add(new FactorFields("a210" + (10 + i), List.of("Avg", "123.456", "Flag", "N")));
      }

      List<Upload> parts = Upload.of("2061", START, many).fitted();
      parts.forEach(part -> logger.send(part).join());

      assertThat(parts).hasSize(2);
      assertThat(logger.count().acknowledged()).isEqualTo(2);
      assertThat(centre.packets())
          .allSatisfy(packet -> assertThat(packet.bytes().length).isLessThanOrEqualTo(1036))
          .allSatisfy(packet -> assertThat(packet.parts()).isEqualTo(2))
          .allSatisfy(packet -> assertThat(packet.flag()).isEqualTo(7))
          .extracting(Packet::part)
          .containsExactly(1, 2);
      assertThat(centre.packets().stream().mapToInt(packet -> packet.factors().size()).sum())
          .isEqualTo(30);
    }
  }

  private DataLogger started(
      LoggerIdentity identity, InetSocketAddress centre, DeliverySettings settings) {
    DataLogger logger = new DataLogger(identity, centre, settings, group, Clock.systemUTC());
    loggers.add(logger);
    logger.start();
    return logger;
  }

  private static DeliverySettings patient(int window) {
    return DeliverySettings.STANDARD.withWindow(window);
  }

  private static CompletableFuture<Void> sendHours(DataLogger logger, int hours) {
    CompletableFuture<?>[] acknowledged = new CompletableFuture<?>[hours];
    for (int at = 0; at < hours; at++) {
      acknowledged[at] = logger.send(hour(at));
    }
    return CompletableFuture.allOf(acknowledged).orTimeout(30, TimeUnit.SECONDS);
  }

  private static Upload hour(int number) {
    return Upload.of(
        "2061",
        START.plus(Duration.ofHours(number)),
        List.of(new FactorFields("a21026", List.of("Avg", "12." + number, "Flag", "N"))));
  }
}
