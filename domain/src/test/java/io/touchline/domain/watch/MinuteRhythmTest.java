package io.touchline.domain.watch;

import static io.touchline.domain.watch.WatchedStation.at;
import static io.touchline.domain.watch.WatchedStation.minute;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MinuteRhythmTest {

  private final WatchedStation station = new WatchedStation();

  @Test
  void minuteThatIsLeftOutIsMissingTwoSlotsAfterItsEnd() {
    send(1, 0, 10);
    send(1, 11, 13);
    assertThat(station.missing(DataLevel.MINUTE)).containsExactly("08:10-08:11");
    assertThat(station.news()).isEmpty();

    send(1, 13, 17);

    assertThat(station.news())
        .containsExactly("opened MINUTE 08:10-08:11 1", "ask MINUTE 08:10-08:11 #1");
  }

  @Test
  void stationThatSendsEveryTenMinutesIsNeverAskedForTheOnesBetween() {
    send(10, 0, 180);

    assertThat(station.news())
        .containsExactly(new Finding.IntervalOff(1, 10, minute(at(8, 0))).toString());
    assertThat(station.missing(DataLevel.MINUTE)).isEmpty();
    assertThat(station.alive("11:31").alive("11:33").news())
        .containsExactly("opened MINUTE 11:00-11:10 1", "ask MINUTE 11:00-11:10 #1");
  }

  @Test
  void intervalThatTheProfileDoesNotStateContradictsNothing() {
    station.under(new Terms(1, false, Instant.EPOCH, Instant.MAX, true, true));

    send(10, 0, 180);

    assertThat(station.news()).isEmpty();
    assertThat(station.watch.rhythm().grid().step()).isEqualTo(10);
  }

  @Test
  void fiveEvenUploadsProveNothingYet() {
    send(10, 0, 50);

    assertThat(station.watch.rhythm().grid().step()).isEqualTo(1);
    assertThat(station.news()).isEmpty();
  }

  @Test
  void profileThatComesToSayWhatComesEndsTheContradiction() {
    send(10, 0, 60);
    station.news();

    station.under(new Terms(10, true, Instant.EPOCH, Instant.MAX, true, true)).alive("09:01");

    assertThat(station.news())
        .containsExactly(
            new Finding.IntervalRight(1, minute(at(8, 0)), minute(at(9, 1))).toString());
    assertThat(station.watch.rhythm().grid().step()).isEqualTo(10);
  }

  @Test
  void loggerThatGoesBackToTheProfilesIntervalEndsTheContradiction() {
    send(10, 0, 60);
    station.news();

    send(1, 60, 70);

    assertThat(station.news())
        .containsExactly(
            new Finding.IntervalRight(1, minute(at(8, 0)), minute(at(9, 5))).toString());
  }

  @Test
  void gapsOfTheOldIntervalAreGivenUpWithIt() {
    send(1, 0, 10);
    send(1, 20, 30);
    assertThat(station.missing(DataLevel.MINUTE)).startsWith("08:10-08:19");
    station.news();

    send(5, 30, 60);

    assertThat(station.news())
        .contains("closed MINUTE 08:10-08:20 10 given up 10")
        .contains(new Finding.IntervalOff(1, 5, minute(at(8, 30))).toString());
  }

  @Test
  void stampThatIsHoursAheadDoesNotStopTheLearning() {
    send(10, 0, 20);
    station.minute("99:00", "08:21");

    send(10, 20, 100);

    assertThat(station.watch.rhythm().grid().step()).isEqualTo(10);
  }

  /** Minute uploads of 08:00 plus these minutes, each received when its slot is over. */
  private void send(int step, int from, int to) {
    for (int minute = from; minute < to; minute += step) {
      station.upload(DataLevel.MINUTE, at(8, minute), at(8, minute + step));
    }
  }
}
