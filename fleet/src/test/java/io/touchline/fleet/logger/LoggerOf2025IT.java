package io.touchline.fleet.logger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.touchline.fleet.ScriptedCentre;
import io.touchline.fleet.ScriptedCentre.Reply;
import io.touchline.fleet.misbehaviour.Habits;
import io.touchline.fleet.misbehaviour.Misbehaviour;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.Edition;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.Packet;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Sm4Key;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Join, cipher and backfill of the 2025 edition, and the ways of a line. */
class LoggerOf2025IT {

  private static final String MN = "0123456789ABCDEF01234567";
  private static final String SERIAL = "6970000000001ABCDEFG1234";
  private static final Sm4Key FIRST = Sm4Key.parse("ThisIsTheFirst01");
  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final DeliverySettings IMPATIENT =
      new DeliverySettings(
          4, Duration.ofMillis(1500), 2, Duration.ofMillis(20), Duration.ofMillis(100));

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final List<DataLogger> loggers = new ArrayList<>();

  @AfterEach
  void stopAll() {
    loggers.forEach(logger -> logger.stop().join());
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void aLoggerWithoutMnJoinsAndItsUploadsAreEncipheredAfterwards() {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      DataLogger logger =
          started(
              LoggerPersonality.unjoined("31", "123456", SERIAL, "A800200A8C6D"),
              Habits.none(),
              centre.address(),
              DeliverySettings.STANDARD);
      var uploaded = logger.send(hour(0));

      Packet joins = next(centre, "1001");
      assertThat(joins.mn()).isEmpty();
      assertThat(joins.factors().get("i23005")).containsEntry("Info", SERIAL);
      assertThat(joins.factors().get("i23006")).containsEntry("Info", "A800200A8C6D");
      centre.say(request("1002").item("i23005-Info", SERIAL).toFrame());

      assertThat(next(centre, "1014").mn()).isEqualTo(MN);
      assertThat(uploaded).isNotDone();
      centre.understand(dialect(FIRST));
      centre.say(
          request("1014")
              .item("SKCreateTime", "20261120080000000")
              .and("NewSK", "ThisIsTheFirst01")
              .toFrame());

      uploaded.orTimeout(20, TimeUnit.SECONDS).join();
      Packet upload = next(centre, "2061");
      assertThat(upload.enciphered()).isTrue();
      assertThat(upload.mn()).isEqualTo(MN);
      assertThat(upload.factors().get("a21026")).containsEntry("Avg", "12.0");
      assertThat(logger.configuration().key()).isEqualTo(FIRST);
      assertThat(logger.configuration().keyCreated()).isEqualTo("20261120080000000");
    }
  }

  @Test
  void aLoggerThatIsAnsweredAndGivenNoMnAsksAgain() {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      started(
          LoggerPersonality.unjoined("31", "123456", SERIAL),
          Habits.none(),
          centre.address(),
          IMPATIENT);

      await().atMost(SOON).until(() -> centre.packets("1001").count() >= 4);

      assertThat(centre.packets("1001")).extracting(Packet::qn).doesNotHaveDuplicates();
    }
  }

  @Test
  void aKeyIsRenewedUnderTheKeyBefore() {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      centre.understand(dialect(FIRST));
      DataLogger logger =
          started(
              LoggerPersonality.of(identity(Edition.V2025)).withKey(FIRST),
              Habits.none(),
              centre.address(),
              DeliverySettings.STANDARD);

      await().atMost(SOON).until(() -> centre.connections() == 1);
      centre.say(request("1014").item("NewSK", "TheSecondKeyHere").enciphered(FIRST).toFrame());
      await().atMost(SOON).until(() -> centre.packets("9012").count() == 1);
      centre.understand(dialect(Sm4Key.parse("TheSecondKeyHere")));
      logger.send(hour(0)).join();

      assertThat(next(centre, "2061").enciphered()).isTrue();
    }
  }

  @Test
  void whatFailedGoesOutAfterNewDataAndMarkedAsBackfill() {
    int port = ScriptedCentre.freePort();
    DataLogger logger =
        started(
            LoggerPersonality.of(identity(Edition.V2025)).withMarkedBackfill(),
            Habits.none(),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            IMPATIENT);
    var all = new ArrayList<CompletableFuture<Void>>();
    for (int at = 0; at < 6; at++) {
      all.add(logger.send(hour(at)));
    }
    await().pollDelay(Duration.ofMillis(1600)).until(() -> logger.link() instanceof Link.Down);
    all.add(logger.send(hour(9)));

    try (ScriptedCentre centre = new ScriptedCentre(port, packet -> Reply.ANSWER)) {
      all.forEach(each -> each.orTimeout(20, TimeUnit.SECONDS).join());

      assertThat(centre.packets().get(0).resent()).isFalse();
      assertThat(centre.packets().get(0).factors().get("a21026")).containsEntry("Avg", "12.9");
      assertThat(centre.packets().subList(1, 7))
          .allMatch(Packet::resent)
          .extracting(packet -> packet.dataTime().orElseThrow())
          .isSorted();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Misbehaviour.class,
      names = {"BYTE_BY_BYTE", "CUT_ANYWHERE", "TWO_IN_ONE_WRITE"})
  void howeverItsBytesAreWrittenTheFramesAreTheSame(Misbehaviour misbehaviour) {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      DataLogger logger =
          started(
              LoggerPersonality.of(identity(Edition.V2017)),
              Habits.always(misbehaviour),
              centre.address(),
              DeliverySettings.STANDARD.withWindow(4));

      var all = IntStream.range(0, 9).mapToObj(at -> logger.send(hour(at))).toList();

      all.forEach(each -> each.orTimeout(30, TimeUnit.SECONDS).join());
      assertThat(logger.count()).isEqualTo(new DeliveryCount(9, 0, 9, 0, 0, 0));
      assertThat(centre.packets()).hasSize(9);
    }
  }

  @Test
  void aLoggerWhoseUploadsCannotBeAnsweredGivesUpAfterOverTime() {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      DataLogger logger =
          started(
              LoggerPersonality.of(identity(Edition.V2017)),
              Habits.always(Misbehaviour.CRC_MODBUS),
              centre.address(),
              IMPATIENT);

      logger.send(hour(0)).orTimeout(20, TimeUnit.SECONDS).join();

      assertThat(centre.rejected()).hasSize(1);
      assertThat(logger.count()).isEqualTo(new DeliveryCount(1, 0, 0, 0, 0, 0, 1));
    }
  }

  @Test
  void aLoggerThatTearsUploadsSendsEveryFactorAlone() {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      DataLogger logger =
          started(
              LoggerPersonality.of(identity(Edition.V2025)),
              Habits.always(Misbehaviour.TEARS_UPLOADS),
              centre.address(),
              DeliverySettings.STANDARD.withWindow(4));
      List<FactorFields> twelve =
          IntStream.range(10, 22)
              .mapToObj(code -> new FactorFields("a210" + code, List.of("Avg", "1.0")))
              .toList();

      logger.send(Upload.of("2061", START, twelve)).orTimeout(20, TimeUnit.SECONDS).join();

      assertThat(centre.packets())
          .hasSize(12)
          .allMatch(packet -> packet.parts() == 12 && packet.flag() == 11)
          .extracting(Packet::part)
          .startsWith(1, 2, 3);
    }
  }

  @Test
  void anAnswerIsAnsweredOnceByALoggerThatAnswersAnswers() {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      DataLogger logger =
          started(
              LoggerPersonality.of(identity(Edition.V2017)),
              Habits.always(Misbehaviour.ANSWERS_ANSWERS),
              centre.address(),
              DeliverySettings.STANDARD);

      logger.send(hour(0)).join();

      Packet bait = next(centre, "9014");
      assertThat(bait.wantsAnswer()).isTrue();
      assertThat(bait.qn()).isEqualTo(next(centre, "2061").qn());
    }
  }

  private DataLogger started(
      LoggerPersonality personality,
      Habits habits,
      InetSocketAddress centre,
      DeliverySettings settings) {
    DataLogger logger =
        new DataLogger(
            personality, Measurements.NONE, habits, centre, settings, group, Clock.systemUTC());
    loggers.add(logger);
    logger.start();
    return logger;
  }

  private static Packet next(ScriptedCentre centre, String commandCode) {
    await().atMost(SOON).until(() -> centre.packets(commandCode).findFirst().isPresent());
    return centre.packets(commandCode).findFirst().orElseThrow();
  }

  private static PacketWriter request(String commandCode) {
    return new PacketWriter()
        .qn("20261120080000123")
        .st("31")
        .cn(commandCode)
        .pw("123456")
        .mn(MN)
        .flag(9);
  }

  private static Dialect dialect(Sm4Key key) {
    return new Dialect(CheckMode.STANDARD, LengthMode.EXACT, List.of(key));
  }

  private static LoggerIdentity identity(Edition edition) {
    return new LoggerIdentity("31", MN, "123456", edition);
  }

  private static Upload hour(int number) {
    return Upload.of(
        "2061",
        START.plus(Duration.ofHours(number)),
        List.of(new FactorFields("a21026", List.of("Avg", "12." + number, "Flag", "N"))));
  }
}
