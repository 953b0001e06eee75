package io.touchline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.streams.Happening.FrameCame;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever befalls the way to the journal, the same stands in the end. A case is one seed, a
 * failure names it. {@code -Dtouchline.cases=500} runs more cases than a build has time for, {@code
 * -Dtouchline.seed} begins with another seed.
 */
class DisturbedHistoriesTest {

  private static final int CASES = Integer.getInteger("touchline.cases", 2);
  private static final long FIRST_SEED = Long.getLong("touchline.seed", 1);

  /** A journal that has much to read comes to look at the clock only now and then. */
  private static final int RECORDS_A_TICK = 10;

  /** Plain histories by seed: every disturbance of a case is held against one. */
  private static final Map<Long, FinalTables> UNDISTURBED = new HashMap<>();

  @TempDir private Path directory;

  static Stream<Arguments> cases() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + CASES)
        .boxed()
        .flatMap(
            seed ->
                Arrays.stream(Disturbance.values())
                    .map(disturbance -> Arguments.of(seed, disturbance)));
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("cases")
  void disturbedHistoryLeavesTheSameTables(long seed, Disturbance disturbance) {
    SeededCase history = new SeededCase(seed);
    FinalTables undisturbed =
        UNDISTURBED.computeIfAbsent(
            seed, key -> run(history, history.happenings(), Set.of(), null));
    Random random = new Random(31 * seed + disturbance.name().hashCode());
    List<Happening> happenings = disturbance.of(history.happenings(), random);
    Set<Integer> restarts = disturbance.restarts(happenings.size(), random);

    FinalTables disturbed =
        run(history, happenings, restarts, restarts.isEmpty() ? null : directory);

    String name = "seed " + seed + ", " + disturbance;
    if (disturbance.changesReceipt()) {
      assertSame(name, disturbed.whateverTheReceipt(), undisturbed.whateverTheReceipt());
    } else {
      assertSame(name, disturbed.content(), undisturbed.content());
    }
    if (disturbance == Disturbance.RESTARTED) {
      assertSame(name, disturbed.toTheLetter(), undisturbed.toTheLetter());
    }
  }

  private static FinalTables run(
      SeededCase history, List<Happening> happenings, Set<Integer> restarts, Path directory) {
    FinalTables tables = new FinalTables(uploads(happenings));
    try (RestartableJournal journal =
        new RestartableJournal(directory, history.start(), tables::hear)) {
      for (int i = 0; i < happenings.size(); i++) {
        if (restarts.contains(i)) {
          journal.restart();
        }
        if (i % RECORDS_A_TICK == 0) {
          journal.pass(happenings.get(i).at());
        }
        journal.take(happenings.get(i));
      }
      // What waits is formed, then what that touched, then what looks at ended days.
      for (int hours = 0; hours < 4; hours++) {
        journal.pass(history.end().plus(Duration.ofHours(hours)));
      }
    }
    return tables;
  }

  private static Map<String, String> uploads(List<Happening> happenings) {
    Map<String, String> uploads = new HashMap<>();
    for (Happening happening : happenings) {
      if (happening instanceof FrameCame came) {
        uploads.put(FrameHash.of(came.frame()), came.upload().name());
      }
    }
    return uploads;
  }

  private static void assertSame(
      String name, SortedMap<String, String> rows, SortedMap<String, String> wanted) {
    Set<String> keys = new TreeSet<>(rows.keySet());
    keys.addAll(wanted.keySet());
    List<String> differences =
        keys.stream()
            .filter(key -> !Objects.equals(rows.get(key), wanted.get(key)))
            .map(key -> key + difference(rows.get(key), wanted.get(key)))
            .toList();
    assertThat(differences.stream().limit(20))
        .as("%s: %d of %d rows differ", name, differences.size(), keys.size())
        .isEmpty();
  }

  /** Both from a little before where they part. */
  private static String difference(String disturbed, String plain) {
    int from = 0;
    if (disturbed != null && plain != null) {
      from = Math.max(0, Arrays.mismatch(disturbed.toCharArray(), plain.toCharArray()) - 80);
    }
    return "\n  disturbed " + text(disturbed, from) + "\n      plain " + text(plain, from);
  }

  private static String text(String row, int from) {
    return row == null ? "nothing" : row.substring(from, Math.min(row.length(), from + 240));
  }
}
