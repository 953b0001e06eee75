package io.touchline.app.bench;

import io.touchline.app.Complaint;
import io.touchline.app.Texts;
import io.touchline.fleet.bench.DecodeScenario;
import io.touchline.fleet.bench.Figure;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench NAME}: one numbered scenario. Exit code 1 where it misses a target. */
@Command(name = "bench", synopsisSubcommandLabel = "NAME")
public final class BenchCommand {

  private static final int MOST_SECONDS = 3600;

  @Spec private CommandSpec spec;

  /** What a core decodes. */
  @Command(name = "01", aliases = "decode")
  int decode(
      @Option(
              names = "--iterations",
              paramLabel = "N",
              defaultValue = "5",
              descriptionKey = "bench.iterations")
          int iterations) {
    return shown(
        () -> {
          try {
            return new DecodeScenario(iterations).run();
          } catch (RunnerException e) {
            throw Complaint.because(e, "bench.jmh", e.getMessage());
          }
        });
  }

  /** What one gateway takes. */
  @Command(name = "02", aliases = "throughput")
  int throughput(
      @Option(
              names = "--seconds",
              paramLabel = "N",
              defaultValue = "20",
              descriptionKey = "bench.seconds")
          int seconds,
      @Option(
              names = "--window",
              paramLabel = "N",
              defaultValue = "24",
              descriptionKey = "bench.window")
          int window) {
    return shown(new ThroughputScenario(checked(seconds), window)::run);
  }

  /** What one gateway holds. */
  @Command(name = "03", aliases = "idle")
  int idle(
      @Option(
              names = "--connections",
              paramLabel = "N",
              defaultValue = "19000",
              descriptionKey = "bench.connections.option")
          int connections,
      @Option(
              names = "--seconds",
              paramLabel = "N",
              defaultValue = "20",
              descriptionKey = "bench.seconds")
          int seconds) {
    return shown(new IdleScenario(1, connections, checked(seconds))::run);
  }

  /** What five gateways hold. */
  @Command(name = "04", aliases = "crowd")
  int crowd(
      @Option(
              names = "--connections",
              paramLabel = "N",
              defaultValue = "90000",
              descriptionKey = "bench.connections.option")
          int connections,
      @Option(
              names = "--gateways",
              paramLabel = "N",
              defaultValue = "5",
              descriptionKey = "bench.gateways")
          int gateways,
      @Option(
              names = "--seconds",
              paramLabel = "N",
              defaultValue = "20",
              descriptionKey = "bench.seconds")
          int seconds) {
    return shown(new IdleScenario(gateways, connections / gateways, checked(seconds))::run);
  }

  /** Whether anything at all can upset scanner and decoder. */
  @Command(name = "05", aliases = "fuzz")
  int fuzz(
      @Option(
              names = "--frames",
              paramLabel = "N",
              defaultValue = "50000000",
              descriptionKey = "bench.frames")
          long frames,
      @Option(names = "--seed", paramLabel = "S", descriptionKey = "bench.seed.option") Long seed) {
    long chosen = seed == null ? Clock.systemUTC().millis() : seed;
    return shown(new FuzzScenario(frames, chosen, spec.commandLine().getOut())::run);
  }

  /** What it takes to re-derive a year. */
  @Command(name = "06", aliases = "year")
  int year() {
    return shown(new YearScenario(YearScenario.HOURS, 3)::run);
  }

  /** How long an hour takes to close. */
  @Command(name = "07", aliases = "close")
  int close(@Option(names = "--outlets", defaultValue = "2000", hidden = true) int outlets) {
    return shown(new CloseScenario(outlets)::run);
  }

  /** What a day of minutes takes in the stores. */
  @Command(name = "08", aliases = "state")
  int state() {
    return shown(new StateScenario(StateScenario.OUTLETS, StateScenario.DAY)::run);
  }

  /** What a nation's registry takes, and how soon its hour is summed up. */
  @Command(name = "09", aliases = "registry")
  int registry(@Option(names = "--outlets", defaultValue = "100000", hidden = true) int outlets) {
    return shown(new RegistryScenario(outlets)::run);
  }

  /** What faults leave behind: nothing. */
  @Command(name = "10", aliases = "faults")
  int faults(
      @Option(
              names = "--frames",
              paramLabel = "N",
              defaultValue = "400",
              descriptionKey = "bench.faults.frames")
          int frames,
      @Option(
              names = "--times",
              paramLabel = "N",
              defaultValue = "2",
              descriptionKey = "bench.faults.times")
          int times,
      @Option(names = "--seed", paramLabel = "S", descriptionKey = "bench.seed.option") Long seed) {
    long chosen = seed == null ? Clock.systemUTC().millis() : seed;
    PrintWriter out = spec.commandLine().getOut();
    out.println(Texts.get("bench.running"));
    out.println(Texts.get("bench.seed", Long.toString(chosen)));
    long differences = new FaultScenario(frames, times, chosen, out).run();
    out.println(Texts.get("bench.faults.differences", differences));
    out.flush();
    return differences == 0 ? 0 : 1;
  }

  private int shown(Callable<List<Figure>> scenario) {
    try {
      spec.commandLine().getOut().println(Texts.get("bench.running"));
      spec.commandLine().getOut().flush();
      Findings findings = new Findings(scenario.call());
      findings.print(spec.commandLine().getOut());
      return findings.passed() ? 0 : 1;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static int checked(int seconds) {
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw Complaint.usage("bench.seconds.wrong", Integer.toString(seconds));
    }
    return seconds;
  }
}
