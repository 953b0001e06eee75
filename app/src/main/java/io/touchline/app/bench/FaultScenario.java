package io.touchline.app.bench;

import io.touchline.app.Complaint;
import io.touchline.app.StopSignals;
import io.touchline.app.TopicReader;
import io.touchline.app.rebuild.Comparison;
import io.touchline.app.rebuild.SecondJournal;
import io.touchline.app.rebuild.Tables;
import io.touchline.contract.JsonSerde;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.Topics;
import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.fleet.csv.CsvReplay;
import io.touchline.fleet.csv.CsvReplayer;
import io.touchline.fleet.csv.CsvResult;
import io.touchline.fleet.csv.FactorColumns;
import io.touchline.streams.JournalSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Scenario 10: a gateway, two journals and their broker are killed, frozen and fed with poison
 * while a logger sends hours through them, each fault with an outlet of its own. All that was
 * acknowledged must be in {@code packets}, each hour must be judged as without a fault, and in the
 * end a second journal that nothing befell must derive the very same tables from the evidence.
 */
final class FaultScenario {

  static final String PASSWORD = CsvReplay.DEFAULT_PASSWORD;

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final Pattern DATA_TIME = Pattern.compile("CN=2061;.*DataTime=(\\d{14})");

  private final int frames;
  private final int times;
  private final Random random;
  private final PrintWriter out;

  /**
   * A scenario.
   *
   * @param frames hours that each logger sends
   * @param times how often each fault befalls its logger
   */
  FaultScenario(int frames, int times, long seed, PrintWriter out) {
    this.frames = frames;
    this.times = times;
    this.random = new Random(seed);
    this.out = out;
  }

  /** What came of one fault. */
  private record Outcome(long sent, long acknowledged, long resent) {}

  /** Prints the table; returns how many differences it found. */
  long run() {
    List<OutletRecord> outlets =
        Arrays.stream(Fault.values()).map(fault -> outlet(fault.mn())).toList();
    try (FaultStage stage = new FaultStage(outlets)) {
      Path series = series(stage.directory());
      Map<Fault, Outcome> outcomes = new EnumMap<>(Fault.class);
      for (Fault fault : Fault.values()) {
        say("  " + fault.text());
        outcomes.put(fault, suffer(stage, fault, series));
      }
      return table(stage, outcomes);
    } catch (IOException e) {
      throw Complaint.because(e, "bench.faults.io", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Outcome suffer(FaultStage stage, Fault fault, Path series)
      throws InterruptedException, IOException {
    CompletableFuture<CsvResult> sending =
        CompletableFuture.supplyAsync(() -> send(stage.gatewayPort(), fault, series));
    for (int i = 0; i < times && fault != Fault.NONE; i++) {
      Thread.sleep(500 + random.nextInt(1500));
      stage.befall(fault, fault.mn());
    }
    try {
      CsvResult sent = sending.join();
      return new Outcome(sent.sent(), sent.acknowledged(), sent.resent());
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private CsvResult send(int port, Fault fault, Path series) {
    CsvReplay replay =
        new CsvReplay(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            series,
            FactorColumns.parse("a21002=1"),
            Duration.ofHours(1),
            "2061",
            CsvReplay.DEFAULT_SYSTEM_CODE,
            fault.mn(),
            PASSWORD,
            firstHour(),
            1,
            PATIENCE);
    return new CsvReplayer(Clock.systemUTC()).run(replay, progress -> {});
  }

  /** Late enough that no hour of them lies ahead. */
  private Instant firstHour() {
    Instant today = AveragingPeriod.DAY.startOf(Clock.systemUTC().instant());
    return today.minus(Duration.ofHours(frames)).minus(Duration.ofDays(1));
  }

  /** Of which every tenth hour or so exceeds. */
  private Path series(Path directory) throws IOException {
    StringBuilder rows = new StringBuilder("NOX\n");
    for (int i = 0; i < frames; i++) {
      rows.append(30 + i * 37 % 61 / 2.0).append('\n');
    }
    return Files.writeString(directory.resolve("series.csv"), rows);
  }

  private long table(FaultStage stage, Map<Fault, Outcome> outcomes) throws InterruptedException {
    List<Comparison> comparisons = derivedAgain(stage);
    Map<String, SortedSet<String>> stored = stored(stage);
    Map<String, SortedMap<Instant, String>> judged = judged(stage);
    SortedMap<Instant, String> undisturbed = judged.get(Fault.NONE.mn());
    say("");
    say(
        "%-16s %5s %7s %12s %7s %10s %12s %11s"
            .formatted(
                "fault",
                "times",
                "frames",
                "acknowledged",
                "resent",
                "in packets",
                "hours judged",
                "differences"));
    long all = 0;
    for (Fault fault : Fault.values()) {
      Outcome outcome = outcomes.get(fault);
      SortedMap<Instant, String> hours = judged.getOrDefault(fault.mn(), new TreeMap<>());
      // What poison says of another day is an hour of its own.
      hours.keySet().retainAll(undisturbed.keySet());
      long distinct = stored.getOrDefault(fault.mn(), new TreeSet<>()).size();
      long differences =
          Math.abs(frames - distinct)
              + Math.abs(frames - outcome.acknowledged())
              + Math.abs(frames - hours.size())
              + differing(undisturbed, hours);
      say(
          "%-16s %5d %7d %12d %7d %10d %12d %11d"
              .formatted(
                  fault.text(),
                  fault == Fault.NONE ? 0 : times,
                  outcome.sent(),
                  outcome.acknowledged(),
                  outcome.resent(),
                  distinct,
                  hours.size(),
                  differences));
      all += differences;
    }
    say("");
    for (Comparison each : comparisons) {
      say(
          "derived again: %-24s %7d rows, %d differences"
              .formatted(each.topic(), each.rows(), each.differences()));
      each.examples(3).forEach(line -> say("    " + line));
      all += each.differences();
    }
    return all;
  }

  private static long differing(
      SortedMap<Instant, String> undisturbed, SortedMap<Instant, String> hours) {
    return undisturbed.entrySet().stream()
        .filter(hour -> hours.containsKey(hour.getKey()))
        .filter(hour -> !hour.getValue().equals(hours.get(hour.getKey())))
        .count();
  }

  private List<Comparison> derivedAgain(FaultStage stage) throws InterruptedException {
    Topics live = new Topics(Topics.DEFAULT_PREFIX);
    Topics again = Topics.deriving(Topics.DEFAULT_PREFIX, Topics.DEFAULT_PREFIX + "rebuild.");
    try (SecondJournal second =
        new SecondJournal(
            stage.client(),
            again,
            JournalSettings.standard(),
            stage.directory().resolve("again"),
            2,
            true)) {
      second.catchUp(new StopSignals(), percent -> {});
      return new Tables(stage.client()).compare(live, again);
    }
  }

  /** By MN the times of the frames of hours in packets. */
  private static Map<String, SortedSet<String>> stored(FaultStage stage) {
    Map<String, SortedSet<String>> stored = new TreeMap<>();
    try (TopicReader reader = new TopicReader(stage.client())) {
      reader.forEach(
          new Topics(Topics.DEFAULT_PREFIX).packets().name(),
          record -> {
            Matcher time =
                DATA_TIME.matcher(new String(record.value(), StandardCharsets.ISO_8859_1));
            if (time.find()) {
              stored.computeIfAbsent(record.key(), mn -> new TreeSet<>()).add(time.group(1));
            }
          });
    }
    return stored;
  }

  /** By MN its hours as they stand: value and verdict. */
  private static Map<String, SortedMap<Instant, String>> judged(FaultStage stage) {
    Deserializer<MeansRecord> means = new JsonSerde<>(MeansRecord.class).deserializer();
    Map<String, SortedMap<Instant, String>> judged = new TreeMap<>();
    try (TopicReader reader = new TopicReader(stage.client())) {
      reader.forEach(
          new Topics(Topics.DEFAULT_PREFIX).means().name(),
          record -> {
            MeansRecord mean = means.deserialize(record.topic(), record.value());
            MeansRecord.Factor factor = mean.factors().get("a21002");
            if (mean.period() == AveragingPeriod.HOUR
                && factor != null
                && factor.judgement() != null) {
              judged
                  .computeIfAbsent(mean.mn(), mn -> new TreeMap<>())
                  .put(mean.start(), factor.value() + " " + factor.judgement().verdict());
            }
          });
    }
    return judged;
  }

  private static OutletRecord outlet(String mn) {
    return new OutletRecord(
        OutletRecord.SCHEMA_VERSION,
        mn,
        "DA001",
        "1#",
        "91630000000000000X",
        "faults",
        "630200",
        "faults",
        Medium.AIR,
        "coal boiler",
        null,
        null,
        OutletProfile.Judge.REPORTED,
        "2017",
        PASSWORD,
        LONG_AGO,
        null,
        List.of(
            new OutletRecord.Limit(
                "a21002",
                null,
                Decimal.of("55"),
                "mg/m3",
                Averaging.HOUR,
                EmissionLimit.Basis.MEASURED,
                "bench",
                "1",
                LONG_AGO,
                null)));
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
