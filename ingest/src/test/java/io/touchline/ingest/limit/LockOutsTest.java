package io.touchline.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three failures lock for ten seconds, then twenty, then forty, at most a minute. */
class LockOutsTest {

  private static final LockOuts.Rule RULE =
      new LockOuts.Rule(3, Duration.ofSeconds(10), Duration.ofSeconds(60));

  private final MockTicker ticker = Ticker.newMockTicker();
  private final LockOuts<String> lockOuts = new LockOuts<>(RULE, 50, ticker);

  @ParameterizedTest(name = "lock {0} in a row lasts {1} s")
  @CsvSource({"1,10", "2,20", "3,40", "4,60", "5,60", "1000,60"})
  void eachLockIsTwiceTheOneBeforeUpToTheLongest(int nth, int seconds) {
    assertThat(RULE.lock(nth)).hasSeconds(seconds);
  }

  @Test
  void theThirdFailureLocksAndTheFirstTwoDoNot() {
    assertThat(lockOuts.failed("a")).isFalse();
    assertThat(lockOuts.failed("a")).isFalse();
    assertThat(lockOuts.isLocked("a")).isFalse();

    assertThat(lockOuts.failed("a")).isTrue();
    assertThat(lockOuts.isLocked("a")).isTrue();
    assertThat(lockOuts.isLocked("b")).isFalse();
  }

  @Test
  void aSuccessBetweenFailuresForgetsThem() {
    lockOuts.failed("a");
    lockOuts.failed("a");
    lockOuts.succeeded("a");

    assertThat(lockOuts.failed("a")).isFalse();
    assertThat(lockOuts.failed("a")).isFalse();
    assertThat(lockOuts.failed("a")).isTrue();
  }

  @Test
  void afterALockOneFailureLocksAgainAndLonger() {
    lock();
    ticker.advance(10, TimeUnit.SECONDS);
    assertThat(lockOuts.isLocked("a")).isFalse();

    assertThat(lockOuts.failed("a")).isTrue();
    ticker.advance(19, TimeUnit.SECONDS);
    assertThat(lockOuts.isLocked("a")).isTrue();
    ticker.advance(1, TimeUnit.SECONDS);
    assertThat(lockOuts.isLocked("a")).isFalse();
  }

  @Test
  void failuresDuringALockDoNotLengthenIt() {
    lock();
    for (int i = 0; i < 1_000; i++) {
      assertThat(lockOuts.failed("a")).isFalse();
    }
    ticker.advance(10, TimeUnit.SECONDS);

    assertThat(lockOuts.isLocked("a")).isFalse();
  }

  @Test
  void aSuccessDuringALockIsNoneAndOneAfterItForgetsAll() {
    lock();
    lockOuts.succeeded("a");
    assertThat(lockOuts.isLocked("a")).isTrue();

    ticker.advance(10, TimeUnit.SECONDS);
    lockOuts.succeeded("a");
    assertThat(lockOuts.failed("a")).isFalse();
    assertThat(lockOuts.remembered()).isEqualTo(1);
  }

  @Test
  void noMoreAreRememberedThanAllowedAndNobodyForEver() {
    for (int i = 0; i < 1_000; i++) {
      lockOuts.failed("station " + i);
    }
    assertThat(lockOuts.remembered()).isLessThanOrEqualTo(50);

    ticker.advance(121, TimeUnit.SECONDS);
    assertThat(lockOuts.remembered()).isZero();
  }

  @ParameterizedTest(name = "{0} failures, {1} s, {2} s")
  @CsvSource({"0,10,60", "3,0,60", "3,-1,60", "3,10,9"})
  void aRuleThatMakesNoSenseIsRefused(int failures, int first, int longest) {
    assertThatThrownBy(
            () ->
                new LockOuts.Rule(failures, Duration.ofSeconds(first), Duration.ofSeconds(longest)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void lock() {
    lockOuts.failed("a");
    lockOuts.failed("a");
    lockOuts.failed("a");
  }
}
