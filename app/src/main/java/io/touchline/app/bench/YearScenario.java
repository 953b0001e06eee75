package io.touchline.app.bench;

import io.touchline.contract.MeansRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.fleet.bench.Figure;
import io.touchline.fleet.bench.Measure;
import io.touchline.streams.JournalSettings;
import io.touchline.streams.OfflineJournal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Scenario 06: a year of hours of one outlet through the very same topology offline, against the
 * bare decoding and writing of the same frames in the same process.
 */
final class YearScenario {

  static final int HOURS = 8760;

  private static final int FACTORS = 6;
  private static final double SECONDS = 1;
  private static final Instant NEW_YEAR = ChinaTime.instant(LocalDateTime.of(2025, 1, 1, 0, 0));

  /** An hour's own mean is sent a minute after it. */
  private static final Duration SENT_AFTER = Duration.ofMinutes(61);

  private final int hours;
  private final int runs;
  private final BenchOutlet outlet = BenchOutlet.number(0, FACTORS);

  /**
   * A scenario of some length.
   *
   * @param runs beside the first, each of a journal of its own
   */
  YearScenario(int hours, int runs) {
    this.hours = hours;
    this.runs = runs;
  }

  List<Figure> run() {
    List<byte[]> frames = new ArrayList<>(hours);
    for (int hour = 0; hour < hours; hour++) {
      frames.add(outlet.hour(startOf(hour)));
    }
    Count count = new Count();
    Took cold = derive(frames, count);
    List<Took> warm = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      warm.add(derive(frames, count));
    }
    warm.sort(Comparator.comparingDouble(Took::seconds));
    Took year = warm.get(runs / 2);
    double baseline = new Baseline().seconds(frames);
    return List.of(
        Figure.of(Measure.YEAR, year.seconds()).atMost(SECONDS),
        Figure.of(Measure.YEAR_CPU, year.cpuSeconds()),
        Figure.of(Measure.YEAR_COLD, cold.seconds()),
        Figure.of(Measure.YEAR_BASELINE, baseline),
        Figure.of(Measure.YEAR_TO_BASELINE, year.cpuSeconds() / baseline),
        Figure.of(Measure.YEAR_HOURS, count.hours / (runs + 1)));
  }

  private Took derive(List<byte[]> frames, Count count) {
    long begun = System.nanoTime();
    long cpu = Baseline.cpu();
    try (OfflineJournal journal =
        new OfflineJournal(JournalSettings.standard().withoutWaiting(), count)) {
      journal.outlet(outlet.entry(), Instant.EPOCH);
      for (int hour = 0; hour < frames.size(); hour++) {
        journal.frame(frames.get(hour), startOf(hour).plus(SENT_AFTER));
      }
      journal.endOfInput();
    }
    return new Took((System.nanoTime() - begun) / 1e9, (Baseline.cpu() - cpu) / 1e9);
  }

  private static Instant startOf(int hour) {
    return NEW_YEAR.plus(Duration.ofHours(hour));
  }

  private record Took(double seconds, double cpuSeconds) {}

  private static final class Count implements OfflineJournal.Listener {
    private long hours;

    @Override
    public void means(MeansRecord record) {
      if (record.period() == AveragingPeriod.HOUR) {
        hours++;
      }
    }
  }
}
