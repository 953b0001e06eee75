package io.touchline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.touchline.contract.Cause;
import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.StationDialect;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.watch.GapRules;
import io.touchline.fleet.logger.DataLogger;
import io.touchline.fleet.logger.DeliverySettings;
import io.touchline.fleet.logger.FactorFields;
import io.touchline.fleet.logger.LoggerIdentity;
import io.touchline.fleet.logger.LoggerPersonality;
import io.touchline.fleet.logger.Memory;
import io.touchline.fleet.logger.Upload;
import io.touchline.fleet.misbehaviour.Habits;
import io.touchline.hj212.Edition;
import io.touchline.streams.JournalSettings;
import io.touchline.streams.JournalStreams;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a logger measured and did not send comes back by itself; a clock that is off is set. */
class GapMendingIT {

  private static final String MN = "010000A8900016F000169DC0";

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Memory memory = new Memory();

  @TempDir private Path directory;

  private Centre centre;
  private JournalStreams journal;
  private InetSocketAddress gateway;
  private DataLogger logger;

  @BeforeEach
  void start() throws Exception {
    centre = new Centre(directory.resolve("broker"));
    centre.register(
        Centre.stack(
            MN,
            Centre.PASSWORD,
            new StationDialect(null, null, null, null, null, null, null, true, true)));
    gateway = centre.openGateway("gateway-1");
    journal =
        new JournalStreams(
            centre.topics,
            JournalSettings.standard().withGaps(impatient()),
            centre.servers(),
            directory.resolve("journal"),
            1);
    journal.start();
  }

  @AfterEach
  void stop() {
    logger.stop().join();
    journal.close();
    centre.close();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void threeLostHoursComeBackByThemselves() {
    connect(Duration.ZERO);
    Instant first = AveragingPeriod.HOUR.startOf(Instant.now()).minus(Duration.ofHours(5));
    for (int hour = 0; hour < 5; hour++) {
      memory.remember(hour(first.plus(Duration.ofHours(hour))));
    }

    logger.send(hour(first)).join();
    logger.send(hour(first.plus(Duration.ofHours(4)))).join();
    whileAlive().until(() -> hours().size() == 5 && gaps().size() == 2);

    assertThat(hours())
        .filteredOn(hour -> hour.start().isAfter(first))
        .filteredOn(hour -> hour.start().isBefore(first.plus(Duration.ofHours(4))))
        .hasSize(3)
        .allSatisfy(hour -> assertThat(hour.cause()).isEqualTo(Cause.BACKFILL));
    assertThat(gaps().get(0).to()).isNull();
    assertThat(gaps().get(1).to()).isEqualTo(first.plus(Duration.ofHours(4)));
    CommandRecord asked = commands(CommandRecord.Origin.GAP).get(0);
    assertThat(asked.id()).endsWith("/1");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(end(asked))
                    .singleElement()
                    .satisfies(
                        result -> {
                          assertThat(result.state()).isEqualTo(CommandResultRecord.State.DONE);
                          assertThat(result.frames()).isEqualTo(3);
                        }));
  }

  @Test
  void clockThatIsOffIsSet() {
    connect(Duration.ofMinutes(5));

    // Five frames half a minute apart prove it.
    whileAlive()
        .until(
            () -> {
              List<CommandRecord> commands = commands(CommandRecord.Origin.CLOCK);
              return !commands.isEmpty() && !end(commands.get(0)).isEmpty();
            });

    assertThat(end(commands(CommandRecord.Origin.CLOCK).get(0)))
        .singleElement()
        .satisfies(result -> assertThat(result.state()).isEqualTo(CommandResultRecord.State.DONE));
    assertThat(quality(QualityRecord.Kind.CLOCK_OFF)).hasSize(1);
    assertThat(logger.clock().offset().abs()).isLessThan(Duration.ofSeconds(30));
  }

  private void connect(Duration clockOffset) {
    LoggerIdentity identity = new LoggerIdentity("31", MN, Centre.PASSWORD, Edition.V2017);
    logger =
        new DataLogger(
            LoggerPersonality.of(identity).withClockOffset(clockOffset),
            memory,
            Habits.none(),
            gateway,
            DeliverySettings.STANDARD,
            group,
            Clock.systemUTC());
    logger.start();
  }

  /** Waits while real-time data keep coming: a station's time goes on with its frames. */
  private ConditionFactory whileAlive() {
    return await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofSeconds(1))
        .conditionEvaluationListener(
            condition ->
                logger
                    .send(
                        Upload.of(
                            "2011",
                            logger.clock().instant().truncatedTo(ChronoUnit.SECONDS),
                            factors("Rtd")))
                    .join());
  }

  private static Upload hour(Instant start) {
    return Upload.of("2061", start, factors("Avg"));
  }

  private static List<FactorFields> factors(String suffix) {
    return List.of(new FactorFields("a21026", List.of(suffix, "12.3", "Flag", "N")));
  }

  private List<MeansRecord> hours() {
    return centre.readOf(centre.topics.means(), MeansRecord.class, MeansRecord::mn, MN).stream()
        .filter(record -> record.period() == AveragingPeriod.HOUR && record.revision() == 1)
        .toList();
  }

  private List<QualityRecord> gaps() {
    return quality(QualityRecord.Kind.GAP);
  }

  private List<QualityRecord> quality(QualityRecord.Kind kind) {
    return centre.read(centre.topics.quality(), MN, QualityRecord.class).stream()
        .filter(record -> record.kind() == kind)
        .toList();
  }

  private List<CommandRecord> commands(CommandRecord.Origin origin) {
    return centre.read(centre.topics.commands(), MN, CommandRecord.class).stream()
        .filter(record -> record.origin() == origin)
        .toList();
  }

  private List<CommandResultRecord> end(CommandRecord command) {
    return centre.read(centre.topics.commandResults(), MN, CommandResultRecord.class).stream()
        .filter(result -> result.id().equals(command.id()) && result.state().terminal())
        .toList();
  }

  /** Nothing is waited for that a test would have to wait for too. */
  private static GapRules impatient() {
    GapRules standard = GapRules.standard();
    Duration second = Duration.ofSeconds(1);
    return new GapRules(
        standard.minute(),
        new GapRules.Level(0, Duration.ZERO, Duration.ofDays(30)),
        standard.day(),
        standard.mostGaps(),
        standard.slotsPerRequest(),
        second,
        Duration.ofSeconds(60),
        Duration.ofSeconds(5),
        standard.longestBackOff(),
        standard.refusals(),
        standard.afterRefusal(),
        second,
        second);
  }
}
