package io.touchline.domain.watch;

import static io.touchline.domain.watch.WatchedStation.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.watch.HistoryRequest.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GapWatchTest {

  private final WatchedStation station = new WatchedStation();

  @Test
  void hourThatHasNotComeIsToldAndAskedForAfterGraceAndWait() {
    station.hour("08:00", "09:01");

    assertThat(station.alive("10:14").news()).isEmpty();
    assertThat(station.alive("10:16").news()).isEmpty();
    assertThat(station.alive("10:18").news())
        .containsExactly("opened HOUR 09:00-10:00 1", "ask HOUR 09:00-10:00 #1");
  }

  @Test
  void gapIsClosedWhenItsDataHaveCome() {
    station.hour("08:00", "09:01").alive("10:16").alive("10:18").news();

    station.hour("09:00", "10:20");

    assertThat(station.asked).isTrue();
    assertThat(station.news()).containsExactly("closed HOUR 09:00-10:00 1 given up 0");
  }

  @Test
  void growingGapIsToldOnceAndClosedAsOne() {
    station.hour("08:00", "09:01").alive("10:16").alive("10:18").alive("11:16").alive("11:18");
    assertThat(station.news()).containsOnlyOnce("opened HOUR 09:00-10:00 1").hasSize(3);

    station.hour("10:00", "11:19").hour("09:00", "11:19");

    assertThat(station.news()).containsExactly("closed HOUR 09:00-11:00 2 given up 0");
  }

  @Test
  void gapsWithLittleBetweenAreAskedForTogether() {
    station.hour("00:00", "01:01").hour("02:00", "20:00").hour("09:00", "20:01").alive("20:20");

    assertThat(station.alive("20:30").news())
        .containsExactly(
            "opened HOUR 01:00-02:00 1",
            "opened HOUR 03:00-09:00 6",
            "opened HOUR 10:00-19:00 9",
            "ask HOUR 01:00-19:00 #1");
  }

  @Test
  void distantGapsAreAskedForOneByOneNewestFirst() {
    station.hour("00:00", "01:01");
    for (int hour = 2; hour < 10; hour++) {
      station.upload(DataLevel.HOUR, at(hour, 0), at(12, hour));
    }
    station.hour("11:00", "12:10").alive("12:22");

    assertThat(station.news())
        .containsExactly(
            "opened HOUR 01:00-02:00 1", "opened HOUR 05:00-11:00 6", "ask HOUR 10:00-11:00 #1");
    station.hour("10:00", "12:23").alive("12:25");
    assertThat(station.news())
        .containsExactly("closed HOUR 05:00-11:00 6 given up 0", "ask HOUR 01:00-02:00 #1");
  }

  @Test
  void requestsToOneStationKeepTheirDistance() {
    station
        .upload(DataLevel.DAY, at(0, 0), at(24, 5))
        .upload(DataLevel.HOUR, at(48, 0), at(49, 1))
        .alive(at(51, 20))
        .alive(at(51, 23));
    assertThat(station.news())
        .filteredOn(news -> news.startsWith("ask"))
        .containsExactly("ask HOUR 49:00-51:00 #1");

    assertThat(station.alive(at(51, 25)).news()).isEmpty();
    assertThat(station.alive(at(51, 26)).news()).containsExactly("ask DAY 24:00-48:00 #1");
  }

  @Test
  void requestHoldsAtMostSixtySlots() {
    station.hour("00:00", "01:01").alive(at(100, 20)).alive(at(100, 23));

    assertThat(station.news())
        .containsExactly("opened HOUR 01:00-100:00 99", "ask HOUR 40:00-100:00 #1");
  }

  @Test
  void minutesLostHereAndThereAreOneRequest() {
    for (int minute = 0; minute < 50; minute++) {
      if (minute % 3 != 1) {
        station.upload(DataLevel.MINUTE, at(8, minute), at(8, minute + 1));
      }
    }

    assertThat(station.news())
        .filteredOn(news -> news.startsWith("ask"))
        .containsExactly("ask MINUTE 08:01-08:02 #1", "ask MINUTE 08:04-08:32 #1");
  }

  @ParameterizedTest(name = "attempt {0} → {1} minutes")
  @CsvSource({"1, 5", "2, 10", "3, 20", "4, 40", "7, 320", "8, 360", "30, 360"})
  void pauseDoublesUpToSixHours(int attempts, int minutes) {
    assertThat(GapRules.standard().backOff(attempts)).isEqualTo(minutes * 60L);
  }

  @ParameterizedTest
  @CsvSource({"OPEN", "DONE"})
  void gapThatIsStillThereIsAskedForAgainAfterThePause(Outcome outcome) {
    station.hour("08:00", "09:01").alive("10:16").alive("10:18").answer(outcome, "10:19");
    assertThat(station.alive("10:23").news()).hasSize(2);

    assertThat(station.alive("10:24").news()).containsExactly("ask HOUR 09:00-10:00 #2");
    station.answer(outcome, "10:25");
    assertThat(station.alive("10:34").news()).isEmpty();
    assertThat(station.alive("10:35").news()).containsExactly("ask HOUR 09:00-10:00 #3");
  }

  @Test
  void requestWithoutAnyAnswerIsOverWhenItExpires() {
    station.hour("08:00", "09:01").alive("10:16").alive("10:18").news();

    assertThat(station.alive("10:52").news()).isEmpty();
    assertThat(station.alive("10:53").news()).containsExactly("ask HOUR 09:00-10:00 #2");
  }

  @Test
  void gapRefusedThreeTimesIsToldAndAskedForAgainAfterADay() {
    station.hour("08:00", "09:01").alive("10:16").alive("10:18").answer(Outcome.REFUSED, "10:19");
    station.alive("10:25").answer(Outcome.REFUSED, "10:26").alive("10:40");
    assertThat(station.news()).hasSize(4).doesNotContain("refused HOUR 09:00-10:00");

    station.answer(Outcome.REFUSED, "10:41");

    assertThat(station.news()).containsExactly("refused HOUR 09:00-10:00");
    keepHoursComing(10, 34);
    assertThat(station.news()).isEmpty();
    assertThat(station.alive("34:41").news()).containsExactly("ask HOUR 09:00-10:00 #4");
  }

  @Test
  void answerToAnotherRequestChangesNothing() {
    station.hour("08:00", "09:01").alive("10:16").alive("10:18");
    StationWatch before = station.watch;

    Watching.Step step =
        Watching.answered(
            before,
            new HistoryRequest(DataLevel.DAY, 0, 1440, 1),
            Outcome.REFUSED,
            at(10, 19).getEpochSecond(),
            GapRules.standard());

    assertThat(step.next()).isEqualTo(before);
    assertThat(step.findings()).isEmpty();
  }

  @Test
  void stationOfTheRegistryThatMayNotBeAskedIsOnlyWatched() {
    station.under(new Terms(1, true, Instant.EPOCH, Instant.MAX, false, false));

    station.hour("08:00", "09:01").alive("10:16").alive("10:18");

    assertThat(station.news()).containsExactly("opened HOUR 09:00-10:00 1");
  }

  @Test
  void nothingIsOwedBeforeOrAfterTheTermsOfTheRegistry() {
    station.under(new Terms(1, true, at(10, 0), at(13, 0), true, false));

    station.hour("08:00", "09:01").hour("10:00", "11:01").alive("20:00").alive("20:05");

    assertThat(station.missing(DataLevel.HOUR)).containsExactly("11:00-13:00");
  }

  @Test
  void gapBeyondTheHorizonIsGivenUpAndToldSo() {
    station.hour("00:00", "01:01").alive("05:00").alive("05:03").news();

    station.alive(at(24 * 40, 20)).alive(at(24 * 40, 23));

    assertThat(station.news())
        .contains("closed HOUR 01:00-04:00 3 given up 3", "opened HOUR 241:00-960:00 719");
  }

  @Test
  void moreGapsThanAreKeptGiveUpTheOldest() {
    WatchedStation flaky = new WatchedStation();
    for (int hour = 0; hour < 600; hour += 2) {
      flaky.upload(DataLevel.HOUR, at(hour, 0), at(hour + 1, 1));
    }

    assertThat(flaky.watch.hour().gaps().missing()).hasSize(200);
    assertThat(flaky.news()).contains("closed HOUR 01:00-02:00 1 given up 1");
  }

  @Test
  void dataOfLongAgoDoNotMoveTheBeginningBack() {
    station.hour("08:00", "09:01");

    station.upload(DataLevel.HOUR, at(0, 0).minus(Duration.ofDays(31)), at(9, 2));

    assertThat(station.missing(DataLevel.HOUR)).isEmpty();
  }

  @Test
  void dataOfTheFutureAreNoGapUntilTheyAreDue() {
    station.hour("08:00", "09:01").hour("20:00", "09:02").alive("09:20").alive("09:30");

    assertThat(station.news()).isEmpty();
    assertThat(station.missing(DataLevel.HOUR)).containsExactly("09:00-20:00");
  }

  @Test
  void loggerThatResendsByItselfIsGivenTenMinutes() {
    station.thatResendsByItself().hour("08:00", "09:01").alive("13:00");
    assertThat(station.alive("13:09").news()).isEmpty();

    station.resent(DataLevel.HOUR, at("11:00"), at("13:09"));

    assertThat(station.alive("13:11").news()).containsExactly("opened HOUR 09:00-11:00 2");
    assertThat(station.alive("13:19").news()).containsExactly("ask HOUR 09:00-11:00 #1");
  }

  @Test
  void loggerThatSendsItsBacklogInOrderIsLeftAlone() {
    station.hour("00:00", "01:01");
    for (int hour = 1; hour < 40; hour++) {
      station.upload(DataLevel.HOUR, at(hour, 0), at(50, hour));
    }

    assertThat(station.news()).filteredOn(news -> news.startsWith("ask")).isEmpty();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void allThatCameInAnyOrderLeavesNoGapAndNothingAnnounced(long seed) {
    Random random = new Random(seed);
    List<Integer> hours = new ArrayList<>();
    for (int hour = 0; hour < 100; hour++) {
      hours.add(hour);
    }
    Collections.shuffle(hours, random);
    int opened = 0;
    int closed = 0;
    for (int i = 0; i < hours.size(); i++) {
      station.upload(DataLevel.HOUR, at(hours.get(i), 0), at(110 + i, random.nextInt(60)));
      if (i == hours.size() - 1) {
        for (int hour = 100; hour < 210; hour++) {
          station.upload(DataLevel.HOUR, at(hour, 0), at(210, 0));
        }
      }
      for (String news : station.news()) {
        opened += news.startsWith("opened") ? 1 : 0;
        closed += news.startsWith("closed") ? 1 : 0;
      }
    }

    assertThat(station.missing(DataLevel.HOUR)).isEmpty();
    assertThat(station.watch.hour().announced()).isEmpty();
    assertThat(opened).isPositive().isEqualTo(closed);
  }

  private void keepHoursComing(int from, int to) {
    for (int hour = from; hour < to; hour++) {
      station.upload(DataLevel.HOUR, at(hour, 0), at(hour + 1, 5));
    }
  }
}
