package io.touchline.app.replay;

import io.touchline.app.Complaint;
import io.touchline.app.Texts;
import io.touchline.app.registry.Finding.Severity;
import io.touchline.app.registry.Registry;
import io.touchline.app.registry.RegistryReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code replay --registry DIR --packets FILE --out DIR}: the very same topology, offline. A line
 * that is no frame is quarantined and does not stop the replay; a registry with an error does.
 */
@Command(name = "replay")
public final class ReplayCommand implements Callable<Integer> {

  private static final int BUFFER = 1 << 16;
  private static final long LINES_BETWEEN_REPORTS = 20_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--registry",
      paramLabel = "DIR",
      required = true,
      descriptionKey = "touchline.replay.registry")
  private Path registry;

  @Option(
      names = "--packets",
      paramLabel = "FILE",
      required = true,
      descriptionKey = "touchline.replay.packets")
  private Path packets;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      descriptionKey = "touchline.replay.out")
  private Path out;

  @Option(names = "--why", paramLabel = "MN/FACTOR/PERIOD", descriptionKey = "touchline.replay.why")
  private String why;

  @Option(names = "--against", paramLabel = "DIR", descriptionKey = "touchline.replay.against")
  private Path against;

  @Override
  public Integer call() {
    WhyAnswer answer = why == null ? null : new WhyAnswer(WhyQuestion.parse(why));
    Registry outlets = usable(registry);
    Registry others = against == null ? null : usable(against);
    if (outlets == null || (against != null && others == null)) {
      return 1;
    }
    Verdicts was = others == null ? null : new Verdicts();
    try (InputStream in = open();
        ReplayOutput output = openOutput(answer, was);
        Replay replay = new Replay(outlets, output, answer, this::report)) {
      print(replay.run(in));
      if (others != null) {
        backtest(was, others);
      }
      return answer == null ? 0 : explain(answer, outlets, output);
    } catch (IOException | UncheckedIOException e) {
      throw Complaint.because(e, "replay.failed", packets, out, e.getMessage());
    }
  }

  /** Null where it has an error, which is told. */
  private Registry usable(Path directory) {
    Registry read = RegistryReader.read(directory);
    if (read.isUsable()) {
      return read;
    }
    read.findings().forEach(finding -> err().println(finding.sentence()));
    err().println(Texts.get("replay.registry", read.count(Severity.ERROR)));
    return null;
  }

  /** The same frames again, from the beginning, under the other registry. */
  private void backtest(Verdicts was, Registry others) throws IOException {
    Verdicts would = new Verdicts();
    try (InputStream in = open();
        ReplayOutput output = new ReplayOutput(out.resolve("against"), null, would);
        Replay replay = new Replay(others, output, null, this::report)) {
      replay.run(in);
      Backtest backtest = Backtest.of(was, would);
      BacktestText.write(out, backtest);
      BacktestText.print(spec.commandLine().getOut(), backtest);
    }
  }

  private InputStream open() throws IOException {
    if (Files.isDirectory(packets) || !Files.isReadable(packets)) {
      throw Complaint.usage("decode.file", packets.toAbsolutePath());
    }
    return new BufferedInputStream(Files.newInputStream(packets), BUFFER);
  }

  private ReplayOutput openOutput(WhyAnswer answer, Verdicts finals) {
    try {
      return new ReplayOutput(out, answer, finals);
    } catch (IOException e) {
      throw Complaint.because(e, "replay.out", out.toAbsolutePath(), e.getMessage());
    }
  }

  private void report(long lines) {
    if (lines % LINES_BETWEEN_REPORTS == 0) {
      err().println(Texts.get("replay.progress", lines));
    }
  }

  private void print(ReplaySummary summary) {
    PrintWriter to = spec.commandLine().getOut();
    to.println(Texts.get("replay.frames", summary.frames(), summary.quarantined()));
    to.println(Texts.get("replay.hours", summary.hoursJudged(), summary.hoursExceeding()));
    to.println(Texts.get("replay.days", summary.daysJudged(), summary.daysExceeding()));
    to.println(
        Texts.get(
            "replay.episodes",
            summary.episodesOpen(),
            summary.episodesClosed(),
            summary.episodesWithdrawn()));
    to.println(Texts.get("replay.done", out.toAbsolutePath().normalize()));
  }

  private int explain(WhyAnswer answer, Registry registry, ReplayOutput output) throws IOException {
    Optional<WhyAnswer.Explained> explained = answer.explain(registry);
    if (explained.isEmpty()) {
      err().println(Texts.get("why.none", why));
      return 1;
    }
    output.why(explained.get());
    new WhyText(spec.commandLine().getOut()).print(explained.get());
    return 0;
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
