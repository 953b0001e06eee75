package io.touchline.fleet.logger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.touchline.domain.ChinaTime;
import io.touchline.fleet.HandClock;
import io.touchline.fleet.ScriptedCentre;
import io.touchline.fleet.ScriptedCentre.Reply;
import io.touchline.fleet.misbehaviour.Habits;
import io.touchline.hj212.Edition;
import io.touchline.hj212.Packet;
import io.touchline.hj212.PacketWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a logger does when the centre asks it something. */
class LoggerDialogIT {

  private static final Instant NOW = ChinaTime.parse("2026-11-20T10:00:00+08:00");
  private static final String MN = "0123456789ABCDEF01234567";
  private static final String PW = "123456";
  private static final String QN = "20261120100000123";
  private static final Duration SOON = Duration.ofSeconds(20);

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final HandClock clock = new HandClock(NOW);
  private final ScriptedCentre centre = ScriptedCentre.answering();
  private final Memory memory = new Memory();
  private DataLogger logger;

  @AfterEach
  void stopAll() {
    if (logger != null) {
      logger.stop().join();
    }
    centre.close();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @ParameterizedTest
  @CsvSource({
    "V2005, 3, ''",
    "V2017, 5, 4",
    "V2025, 9, 8",
  })
  void aSettingIsAcceptedThenDoneInTheWordsOfTheEdition(Edition edition, int flag, String answer) {
    start(LoggerPersonality.of(identity(edition)));

    ask(request("1062", flag).item("RtdInterval", "60"));

    List<Packet> said = hear(2);
    assertThat(said).extracting(Packet::cn).containsExactly("9011", "9012");
    assertThat(said).extracting(Packet::exchangeQn).containsOnly(QN);
    assertThat(said).extracting(Packet::st).containsOnly("91");
    assertThat(said.get(0).value("QnRtn")).isEqualTo("1");
    assertThat(said.get(1).value("ExeRtn")).isEqualTo("1");
    if (edition == Edition.V2005) {
      assertThat(said).allMatch(packet -> packet.qn().isEmpty() && packet.flag() == -1);
    } else {
      assertThat(said).extracting(Packet::flag).containsOnly(Integer.valueOf(answer));
    }
    assertThat(logger.configuration().realTimeSeconds()).isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({
    "1062, RtdInterval=29, 2",
    "1062, RtdInterval=3601, 2",
    "1064, MinInterval=7, 2",
    "1064, MinInterval=5, 1",
    "1000, OverTime=100;ReCount=3, 2",
    "1000, OverTime=5;Recount=4, 1",
    "1012, SystemTime=2026, 2",
    "1072, NewPW=12345, 2",
    "1014, NewSK=short, 2",
    "3012, PolId=w01018, 1",
    "3022, PolId=w01018, 1",
  })
  void aValueOutOfRangeIsNotTaken(String cn, String parameters, String exeRtn) {
    start(LoggerPersonality.of(identity(Edition.V2017)));

    ask(items(request(cn, 5), parameters));

    assertThat(hear(2).get(1).value("ExeRtn")).isEqualTo(exeRtn);
  }

  @ParameterizedTest
  @CsvSource({
    "1011, '', SystemTime=20261120100230",
    "1061, '', RtdInterval=30",
    "1063, '', MinInterval=10",
    "3018, PolId=w01018, Stime=40",
    "3020, PolId=w01018;InfoId=i12001, i12001-Info=1",
  })
  void aQuestionIsAnsweredUnderItsOwnNumberAndCode(String cn, String parameters, String value) {
    start(LoggerPersonality.of(identity(Edition.V2017)).withClockOffset(Duration.ofSeconds(150)));

    ask(items(request(cn, 5), parameters));

    List<Packet> said = hear(3);
    assertThat(said).extracting(Packet::cn).containsExactly("9011", cn, "9012");
    assertThat(said).extracting(Packet::qn).containsOnly(QN);
    assertThat(said.get(1).st()).isEqualTo("31");
    String name = value.substring(0, value.indexOf('='));
    assertThat(said.get(1).value(name)).isEqualTo(value.substring(name.length() + 1));
  }

  @Test
  void itsClockIsOffUntilItIsSetAndItsRequestNumbersFollow() {
    start(LoggerPersonality.of(identity(Edition.V2017)).withClockOffset(Duration.ofMinutes(10)));
    logger.send(hour(0)).join();
    assertThat(centre.packets().get(0).qn()).startsWith("202611201010");

    ask(request("1012", 5).item("SystemTime", "20261120100000"));
    hear(3);
    logger.send(hour(1)).join();

    assertThat(logger.clock().offset()).isZero();
    assertThat(centre.packets().get(3).qn()).startsWith("202611201000");
  }

  @Test
  void aNewPasswordHoldsFromTheNextExchangeOn() {
    start(LoggerPersonality.of(identity(Edition.V2017)));

    ask(request("1072", 5).item("NewPW", "654321"));
    assertThat(hear(2)).extracting(Packet::pw).containsOnly(PW);
    logger.send(hour(0)).join();

    assertThat(centre.packets().get(2).pw()).isEqualTo("654321");
  }

  @ParameterizedTest
  @CsvSource({
    "1061, 999999, 0123456789ABCDEF01234567, 3",
    "1061, 123456, 888888888888888888888888, 4",
    "4711, 123456, 0123456789ABCDEF01234567, 8",
  })
  void aRequestThatIsNotForItIsRefused(String cn, String pw, String mn, String qnRtn) {
    start(LoggerPersonality.of(identity(Edition.V2017)));

    ask(new PacketWriter().qn(QN).st("31").cn(cn).pw(pw).mn(mn).flag(5));

    assertThat(hear(1).get(0).value("QnRtn")).isEqualTo(qnRtn);
  }

  @Test
  void aRequestThatComesAgainIsAnsweredAgainAndNotDoneAgain() {
    start(LoggerPersonality.of(identity(Edition.V2017)));
    PacketWriter set = request("1012", 5).item("SystemTime", "20261120095900");
    ask(set);
    hear(2);
    clock.forward(Duration.ofMinutes(5));

    ask(set);

    assertThat(hear(4)).extracting(Packet::cn).containsExactly("9011", "9012", "9011", "9012");
    assertThat(logger.clock().offset()).isEqualTo(Duration.ofMinutes(-1));
  }

  @Test
  void historyComesAPeriodAtATimeUnderNumbersOfItsOwn() {
    start(LoggerPersonality.of(identity(Edition.V2017)));
    for (int at = 0; at < 6; at++) {
      memory.remember(hour(at));
    }
    memory.lose("2061", NOW.plus(Duration.ofHours(2)), NOW.plus(Duration.ofHours(3)));

    ask(history("2061", 1, 4));

    List<Packet> said = hear(5);
    assertThat(said).extracting(Packet::cn).containsExactly("9011", "2061", "2061", "2061", "9012");
    assertThat(said.subList(1, 4))
        .extracting(packet -> packet.dataTime().orElseThrow().getHour())
        .containsExactly(11, 13, 14);
    assertThat(said.subList(1, 4))
        .extracting(Packet::qn)
        .doesNotContain(QN)
        .doesNotHaveDuplicates();
    assertThat(said.get(4).value("ExeRtn")).isEqualTo("1");
    assertThat(logger.count().acknowledged()).isEqualTo(3);
  }

  @Test
  void theNextPeriodWaitsForTheReplyToTheOneBefore() {
    ScriptedCentre silent = new ScriptedCentre(packet -> Reply.SILENCE);
    try (silent) {
      start(LoggerPersonality.of(identity(Edition.V2017)), silent);
      memory.remember(hour(0));
      memory.remember(hour(1));
      silent.say(history("2061", 0, 1).toFrame());

      await().atMost(SOON).until(() -> silent.packets("2061").count() == 1);
      Packet first = silent.packets("2061").findFirst().orElseThrow();
      silent.say(
          new PacketWriter().qn(first.qn()).st("91").cn("9014").pw(PW).mn(MN).flag(4).toFrame());

      await().atMost(SOON).until(() -> silent.packets("2061").count() == 2);
      assertThat(silent.packets("9012")).isEmpty();
    }
  }

  @Test
  void historyThatWantsNoRepliesGoesOutInOneRow() {
    ScriptedCentre silent = new ScriptedCentre(packet -> Reply.SILENCE);
    try (silent) {
      start(LoggerPersonality.of(identity(Edition.V2017)).withUnaskingHistory(), silent);
      memory.remember(hour(0));
      memory.remember(hour(1));

      silent.say(history("2061", 0, 1).toFrame());

      await().atMost(SOON).until(() -> silent.packets("9012").count() == 1);
      assertThat(silent.packets("2061")).hasSize(2).allMatch(packet -> packet.flag() == 4);
    }
  }

  @Test
  void historyThatItHasNotIsSaidToBeMissing() {
    start(LoggerPersonality.of(identity(Edition.V2017)));

    ask(history("2051", 0, 4));

    assertThat(hear(2).get(1).value("ExeRtn")).isEqualTo("100");
  }

  @Test
  void aNoticeToStopIsAnsweredWith9013() {
    start(LoggerPersonality.of(identity(Edition.V2017)));

    ask(request("2012", 5));

    assertThat(hear(1)).extracting(Packet::cn).containsExactly("9013");
    await().atMost(SOON).until(() -> !logger.configuration().realTime());
  }

  @Test
  void realTimeDataComesWhileItIsSwitchedOn() {
    Measurements present =
        new Measurements() {
          @Override
          public Iterator<List<Upload>> between(String cn, Instant from, Instant to) {
            return memory.between(cn, from, to);
          }

          @Override
          public List<FactorFields> present(Instant now) {
            return List.of(new FactorFields("a21026", List.of("Rtd", "12.3", "Flag", "N")));
          }
        };
    start(LoggerPersonality.of(identity(Edition.V2017)), present, centre);
    await().atMost(SOON).until(() -> centre.packets("2011").count() == 1);
    ask(request("2012", 5));
    await().atMost(SOON).until(() -> centre.packets("9013").count() == 1);
    clock.forward(Duration.ofMinutes(1));

    ask(new PacketWriter().qn("20261120100100000").st("31").cn("2021").pw(PW).mn(MN).flag(5));

    await().atMost(SOON).until(() -> centre.packets("2021").count() == 1);
    assertThat(centre.packets("2011")).hasSize(1);
    assertThat(centre.packets("2021").findFirst().orElseThrow().factors())
        .containsOnlyKeys("SB1", "SB2");
  }

  @ParameterizedTest
  @CsvSource({
    "refuse, 9011:2",
    "fail, '9011:1 9012:3'",
    "skip, 9012:1",
    "twice, '9011:1 9011:1 9012:1'",
    "dawdle, '9011:1 9012:1'",
  })
  void aReactionChangesWhatItSays(String reaction, String expected) {
    start(LoggerPersonality.of(identity(Edition.V2017)));
    logger.reactTo(
        "1062",
        switch (reaction) {
          case "refuse" -> new Reaction.Refuse(2);
          case "fail" -> new Reaction.Fail(3);
          case "skip" -> new Reaction.SkipAcceptance();
          case "twice" -> new Reaction.AcceptTwice();
          default -> new Reaction.Dawdle(Duration.ofMillis(300));
        });

    ask(request("1062", 5).item("RtdInterval", "60"));

    List<String> wanted = List.of(expected.split(" ", -1));
    assertThat(hear(wanted.size()).stream().map(LoggerDialogIT::answer)).isEqualTo(wanted);
  }

  @Test
  void aRequestMayGoUnheardAndAnswerAfterItsResends() {
    start(LoggerPersonality.of(identity(Edition.V2017)));
    logger.reactTo("1062", new Reaction.Ignore(2));
    PacketWriter set = request("1062", 5).item("RtdInterval", "60");

    ask(set);
    ask(set);
    logger.send(hour(0)).join();
    assertThat(centre.packets("9011")).isEmpty();
    ask(set);

    await().atMost(SOON).until(() -> centre.packets("9012").count() == 1);
    assertThat(centre.packets("9011")).hasSize(1);
  }

  @Test
  void heartbeatsAndGreetingsAreNoticesThatTheCentreAnswers() {
    start(
        LoggerPersonality.of(identity(Edition.V2025))
            .withGreetings(true, true)
            .withHeartbeat(Duration.ofMillis(200)));

    await().atMost(SOON).until(() -> centre.packets("9015").count() >= 2);
    assertThat(centre.packets("2081").findFirst().orElseThrow().value("RestartTime"))
        .isEqualTo("20261120100000");
    assertThat(centre.packets("1013")).hasSize(1);
    await().atMost(SOON).until(() -> logger.count().acknowledged() >= 4);
  }

  private void start(LoggerPersonality personality) {
    start(personality, centre);
  }

  private void start(LoggerPersonality personality, ScriptedCentre with) {
    start(personality, memory, with);
  }

  private void start(LoggerPersonality personality, Measurements what, ScriptedCentre with) {
    logger =
        new DataLogger(
            personality,
            what,
            Habits.none(),
            with.address(),
            DeliverySettings.STANDARD,
            group,
            clock);
    logger.start();
    await().atMost(SOON).until(() -> logger.link() instanceof Link.Up);
    await().atMost(SOON).until(() -> with.connections() == 1);
  }

  private void ask(PacketWriter request) {
    centre.say(request.toFrame());
  }

  private List<Packet> hear(int packets) {
    await().atMost(SOON).until(() -> centre.packets().size() >= packets);
    return List.copyOf(centre.packets());
  }

  private static String answer(Packet packet) {
    return packet.cn() + ':' + packet.value("QnRtn") + packet.value("ExeRtn");
  }

  private static PacketWriter request(String cn, int flag) {
    return new PacketWriter().qn(QN).st("31").cn(cn).pw(PW).mn(MN).flag(flag);
  }

  private static PacketWriter items(PacketWriter request, String parameters) {
    Stream.of(parameters.split(";", -1))
        .filter(each -> !each.isEmpty())
        .forEach(
            each -> {
              int equals = each.indexOf('=');
              request.item(each.substring(0, equals), each.substring(equals + 1));
            });
    return request;
  }

  private static PacketWriter history(String cn, int from, int to) {
    return request(cn, 5)
        .item("BeginTime", "20261120" + (10 + from) + "0000")
        .item("EndTime", "20261120" + (10 + to) + "0000");
  }

  private static LoggerIdentity identity(Edition edition) {
    return new LoggerIdentity("31", MN, PW, edition);
  }

  private static Upload hour(int number) {
    return Upload.of(
        "2061",
        NOW.plus(Duration.ofHours(number)),
        List.of(new FactorFields("a21026", List.of("Avg", "12." + number, "Flag", "N"))));
  }
}
