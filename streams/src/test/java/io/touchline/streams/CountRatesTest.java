package io.touchline.streams;

import static io.touchline.domain.EmissionLimit.Basis.MEASURED;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.MarkRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.RateRecord;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import java.time.Duration;
import java.time.Instant;
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

/** What was due, came and is valid of a day, through the whole journal. */
class CountRatesTest {

  private static final String SO2 = "a21026";

  private final JournalFixture journal = new JournalFixture();

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void hoursCountFromTheFirstToTheLastThatCame() {
    journal.outlet(stack());
    hours(journal, 3, 4, 6);

    assertThat(day(0).hours()).isEqualTo("---VVMV-----------------");
    assertThat(day(0).completed()).isEqualTo(new RateRecord.Count(4, 3, 3, 3));
    assertThat(day(0).reasons()).isEqualTo(Map.of("05", "did not come"));
  }

  @Test
  void whenADayBeginsTheOnesBeforeItHaveEndedWithWhatIsMissing() {
    journal.outlet(stack());
    hours(journal, 20, 24 * 3);

    assertThat(day(0).hours()).isEqualTo("--------------------VMMM");
    assertThat(day(1).hours()).isEqualTo("M".repeat(24));
    assertThat(day(2).completed()).isEqualTo(new RateRecord.Count(24, 0, 0, 0));
    assertThat(day(3).hours()).startsWith("V-");
  }

  @Test
  void whatComesLateIsCompletedButNotRealTime() {
    journal.outlet(stack());
    hours(journal, 0, 2);
    journal.receive(
        Frames.upload(Frames.MN, "2061", Frames.at(1, 0), Frames.at(9, 0), SO2, "Avg=30,Flag=N"),
        Frames.at(9, 1));

    assertThat(day(0).completed()).isEqualTo(new RateRecord.Count(3, 3, 3, 3));
    assertThat(day(0).realTime()).isEqualTo(new RateRecord.Count(3, 2, 2, 2));
    assertThat(day(0).reasons()).isEqualTo(Map.of("01", "came late"));
  }

  @Test
  void aMarkedStopIsNotDueAndAFaultIsNotValid() {
    journal.outlet(stack());
    hours(journal, 0, 1);
    journal.receiveHour(2, SO2, "Avg=30,Flag=D");
    journal.mark(stop(1, 2));

    assertThat(day(0).hours()).startsWith("VSI-");
    assertThat(day(0).completed()).isEqualTo(new RateRecord.Count(2, 2, 2, 1));
  }

  @Test
  void aMarkedStopOfWhichNothingCameIsNotDueWheneverItIsMarked() {
    journal.outlet(stack());
    hours(journal, 0, 3);
    assertThat(day(0).hours()).startsWith("VMMV");

    journal.mark(stop(1, 3));

    assertThat(day(0).hours()).startsWith("VSSV");
    assertThat(day(0).completed()).isEqualTo(new RateRecord.Count(2, 2, 2, 2));
  }

  @Test
  void theDaysOfAnOutletThatFallsSilentEndByTheClock() {
    try (JournalFixture live = JournalFixture.waiting()) {
      live.outlet(stack());
      hours(live, 0, 1, 2);

      live.pass(Duration.between(Instant.EPOCH, Frames.at(50, 0)));

      assertThat(day(live, 0).hours()).isEqualTo("VVV" + "M".repeat(21));
      assertThat(day(live, 1).hours()).isEqualTo("M".repeat(24));
      assertThat(live.rates).noneMatch(rate -> rate.start().equals(Frames.at(48, 0)));
    }
  }

  @Test
  void afterALongAbsenceTheDaysBetweenAreCountedTheSameInWhateverOrder() {
    Map<String, String> inOrder = afterDays(0, 250, 500);

    assertThat(afterDays(0, 500, 250)).isEqualTo(inOrder).hasSize(501);
    assertThat(afterDays(500, 0, 250)).isEqualTo(inOrder);
    assertThat(afterDays(0, 500)).hasSize(2);
  }

  private static Map<String, String> afterDays(int... days) {
    List<Arrival> arrivals = new ArrayList<>();
    for (int day : days) {
      arrivals.add(
          new Arrival(Frames.hour(24 * day, SO2, "Avg=30,Flag=N"), Frames.at(24 * day + 1, 1)));
    }
    return after(arrivals);
  }

  private static MarkRecord stop(int from, int to) {
    return new MarkRecord(
        1,
        Frames.MN,
        "stop",
        null,
        Frames.at(from, 0),
        Frames.at(to, 0),
        "STOPPED",
        null,
        "王工",
        "检修",
        Frames.at(5, 0),
        null,
        null,
        null);
  }

  @Test
  void hoursOfMinutesAreInTimeWhenEnoughOfTheirMinutesAre() {
    journal.outlet(stack());
    for (int minute = 0; minute < 60; minute++) {
      Instant received = minute < 16 ? Frames.at(12, minute) : Frames.at(0, minute + 1);
      journal.receive(Frames.minute(0, minute, SO2, "Avg=30,Flag=N"), received);
      journal.receive(Frames.minute(1, minute, SO2, "Avg=30,Flag=N"), Frames.at(1, minute + 1));
    }
    journal.endOfInput();

    assertThat(day(0).hours()).startsWith("VV--");
    assertThat(day(0).reasons()).isEqualTo(Map.of("00", "came late"));
  }

  @Test
  void minutesInTimeStandForAsLongAsTheEntrySaysThatComesAfterThem() {
    for (int minute = 0; minute < 60; minute += 15) {
      journal.receive(Frames.minute(0, minute, SO2, "Avg=30,Flag=N"), Frames.at(0, minute + 15));
    }
    journal.receiveHour(1, SO2, "Avg=30,Flag=N");

    journal
        .outlet(
            JournalFixture.outlet(
                Frames.MN,
                Medium.AIR,
                OutletProfile.Judge.REPORTED,
                null,
                15,
                JournalFixture.hourLimit(SO2, "35", MEASURED)))
        .endOfInput();

    assertThat(day(0).realTime()).isEqualTo(new RateRecord.Count(2, 2, 2, 2));
  }

  @Test
  void hoursOfAnOutfallCountThoughItsEntryComesAfterThem() {
    String demand = "w01018";
    for (int hour : new int[] {0, 1, 50}) {
      journal.receiveHour(hour, demand, "Avg=30,Flag=N");
    }
    assertThat(journal.rates).isEmpty();

    journal.outlet(
        JournalFixture.outlet(
            Frames.MN,
            Medium.WATER,
            OutletProfile.Judge.REPORTED,
            null,
            JournalFixture.hourLimit(demand, "50", MEASURED)));

    assertThat(journal.rates)
        .extracting(rate -> rate.revision() + " " + rate.factors().get(demand).hours())
        .containsExactlyInAnyOrder(
            "1 VV" + "M".repeat(22), "1 " + "M".repeat(24), "1 MMV" + "-".repeat(21));
  }

  @Test
  void aFactorThatIsNotAssessedIsNotCounted() {
    journal.outlet(stack()).receiveHour(0, SO2, "Avg=30,Flag=N", "a19001", "Avg=8,Flag=N");

    assertThat(journal.rates.get(0).factors()).containsOnlyKeys(SO2);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatStandsAtTheEndDoesNotDependOnTheOrderOfFrames(long seed) {
    Random random = new Random(seed);
    List<Arrival> arrivals = new ArrayList<>();
    for (int hour = 0; hour < 24 * 6; hour++) {
      for (int upload = random.nextInt(4) - 1; upload > 0; upload--) {
        Instant sent = Frames.at(hour + 1 + random.nextInt(3) * 4, random.nextInt(30));
        String flag = random.nextInt(5) == 0 ? "D" : "N";
        arrivals.add(
            new Arrival(
                Frames.upload(
                    Frames.MN,
                    "2061",
                    Frames.at(hour, 0),
                    sent,
                    SO2,
                    "Avg=" + random.nextInt(40) + ",Flag=" + flag),
                sent));
      }
    }
    Map<String, String> inOrder = after(arrivals);
    Collections.shuffle(arrivals, random);

    assertThat(after(arrivals)).isEqualTo(inOrder);
    assertThat(inOrder).hasSize(6);
  }

  private record Arrival(byte[] frame, Instant receivedAt) {}

  private static Map<String, String> after(List<Arrival> arrivals) {
    try (JournalFixture other = new JournalFixture()) {
      other.outlet(stack());
      arrivals.forEach(arrival -> other.receive(arrival.frame(), arrival.receivedAt()));
      other.endOfInput();
      Map<String, String> days = new TreeMap<>();
      other.rates.forEach(rate -> days.put(rate.key(), rate.factors().toString()));
      return days;
    }
  }

  private static void hours(JournalFixture journal, int... hours) {
    for (int hour : hours) {
      journal.receiveHour(hour, SO2, "Avg=30,Flag=N");
    }
  }

  private RateRecord.Factor day(int day) {
    return day(journal, day);
  }

  private static RateRecord.Factor day(JournalFixture journal, int day) {
    return journal.rates.stream()
        .filter(rate -> rate.start().equals(Frames.at(24 * day, 0)))
        .reduce((a, b) -> b)
        .orElseThrow()
        .factors()
        .get(SO2);
  }

  private static OutletRecord stack() {
    return JournalFixture.outlet(
        Frames.MN,
        Medium.AIR,
        OutletProfile.Judge.REPORTED,
        null,
        JournalFixture.hourLimit(SO2, "35", MEASURED));
  }
}
