package io.touchline.fleet.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Scenario 01: what one core decodes, against the bare check code over the same bytes in the same
 * run. JMH runs each benchmark in a JVM of its own.
 */
public final class DecodeScenario {

  private static final double FRAMES_PER_CPU_SECOND = 550_000;
  private static final double TO_BARE_CRC = 0.45;
  private static final double BYTES_PER_PACKET = 1024;

  private static final Map<String, Measure> MEASURES =
      Map.of(
          "crcBitwise", Measure.CRC_BITWISE,
          "crcTable", Measure.CRC_TABLE,
          "crcColumns", Measure.CRC_COLUMNS,
          "decodeHour", Measure.DECODE_HOUR,
          "decodeCipher", Measure.DECODE_CIPHER,
          "answer", Measure.ANSWER,
          "decodeRejected", Measure.DECODE_REJECTED,
          "decodeStream", Measure.DECODE_STREAM,
          "readItems", Measure.READ_ITEMS,
          "readFactors", Measure.READ_FACTORS);

  private final int iterations;
  private final TimeValue length;

  /**
   * A scenario of some length.
   *
   * @param iterations of each benchmark, of a second each; 0 for one of a tenth, which shows that
   *     it runs and nothing more
   */
  public DecodeScenario(int iterations) {
    this.iterations = Math.max(1, iterations);
    this.length = TimeValue.milliseconds(iterations == 0 ? 100 : 1000);
  }

  /** Runs some minutes; the figures come in the order in which they are read. */
  public List<Figure> run() throws RunnerException {
    Map<String, RunResult> results = new HashMap<>();
    for (RunResult result : benchmarks()) {
      results.put(result.getPrimaryResult().getLabel(), result);
    }
    RunResult minute = results.get("decodeMinute");
    double rate = perCpuSecond(minute);
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of(Measure.DECODE_MINUTE, rate).atLeast(FRAMES_PER_CPU_SECOND));
    figures.add(
        Figure.of(Measure.DECODE_MINUTE_TO_CRC, rate / perCpuSecond(results.get("crcTable")))
            .atLeast(TO_BARE_CRC));
    figures.add(
        Figure.of(Measure.DECODE_MINUTE_BYTES, secondary(minute, "gc.alloc.rate.norm"))
            .atMost(BYTES_PER_PACKET));
    for (Measure measure : Measure.values()) {
      MEASURES.forEach(
          (name, shown) -> {
            if (shown == measure) {
              figures.add(Figure.of(measure, perCpuSecond(results.get(name))));
            }
          });
    }
    return figures;
  }

  private Collection<RunResult> benchmarks() throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(DecodeBenchmark.class.getName() + "\\.")
            .forks(1)
            .jvmArgs("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC")
            .warmupIterations(iterations)
            .warmupTime(length)
            .measurementIterations(iterations)
            .measurementTime(length)
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    return new Runner(options).run();
  }

  private static double perCpuSecond(RunResult result) {
    return result.getPrimaryResult().getScore() / secondary(result, "cpuSeconds");
  }

  private static double secondary(RunResult result, String name) {
    for (Object secondary : result.getSecondaryResults().values()) {
      if (secondary instanceof Result<?> figure && figure.getLabel().endsWith(name)) {
        return figure.getScore();
      }
    }
    throw new IllegalStateException("no figure " + name);
  }
}
