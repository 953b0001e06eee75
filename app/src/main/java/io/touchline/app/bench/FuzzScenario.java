package io.touchline.app.bench;

import io.touchline.app.Texts;
import io.touchline.fleet.bench.Figure;
import io.touchline.fleet.bench.Measure;
import io.touchline.fleet.fuzz.FuzzFault;
import io.touchline.fleet.fuzz.FuzzReport;
import io.touchline.fleet.fuzz.FuzzRun;
import java.io.PrintWriter;
import java.util.List;

/** Scenario 05: the fuzzer on all processors, its progress on a terminal, its faults one a line. */
final class FuzzScenario {

  private static final String REWRITE = "\r\u001b[K";

  private final long frames;
  private final long seed;
  private final PrintWriter out;

  FuzzScenario(long frames, long seed, PrintWriter out) {
    this.frames = frames;
    this.seed = seed;
    this.out = out;
  }

  List<Figure> run() throws InterruptedException {
    out.println(Texts.get("bench.seed", Long.toString(seed)));
    out.flush();
    int workers = Runtime.getRuntime().availableProcessors();
    FuzzReport report = new FuzzRun(frames, seed, workers, this::say).run();
    rewind();
    for (FuzzFault fault : report.faults()) {
      out.println(Texts.get("bench.fault", Long.toString(fault.number()), fault.what()));
      out.println(fault.input());
    }
    return List.of(
        Figure.of(Measure.FUZZED, report.frames()).atLeast((double) frames),
        Figure.of(Measure.FUZZED_RATE, report.frames() / report.seconds()),
        Figure.of(Measure.FUZZED_BYTES, report.bytes()),
        Figure.of(Measure.FUZZED_ACCEPTED, report.accepted()),
        Figure.of(Measure.FUZZED_FAULTS, report.faults().size()).atMost(0));
  }

  private void say(long done) {
    if (isLiving()) {
      out.print(REWRITE + Texts.get("bench.progress", Long.toString(done), Long.toString(frames)));
      out.flush();
    }
  }

  private void rewind() {
    if (isLiving()) {
      out.print(REWRITE);
    }
  }

  private static boolean isLiving() {
    return Boolean.getBoolean("touchline.terminal");
  }
}
