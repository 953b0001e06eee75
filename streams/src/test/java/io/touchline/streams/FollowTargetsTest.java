package io.touchline.streams;

import static io.touchline.domain.EmissionLimit.Basis.MEASURED;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.BarometerRecord;
import io.touchline.contract.TargetsRecord;
import io.touchline.domain.Decimal;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.barometer.Level;
import io.touchline.domain.barometer.Progress;
import io.touchline.domain.barometer.RegionTarget;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where regions stand on the way to their targets, through the whole journal. */
class FollowTargetsTest {

  private static final String SO2 = "a21026";
  private static final int JANUARY = 31;
  private static final int FEBRUARY = 28;

  private final JournalFixture journal = new JournalFixture();

  @AfterEach
  void close() {
    journal.close();
  }

  /**
   * 1 t monitored of 2 t in 2025, 1.8 t in 2027: 0.1 t of the monitored are to go in 24 months. In
   * January 0.002 t a day are 0.73 t a year, in February with 0.006 t a day 230 kg in 59 days are
   * 1.4229 t.
   */
  @Test
  void theLevelIsToldAtTheEndOfAMonthAndAChangeNamesWhoIsTold() {
    journal.outlet(outlet()).targets(targets("1"));
    days(0, JANUARY, "20");
    assertThat(journal.barometer).isEmpty();

    days(JANUARY, FEBRUARY, "60");
    assertThat(latest()).extracting(BarometerRecord::level).containsExactly(Level.GREEN);
    assertThat(latest().get(0).annualisedMg()).isEqualTo(730_000_000L);
    assertThat(latest().get(0).completion()).hasToString("64.8");
    assertThat(latest().get(0).monitoredShare()).hasToString("0.3665");
    assertThat(latest().get(0).tell()).isNull();

    days(JANUARY + FEBRUARY, 1, "20");
    BarometerRecord february = latest().get(1);
    assertThat(february.level()).isEqualTo(Level.RED);
    assertThat(february.before()).isEqualTo(Level.GREEN);
    assertThat(february.tell()).isEqualTo(Progress.DEFAULT_ROLE);
    assertThat(february.annualisedMg()).isEqualTo(1_422_881_356L);
  }

  @Test
  void withoutTheMonitoredPartOfTheBaseThereIsNoLevel() {
    journal.outlet(outlet());
    days(0, JANUARY + 1, "20");

    journal.targets(targets(null));

    assertThat(latest()).extracting(BarometerRecord::level).containsExactly(Level.NO_DATA);
    assertThat(latest().get(0).reason())
        .isEqualTo("what the monitored outlets emitted in the base year is not known");
    assertThat(latest().get(0).monitoredShare()).hasToString("0.3665");
  }

  /** 2,000 kWh a day are 0.73 GWh a year, against a target of 0.9 GWh of a base of 1 GWh. */
  @Test
  void electricityHasTargetsAndLevelsToo() {
    journal.outlet(
        JournalFixture.outlet(Frames.MN, Medium.ENERGY, OutletProfile.Judge.REPORTED, null));
    Decimal base = Decimal.of("1");
    journal.targets(
        TargetsRecord.of(
            "630000",
            List.of(
                new RegionTarget("d2*", 2027, Decimal.of("0.9"), 2025, base, base, null, "plan"))));
    for (int day = 0; day <= JANUARY; day++) {
      int hour = 24 * day + 5;
      journal.receive(
          Frames.writer(
                  Frames.MN,
                  "2061",
                  Frames.at(hour, 0),
                  Frames.at(hour + 1, 1),
                  "d20001",
                  "Cou=2000,Flag=N")
              .st("44")
              .toFrame(),
          Frames.at(hour + 1, 1));
    }
    journal.settle();

    assertThat(latest()).hasSize(1);
    assertThat(latest().get(0).level()).isEqualTo(Level.GREEN);
    assertThat(latest().get(0).annualisedMg()).isEqualTo(730_000_000L);
    assertThat(latest().get(0).unit()).isEqualTo("GWh");
    assertThat(latest().get(0).reason()).contains("0.73 GWh a year, base 1 GWh");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void whateverTheOrderTheSameLevelsStand(long seed) {
    Random random = new Random(seed);
    List<byte[]> frames = new ArrayList<>();
    for (int day = 0; day < 160; day += 1 + random.nextInt(3)) {
      frames.add(frame(day, Integer.toString(random.nextInt(80)), 0));
      if (random.nextInt(4) == 0) {
        frames.add(frame(day, Integer.toString(random.nextInt(80)), 60));
      }
    }
    List<byte[]> shuffled = new ArrayList<>(frames);
    Collections.shuffle(shuffled, random);

    Map<String, String> inOrder = after(frames, 0);
    assertThat(after(shuffled, random.nextInt(shuffled.size()))).isEqualTo(inOrder);
    assertThat(inOrder).hasSizeGreaterThanOrEqualTo(4);
  }

  private static Map<String, String> after(List<byte[]> frames, int targetsAt) {
    try (JournalFixture other = new JournalFixture()) {
      other.outlet(outlet());
      for (int at = 0; at < frames.size(); at++) {
        if (at == targetsAt) {
          other.targets(targets("1"));
        }
        other.receive(frames.get(at), Frames.at(24 * 170, 0));
      }
      other.endOfInput();
      Map<String, String> levels = new TreeMap<>();
      other.barometer.forEach(one -> levels.put(one.key(), one.withRevision(0).toString()));
      return levels;
    }
  }

  private List<BarometerRecord> latest() {
    Map<String, BarometerRecord> latest = new TreeMap<>();
    journal.barometer.forEach(one -> latest.put(one.key(), one));
    return new ArrayList<>(latest.values());
  }

  private void days(int first, int count, String so2) {
    for (int day = first; day < first + count; day++) {
      journal.receive(frame(day, so2, 0), Frames.at(24 * day + 6, 1));
    }
    journal.settle();
  }

  private static byte[] frame(int day, String so2, int later) {
    int hour = 24 * day + 5;
    return Frames.upload(
        Frames.MN,
        "2061",
        Frames.at(hour, 0),
        Frames.at(hour + 1, 1 + later),
        SO2,
        "Avg=" + so2 + ",Flag=N",
        "a00000",
        "Avg=27,Cou=100000,Flag=N");
  }

  private static TargetsRecord targets(String monitored) {
    return TargetsRecord.of(
        "630000",
        List.of(
            new RegionTarget(
                SO2,
                2027,
                Decimal.of("1.8"),
                2025,
                Decimal.of("2"),
                monitored == null ? null : Decimal.of(monitored),
                null,
                "synthetic plan")));
  }

  private static io.touchline.contract.OutletRecord outlet() {
    return JournalFixture.outlet(
        Frames.MN,
        Medium.AIR,
        OutletProfile.Judge.REPORTED,
        null,
        JournalFixture.limit(
            SO2, "500", io.touchline.domain.Averaging.HOUR, MEASURED, LocalDate.of(2020, 1, 1)));
  }
}
