package io.touchline.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alerts.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilenceTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void anOutletNotHeardOfForLongerIsSilent() {
    Silence silence = asOf(Optional.of(NOON));
    assertThat(silence.since(NOON.minusSeconds(901))).isTrue();
    assertThat(silence.since(NOON.minusSeconds(900))).isFalse();
    assertThat(silence.since(null)).isTrue();
  }

  @Test
  void beforeTheDataIsReadNobodyIsCalledSilent() {
    assertThat(asOf(Optional.empty()).since(null)).isFalse();
  }

  private static Silence asOf(Optional<Instant> at) {
    return new Silence(Duration.ofMinutes(15), () -> new Progress(at, 0, 0, 0, Optional.empty()));
  }
}
