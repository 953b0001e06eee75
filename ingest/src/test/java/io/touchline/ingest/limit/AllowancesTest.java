package io.touchline.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Ten a second, fifty at once. */
class AllowancesTest {

  private final MockTicker ticker = Ticker.newMockTicker();
  private final Allowances<String> allowances =
      new Allowances<>(new Allowance(10, 50), 100, ticker);

  @Test
  void whoStaysWithinTheBurstNeedNotWait() {
    assertThat(allowances.use("a", 20)).isZero();
    assertThat(allowances.use("a", 30)).isZero();
    assertThat(allowances.wait("a")).isZero();
  }

  @Test
  void whoUsesMoreWaitsUntilItHasComeBack() {
    allowances.use("a", 50);

    assertThat(allowances.use("a", 20)).isEqualTo(seconds(2));
    ticker.advance(1, TimeUnit.SECONDS);
    assertThat(allowances.wait("a")).isEqualTo(seconds(1));
    ticker.advance(1, TimeUnit.SECONDS);
    assertThat(allowances.wait("a")).isZero();
    assertThat(allowances.use("a", 1)).isPositive();
  }

  @Test
  void oneUseMayPassTheBurstAndIsPaidForByWaiting() {
    assertThat(allowances.use("a", 1_050)).isEqualTo(seconds(100));
  }

  @Test
  void othersAreNotHeldUp() {
    allowances.use("a", 1_000);

    assertThat(allowances.use("b", 50)).isZero();
  }

  @Test
  void afterARestTheWholeBurstIsThereAndNotMore() {
    allowances.use("a", 50);
    ticker.advance(1, TimeUnit.DAYS);

    assertThat(allowances.use("a", 50)).isZero();
    assertThat(allowances.use("a", 10)).isEqualTo(seconds(1));
  }

  @Test
  void overTimeNobodyGetsMoreThanTheRateWhateverTheyDo() {
    Random random = new Random(212);
    long used = 0;
    for (int i = 0; i < 10_000; i++) {
      int amount = 1 + random.nextInt(200);
      long wait = allowances.use("a", amount);
      used += amount;
      ticker.advance(wait + random.nextInt(1_000), TimeUnit.NANOSECONDS);
    }
    assertThat(used).isLessThanOrEqualTo(50 + 10 * ticker.nanoTime() / seconds(1) + 1);
  }

  @Test
  void noMoreAreRememberedThanAllowedAndNobodyForEver() {
    for (int i = 0; i < 1_000; i++) {
      allowances.use("address " + i, 10);
    }
    assertThat(allowances.remembered()).isLessThanOrEqualTo(100);

    ticker.advance(3, TimeUnit.SECONDS);
    assertThat(allowances.remembered()).isZero();
  }

  private static long seconds(int seconds) {
    return TimeUnit.SECONDS.toNanos(seconds);
  }
}
