package io.touchline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.watch.Presence.Silence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PresenceTest {

  private static final Set<String> BOTH = Set.of("a21026", "a19001");
  private static final Set<String> ONE = Set.of("a21026");

  private final List<Silence> told = new ArrayList<>();
  private Presence presence = Presence.NEW;

  @Test
  void twoHoursWithoutDataAreToldOnceAndEndWithTheNextData() {
    heard(1000, BOTH);
    pass(1000 + 120);
    assertThat(told).isEmpty();

    pass(1000 + 121);
    pass(1000 + 122);
    assertThat(told).containsExactly(new Silence(null, seconds(1000), null));

    heard(1300, BOTH);
    assertThat(told).last().isEqualTo(new Silence(null, seconds(1000), seconds(1300)));
    heard(1301, BOTH);
    assertThat(told).hasSize(2);
  }

  @Test
  void silenceThatNobodyLookedAtIsToldWhenItHasEnded() {
    heard(1000, BOTH);
    heard(1300, BOTH);

    assertThat(told).containsExactly(new Silence(null, seconds(1000), seconds(1300)));
  }

  @Test
  void dataWithoutAChannelForThreeHoursSayThatItIsSilent() {
    for (int minute = 1000; minute <= 1060; minute += 10) {
      heard(minute, BOTH);
    }
    for (int minute = 1070; minute <= 1240; minute += 10) {
      heard(minute, ONE);
    }
    assertThat(told).isEmpty();

    heard(1241, ONE);
    heard(1251, ONE);
    assertThat(told).containsExactly(new Silence("a19001", seconds(1060), null));

    heard(1300, BOTH);
    assertThat(told).last().isEqualTo(new Silence("a19001", seconds(1060), seconds(1300)));
  }

  @Test
  void factorThatCameOnceOrTwiceIsNoChannel() {
    heard(1000, BOTH);
    heard(1001, BOTH);
    for (int minute = 1002; minute < 1400; minute++) {
      heard(minute, ONE);
    }

    assertThat(told).isEmpty();
  }

  @Test
  void afterASilenceOfTheWholeStationItsChannelsHaveTheirTime() {
    for (int minute = 1000; minute <= 1060; minute += 10) {
      heard(minute, BOTH);
    }
    heard(2000, ONE);
    heard(2001, BOTH);

    assertThat(told).extracting(Silence::factor).containsExactly((String) null);
  }

  @Test
  void backfilledDataSayThatTheStationIsThereAndNothingOfItsChannels() {
    for (int minute = 1000; minute <= 1060; minute += 10) {
      heard(minute, BOTH);
    }
    Presence.Step step = presence.heard(seconds(1070), seconds(500), ONE);

    assertThat(step.told()).isEmpty();
    assertThat(step.next().channels()).isEqualTo(presence.channels());
    assertThat(step.next().heardAt()).isEqualTo(seconds(1070));
  }

  @Test
  void framesWithinAMinuteChangeNothing() {
    heard(1000, BOTH);
    heard(1010, BOTH);
    heard(1020, BOTH);
    Presence before = presence;

    assertThat(presence.heard(seconds(1020) + 59, seconds(1020) + 30, BOTH).next())
        .isEqualTo(before);
  }

  private void heard(int minute, Set<String> factors) {
    Presence.Step step = presence.heard(seconds(minute), seconds(minute), factors);
    presence = step.next();
    told.addAll(step.told());
  }

  private void pass(int minute) {
    Presence.Step step = presence.passed(seconds(minute));
    presence = step.next();
    told.addAll(step.told());
  }

  private static long seconds(int minute) {
    return minute * 60L;
  }
}
