package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.Answers;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.Verdict;
import io.touchline.ingest.command.CommandSettings;
import io.touchline.ingest.limit.Allowance;
import io.touchline.ingest.limit.LockOuts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the page of this module says is so. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");

  @Test
  void theMessageOfThePageIsAcceptedAndAnsweredAsItSays() throws IOException {
    List<String> frames =
        Files.readAllLines(README).stream().filter(line -> line.startsWith("##0")).toList();

    Verdict verdict = new FrameDecoder().decode((frames.get(0) + "\r\n").getBytes(ISO_8859_1));

    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    assertThat(Answers.to(((Verdict.Accepted) verdict).packet()).orElseThrow())
        .isEqualTo((frames.get(1) + "\r\n").getBytes(ISO_8859_1));
  }

  @Test
  void theDefaultsOfThePageAreTheDefaults() throws IOException {
    GatewaySettings settings = GatewaySettings.defaults();
    GatewaySettings.Patience patience = settings.patience();

    assertThat(Files.readString(README))
        .contains("| `name` | `" + settings.name() + "` |")
        .contains("| `" + settings.host() + "`, `" + settings.port() + "` |")
        .contains(
            String.format(
                Locale.ROOT,
                "| %,d, %,d |",
                settings.connections().total(),
                settings.connections().perAddress()))
        .contains("| `patience.start` | " + patience.start().toSeconds() + " s |")
        .contains("| `patience.idle` | " + patience.idle().toMinutes() + " min |")
        .contains(
            "| `patience.unfinishedFrame` | " + patience.unfinishedFrame().toSeconds() + " s |")
        .contains("| `patience.stall` | " + patience.stall().toSeconds() + " s |")
        .contains("| `patience.delivery` | " + patience.delivery().toSeconds() + " s |")
        .contains("| `patience.drain` | " + patience.drain().toSeconds() + " s |")
        .contains("| `patience.slowReader` | " + patience.slowReader().toSeconds() + " s |")
        .contains("| `connections.opening` | " + written(settings.connections().opening()))
        .contains(strangers(settings.strangers()))
        .contains("| `inFlight.total` | " + (settings.inFlight().total() >> 20) + " MiB |")
        .contains(
            "| `inFlight.perConnection` | "
                + (settings.inFlight().perConnection() >> 10)
                + " KiB |");

    CommandSettings commands = settings.commands();
    assertThat(Files.readString(README))
        .contains("| " + commands.overTime().toSeconds() + " s, " + commands.reCount() + " |")
        .contains(
            String.format(
                Locale.ROOT,
                "| %d min, %d min |",
                commands.patience().toMinutes(),
                commands.longPatience().toMinutes()))
        .contains("| `commands.longestLife` | " + commands.longestLife().toHours() + " h |")
        .contains(
            String.format(Locale.ROOT, "| %d, %,d |", commands.perLogger(), commands.inAll()));
  }

  private static String written(Allowance allowance) {
    return String.format(
        Locale.ROOT, "%d/s, %,d at once |", allowance.perSecond(), allowance.burst());
  }

  private static String[] strangers(GatewaySettings.Strangers strangers) {
    LockOuts.Rule lockOut = strangers.lockOut();
    return new String[] {
      "| " + strangers.pieces() + ", " + strangers.patience().toMinutes() + " min |",
      "| "
          + lockOut.failures()
          + " failures, "
          + lockOut.first().toSeconds()
          + " s, "
          + lockOut.longest().toMinutes()
          + " min |",
      "| "
          + (strangers.quarantine().perSecond() >> 10)
          + " KiB/s, "
          + (strangers.quarantine().burst() >> 20)
          + " MiB at once |",
      String.format(Locale.ROOT, "| %,d |", strangers.remembered())
    };
  }

  @Test
  void thePageNamesEveryStepOfTheMap() throws IOException {
    String page = Files.readString(README);

    for (Class<?> step :
        List.of(
            AdmissionHandler.class,
            TlsClosure.class,
            ReadGate.class,
            SlowReader.class,
            IdleTimeout.class,
            FrameSplitter.class,
            FrameChecker.class,
            VettingHandler.class,
            LinkHandler.class,
            PublishHandler.class,
            CommandHandler.class,
            LastResort.class)) {
      assertThat(page).contains("| `" + step.getSimpleName() + "` |");
    }
  }
}
