package io.touchline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.touchline.app.CommandRun;
import io.touchline.contract.CommandRecord;
import io.touchline.contract.ConnectionRecord;
import io.touchline.fleet.logger.DataLogger;
import io.touchline.fleet.logger.DeliverySettings;
import io.touchline.fleet.logger.LoggerIdentity;
import io.touchline.fleet.logger.LoggerPersonality;
import io.touchline.fleet.logger.Measurements;
import io.touchline.fleet.misbehaviour.Habits;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Edition;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at a terminal asks a data logger, and sees of it. */
class AskIT {

  private static final String MN = "ASK00000000001";
  private static final MultiThreadIoEventLoopGroup GROUP =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  @TempDir private static Path directory;
  private static Centre centre;
  private static DataLogger logger;

  @BeforeAll
  static void open() throws Exception {
    centre = new Centre(directory.resolve("broker"));
    InetSocketAddress gateway = centre.openGateway("north");
    centre.register(Centre.stack(MN, Centre.PASSWORD, null));
    logger =
        new DataLogger(
            LoggerPersonality.of(new LoggerIdentity("31", MN, Centre.PASSWORD, Edition.V2017))
                .withGreetings(true, false),
            Measurements.NONE,
            Habits.none(),
            gateway,
            DeliverySettings.STANDARD,
            GROUP,
            Clock.systemUTC());
    logger.start();
  }

  @AfterAll
  static void close() {
    logger.stop().join();
    centre.close();
    GROUP.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void aSettingIsMadeShownStepByStepAndKeptWithItsAuthor() {
    CommandRun run = ask("SET_REALTIME_INTERVAL", "RtdInterval=60");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("TAKEN", "SENT", "ACCEPTED", "DONE", "north", "ExeRtn=1");
    assertThat(logger.configuration().realTimeSeconds()).isEqualTo(60);
    assertThat(centre.read(centre.topics.commands(), MN, CommandRecord.class))
        .anySatisfy(
            command -> {
              assertThat(command.command()).isEqualTo(CommandCode.SET_REALTIME_INTERVAL);
              assertThat(command.author()).isEqualTo("tester");
              assertThat(command.reason()).isEqualTo("to see it work");
            });
  }

  @Test
  void aCommandThatMakesNoSenseEndsWithItsReasonAndExitCodeOne() {
    CommandRun run = ask("1062", "RtdInterval=5");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("INVALID", "RtdInterval");
  }

  @Test
  void anUnknownCommandIsWrongUsageAndNamesTheKnownOnes() {
    CommandRun run = ask("MAKE_TEA");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("MAKE_TEA", "1012 SET_TIME");
  }

  @Test
  void stationsShowsHowALoggerIsConnected() {
    ask("DEVICE_TIME");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> !centre.read(centre.topics.connections(), MN, ConnectionRecord.class).isEmpty());

    CommandRun run = CommandRun.of("stations", "--bootstrap-servers", servers());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains(MN, "CONNECTED", "north");
  }

  private static CommandRun ask(String command, String... fields) {
    List<String> arguments =
        new ArrayList<>(
            List.of("ask", MN, command, "--bootstrap-servers", servers(), "--author", "tester"));
    arguments.addAll(List.of("--reason", "to see it work", "--within", "PT60S"));
    arguments.addAll(List.of(fields));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static String servers() {
    return (String) centre.servers().get("bootstrap.servers");
  }
}
