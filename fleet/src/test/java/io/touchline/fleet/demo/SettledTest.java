package io.touchline.fleet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettledTest {

  private static final Instant ZERO = Instant.EPOCH;
  private final Settled settled = new Settled(Duration.ofHours(1), ZERO);

  @Test
  void answersThatOvertakeOthersAreKeptUntilTheGapCloses() {
    settled.add(hour(1));
    settled.add(hour(2));
    assertThat(settled.border()).isEqualTo(ZERO);
    assertThat(settled.beyond()).containsExactly(hour(1), hour(2));
    assertThat(settled.contains(hour(0))).isFalse();
    assertThat(settled.contains(hour(2))).isTrue();

    settled.add(hour(0));
    assertThat(settled.border()).isEqualTo(hour(3));
    assertThat(settled.beyond()).isEmpty();
  }

  @Test
  void aPeriodBeforeTheBorderChangesNothing() {
    settled.add(hour(0));
    settled.add(hour(0));
    assertThat(settled.border()).isEqualTo(hour(1));
    assertThat(settled.beyond()).isEmpty();
  }

  @Test
  void whatIsForgottenIsPassedOverTogetherWithItsAnswers() {
    settled.add(hour(2));
    settled.add(hour(5));
    settled.forgetBefore(hour(5));
    assertThat(settled.border()).isEqualTo(hour(6));
    assertThat(settled.beyond()).isEmpty();
  }

  private static Instant hour(int number) {
    return ZERO.plus(Duration.ofHours(number));
  }
}
