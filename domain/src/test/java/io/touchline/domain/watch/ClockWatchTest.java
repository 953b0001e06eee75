package io.touchline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockWatchTest {

  private final List<Finding> findings = new ArrayList<>();
  private ClockWatch clock = ClockWatch.RIGHT;
  private long second = 1_000_000;

  @ParameterizedTest(name = "{0} every {1} s → {2}")
  @CsvSource({
    "70 70 70 70 70, 60, 70",
    "70 70 70 70, 60, -",
    "-300 -301 -299 -300 -300, 60, -300",
    "60 60 60 60 60, 60, -",
    "61 61 61 61 61, 60, 61",
    "70 70 5 70 70 70, 60, -",
    "70 86 70 70 70, 60, -",
    "70 85 70 70 70, 60, 70",
    "70 -70 70 -70 70, 60, -",
    "5 5 70 70 70 70 70, 60, 70",
    "-300 -300 -300 -300 -300 -300 -300, 1, -",
    "-300 -300 -300 -300 -300, 30, -300",
    "-300 -300 -300 -300 -300, 29, -",
  })
  void clockIsOffAfterFiveFramesThatAgree(String skews, int apart, String off) {
    hear(skews, apart);

    List<Long> found =
        findings.stream()
            .filter(Finding.ClockOff.class::isInstance)
            .map(finding -> ((Finding.ClockOff) finding).skewMillis() / 1000)
            .toList();
    assertThat(found).isEqualTo(off.equals("-") ? List.of() : List.of(Long.parseLong(off)));
  }

  @Test
  void repeatsOfOneFrameProveNothing() {
    hear("-100 -130 -160 -190 -220 -250", 30);

    assertThat(findings).isEmpty();
  }

  @Test
  void backlogThatIsSentFasterThanItWasWrittenProvesNothing() {
    hear("-3600 -3570 -3540 -3510 -3480 -3450 -3420", 30);

    assertThat(findings).isEmpty();
  }

  @Test
  void clockThatIsOffIsToldOnceAndSetOnceAnHour() {
    hear("70 70 70 70 70", 60);
    assertThat(findings)
        .containsExactly(new Finding.ClockOff(1_000_000, 70_000), new Finding.ClockToSet(70_000));
    findings.clear();

    for (int minute = 5; minute < 125; minute++) {
      hear("72", 60);
    }

    assertThat(findings)
        .containsExactly(new Finding.ClockToSet(72_000), new Finding.ClockToSet(72_000));
  }

  @Test
  void clockThatMayNotBeSetIsOnlyTold() {
    for (int minute = 0; minute < 100; minute++) {
      hear(new ClockWatch.Sample((second += 60) * 1000, 70_000), false);
    }

    assertThat(findings).hasSize(1);
  }

  @Test
  void clockIsRightAgainAfterFiveFramesInTime() {
    hear("70 70 70 70 70", 60);
    findings.clear();

    hear("3 2 1 1", 60);
    assertThat(findings).isEmpty();
    hear("1", 60);

    assertThat(findings).containsExactly(new Finding.ClockRight(1_000_000, 1_000_540, 70_000));
    assertThat(clock.late()).isEmpty();
    assertThat(clock.offSince()).isZero();
  }

  @Test
  void clockThatJumpsToTheOtherSideIsOffAnew() {
    hear("70 70 70 70 70", 60);
    findings.clear();

    hear("-900 -900 -900 -900 -900", 60);

    assertThat(findings)
        .containsExactly(
            new Finding.ClockRight(1_000_000, 1_000_300, 70_000),
            new Finding.ClockOff(1_000_300, -900_000));
  }

  @Test
  void clockThatIsRightHasNothingToRemember() {
    hear("3 -2 59 -59 0", 1);

    assertThat(clock).isSameAs(ClockWatch.RIGHT);
  }

  private void hear(String skews, int apart) {
    for (String skew : Arrays.asList(skews.split(" ", -1))) {
      hear(new ClockWatch.Sample(second * 1000, Long.parseLong(skew) * 1000), true);
      second += apart;
    }
  }

  private void hear(ClockWatch.Sample sample, boolean maySet) {
    clock = clock.heard(sample, maySet, findings::add);
  }
}
