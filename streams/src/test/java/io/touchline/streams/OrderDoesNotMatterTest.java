package io.touchline.streams;

import static io.touchline.domain.EmissionLimit.Basis.CONVERTED;
import static io.touchline.domain.EmissionLimit.Basis.MEASURED;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.Decimal;
import io.touchline.domain.Mark;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same frames in any order and with any repetition leave the same tables behind. Each case is
 * one seed; a failure names it.
 */
class OrderDoesNotMatterTest {

  private static final List<String> OUTLETS =
      List.of("88888800000000000000AA01", "88888800000000000000AA02", "88888800000000000000AA03");
  private static final int HOURS = 40;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 25);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void orderOfFramesBetweenOutletsLeavesEveryRevisionTheSame(long seed) {
    List<Arrival> arrivals = arrivals(new Random(seed));

    Tables mixed = run(mixedBetweenOutlets(arrivals, new Random(seed + 1)));

    assertThat(mixed.withRevisions()).isEqualTo(run(arrivals).withRevisions());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void framesInAnyOrderAtAllLeaveTheSameTables(long seed) {
    List<Arrival> arrivals = arrivals(new Random(seed));
    List<Arrival> shuffled = new ArrayList<>(arrivals);
    Collections.shuffle(shuffled, new Random(seed + 1));

    assertThat(run(shuffled).content()).isEqualTo(run(arrivals).content());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void repeatedFramesLeaveTheSameTables(long seed) {
    List<Arrival> arrivals = arrivals(new Random(seed));

    assertThat(run(withRepeats(arrivals, new Random(seed + 1))).content())
        .isEqualTo(run(arrivals).content());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void profileThatComesInTheMiddleLeavesTheSameTables(long seed) {
    List<Arrival> arrivals = arrivals(new Random(seed));
    int middle = new Random(seed + 1).nextInt(arrivals.size());

    assertThat(run(arrivals, middle).content()).isEqualTo(run(arrivals, 0).content());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void marksThatComeBeforeAmongOrAfterTheFramesLeaveTheSameTables(long seed) {
    List<Arrival> arrivals = arrivals(new Random(seed));
    List<MarkRecord> marks = marks(new Random(seed + 1));
    Random random = new Random(seed + 2);
    Tables first = run(arrivals, marks, marks.stream().map(mark -> 0).toList());
    List<MarkRecord> shuffled = new ArrayList<>(marks);
    Collections.shuffle(shuffled, random);

    Tables among =
        run(
            arrivals,
            shuffled,
            shuffled.stream().map(mark -> random.nextInt(arrivals.size() + 1)).toList());

    assertThat(among.content()).isEqualTo(first.content());
    assertThat(first.content()).isNotEqualTo(run(arrivals).content());
  }

  /** A frame and when it was received. */
  private record Arrival(String mn, byte[] frame, Instant receivedAt) {}

  /** What the journal left behind: the latest revision of each key. */
  private record Tables(List<String> withRevisions, List<String> content) {}

  private static Tables run(List<Arrival> arrivals) {
    return run(arrivals, 0);
  }

  private static Tables run(List<Arrival> arrivals, int profilesAfter) {
    try (JournalFixture journal = new JournalFixture()) {
      for (int i = 0; i < arrivals.size(); i++) {
        if (i == profilesAfter) {
          OUTLETS.forEach(mn -> journal.outlet(profile(mn)));
        }
        journal.receive(arrivals.get(i).frame(), arrivals.get(i).receivedAt());
      }
      journal.endOfInput();
      return tables(journal);
    }
  }

  private static Tables run(List<Arrival> arrivals, List<MarkRecord> marks, List<Integer> places) {
    try (JournalFixture journal = new JournalFixture()) {
      OUTLETS.forEach(mn -> journal.outlet(profile(mn)));
      for (int i = 0; i <= arrivals.size(); i++) {
        for (int mark = 0; mark < marks.size(); mark++) {
          if (places.get(mark) == i) {
            journal.mark(marks.get(mark));
          }
        }
        if (i < arrivals.size()) {
          journal.receive(arrivals.get(i).frame(), arrivals.get(i).receivedAt());
        }
      }
      journal.endOfInput();
      return tables(journal);
    }
  }

  /** Overlapping marks of both kinds, some changed, some taken back. */
  private static List<MarkRecord> marks(Random random) {
    List<MarkRecord> marks = new ArrayList<>();
    List<String> kinds = List.of("MAINTENANCE", "CALIBRATION", "STOPPED", "START_UP");
    for (int i = 0; i < 12; i++) {
      String mn = OUTLETS.get(random.nextInt(OUTLETS.size()));
      String kind = kinds.get(random.nextInt(kinds.size()));
      for (int version = 1; version <= 1 + random.nextInt(3); version++) {
        Instant from = Frames.at(random.nextInt(HOURS), random.nextInt(60));
        marks.add(
            new MarkRecord(
                1,
                mn,
                "mark " + i,
                random.nextInt(3) == 0 ? "a21026" : null,
                from,
                from.plus(Duration.ofMinutes(10L + random.nextInt(300))),
                kind,
                random.nextInt(4) == 0 ? Mark.Origin.AUTOMATIC : Mark.Origin.MANUAL,
                "operator",
                "shuffled",
                Frames.at(HOURS + version, i),
                null,
                version,
                random.nextInt(5) == 0 ? Mark.State.WITHDRAWN : Mark.State.SET));
      }
    }
    return marks;
  }

  private static Tables tables(JournalFixture journal) {
    List<String> withRevisions = new ArrayList<>();
    List<String> content = new ArrayList<>();
    TreeMap<String, io.touchline.contract.MeansRecord> means = new TreeMap<>();
    journal.means.forEach(record -> means.put(record.key(), record));
    means.forEach(
        (key, record) ->
            record
                .factors()
                .forEach(
                    (factor, mean) -> {
                      List<String> proof =
                          record.framesOf(mean).stream().map(ref -> ref.hash()).sorted().toList();
                      content.add(key + factor + mean.with(0, null, 0, List.of()) + proof);
                      withRevisions.add(
                          key
                              + factor
                              + mean.with(mean.revision(), mean.cause(), 0, List.of())
                              + proof);
                    }));
    journal
        .episodes()
        .forEach(
            (key, episode) -> {
              String text =
                  key
                      + episode.state()
                      + episode.to()
                      + episode.periods()
                      + episode.worst()
                      + episode.worstAt()
                      + episode.multiple();
              withRevisions.add(text + " revision " + episode.revision());
              if (episode.state() != ExceedanceRecord.State.WITHDRAWN) {
                content.add(text);
              }
            });
    return new Tables(withRevisions, content);
  }

  /** Reported hours with gaps, minutes, corrections, flags and values about the limit. */
  private static List<Arrival> arrivals(Random random) {
    List<Arrival> arrivals = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      for (String mn : OUTLETS) {
        int minutes = random.nextInt(3) == 0 ? 60 : random.nextInt(4) * 10;
        for (int minute = 0; minute < minutes; minute += 10) {
          arrivals.add(
              arrival(mn, "2051", Frames.at(hour, minute), Duration.ofMinutes(10), random));
        }
        if (random.nextInt(4) > 0) {
          arrivals.add(arrival(mn, "2061", Frames.at(hour, 0), Duration.ofMinutes(61), random));
        }
        if (random.nextInt(8) == 0) {
          arrivals.add(arrival(mn, "2061", Frames.at(hour, 0), Duration.ofHours(5), random));
        }
        if (hour % 24 == 23 && random.nextBoolean()) {
          arrivals.add(
              arrival(
                  mn, "2031", Frames.at(hour - 23, 0), Duration.ofMinutes(24 * 60 + 5), random));
        }
      }
    }
    arrivals.sort((a, b) -> a.receivedAt().compareTo(b.receivedAt()));
    return arrivals;
  }

  private static Arrival arrival(
      String mn, String cn, Instant dataTime, Duration after, Random random) {
    Instant sentAt = dataTime.plus(after).plusSeconds(random.nextInt(50));
    String flag = random.nextInt(6) == 0 ? "D" : "N";
    String so2 = "Avg=" + (25 + random.nextInt(20)) + "." + random.nextInt(10) + ",Flag=" + flag;
    String nox = "Avg=" + (40 + random.nextInt(20)) + ",ZsAvg=" + (40 + random.nextInt(20));
    String oxygen = "Avg=" + (5 + random.nextInt(4)) + ".5,Flag=N";
    String flow = "Avg=110.0,Cou=" + (60000 + random.nextInt(1000)) + ",Flag=N";
    return new Arrival(
        mn,
        Frames.upload(
            mn, cn, dataTime, sentAt, "a21026", so2, "a21002", nox, "a19001", oxygen, "a00000",
            flow),
        sentAt.plusSeconds(1));
  }

  private static List<Arrival> mixedBetweenOutlets(List<Arrival> arrivals, Random random) {
    List<List<Arrival>> byOutlet = new ArrayList<>();
    for (String mn : OUTLETS) {
      byOutlet.add(
          new ArrayList<>(arrivals.stream().filter(arrival -> arrival.mn().equals(mn)).toList()));
    }
    List<Arrival> mixed = new ArrayList<>();
    while (mixed.size() < arrivals.size()) {
      List<Arrival> next = byOutlet.get(random.nextInt(byOutlet.size()));
      if (!next.isEmpty()) {
        mixed.add(next.remove(0));
      }
    }
    return mixed;
  }

  private static List<Arrival> withRepeats(List<Arrival> arrivals, Random random) {
    List<Arrival> repeated = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      repeated.add(arrival);
      if (random.nextInt(3) == 0) {
        Arrival earlier = repeated.get(random.nextInt(repeated.size()));
        repeated.add(new Arrival(earlier.mn(), earlier.frame(), arrival.receivedAt()));
      }
    }
    return repeated;
  }

  private static OutletRecord profile(String mn) {
    return JournalFixture.outlet(
        mn,
        Medium.AIR,
        OutletProfile.Judge.REPORTED,
        Decimal.of("6"),
        10,
        JournalFixture.hourLimit("a21026", "35", CONVERTED),
        JournalFixture.hourLimit("a21002", "50", MEASURED));
  }
}
