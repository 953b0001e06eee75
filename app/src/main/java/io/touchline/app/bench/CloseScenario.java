package io.touchline.app.bench;

import io.touchline.domain.ChinaTime;
import io.touchline.fleet.bench.Figure;
import io.touchline.fleet.bench.Measure;
import io.touchline.streams.JournalSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Scenario 07: an hour that closes for many outlets at once, from the first frame past it to the
 * last mean that a reader of committed records sees. Broker and journal are processes of their own
 * and share the machine; the journal runs as in production, exactly once and with RocksDB.
 *
 * <p>The hours are those of the day after tomorrow, so that frames close them and not the clock.
 */
final class CloseScenario {

  private static final int FACTORS = 4;
  private static final int MINUTES = 60;
  private static final double SECONDS = 5;
  private static final String THREADS = "2";

  private final int outlets;

  /** The minute that is received when the first hour has settled, counted from its start. */
  private final int closing = MINUTES + (int) JournalSettings.standard().settle().toMinutes() - 1;

  private final Instant first;

  CloseScenario(int outlets) {
    this.outlets = outlets;
    Instant dayAfterTomorrow = Clock.systemUTC().instant().plus(Duration.ofDays(2));
    this.first = ChinaTime.instant(ChinaTime.date(dayAfterTomorrow).atTime(8, 0));
  }

  List<Figure> run() {
    List<BenchOutlet> all =
        IntStream.range(0, outlets).mapToObj(n -> BenchOutlet.number(n, FACTORS)).toList();
    try (Stage stage = Stage.set(all.stream().map(BenchOutlet::entry).toList());
        ChildJvm journal =
            ChildJvm.start(
                "journal",
                stage.directory(),
                List.of("-Xmx1g"),
                Map.of(),
                JournalProcess.class,
                stage.address(),
                stage.directory().resolve("journal").toString(),
                THREADS);
        CloseClient client = new CloseClient(stage)) {
      journal.await("READY");
      // The first hour has the code compiled, and gives the second a past.
      client.send(frames(all, 0, closing));
      client.awaitTaken();
      double cold = client.close(frames(all, closing, 1), first, outlets);
      List<CloseClient.Minute> second = frames(all, closing + 1, MINUTES - 1);
      long begun = System.nanoTime();
      client.send(second);
      client.awaitTaken();
      double taken = second.size() / ((System.nanoTime() - begun) / 1e9);
      double warm =
          client.close(frames(all, closing + MINUTES, 1), first.plus(Duration.ofHours(1)), outlets);
      return figures(cold, warm, taken, new Baseline().seconds(bytes(second)));
    }
  }

  private List<Figure> figures(double cold, double warm, double taken, double baseline) {
    return List.of(
        Figure.of(Measure.CLOSE, warm).atMost(SECONDS),
        Figure.of(Measure.CLOSE_COLD, cold),
        Figure.of(Measure.CLOSE_OUTLETS, outlets),
        Figure.of(Measure.CLOSE_BASELINE, baseline),
        Figure.of(Measure.CLOSE_TO_BASELINE, warm / baseline),
        Figure.of(Measure.CLOSE_TAKEN, taken));
  }

  /** Minute by minute, of all outlets each, as a gateway has them when the minute is over. */
  private List<CloseClient.Minute> frames(List<BenchOutlet> all, int from, int minutes) {
    List<CloseClient.Minute> frames = new ArrayList<>(minutes * all.size());
    for (int minute = from; minute < from + minutes; minute++) {
      Instant start = first.plus(Duration.ofMinutes(minute));
      for (BenchOutlet outlet : all) {
        frames.add(
            new CloseClient.Minute(
                outlet.mn(), start.plus(Duration.ofMinutes(1)), outlet.minute(start)));
      }
    }
    return frames;
  }

  private static List<byte[]> bytes(List<CloseClient.Minute> frames) {
    return frames.stream().map(CloseClient.Minute::frame).toList();
  }
}
