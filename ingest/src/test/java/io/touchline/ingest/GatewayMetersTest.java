package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.util.concurrent.Ticker;
import io.touchline.hj212.Edition;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GatewayMetersTest {

  private final Backpressure backpressure =
      new Backpressure(GatewaySettings.defaults(), Ticker.newMockTicker());
  private final GatewayMeters meters =
      new GatewayMeters(new Admission(GatewaySettings.Connections.defaults()), backpressure);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void theRegistryReadsWhatTheSnapshotSays() {
    meters.bindTo(registry);
    meters.received();
    meters.received();
    meters.accepted(Edition.V2017);
    meters.quarantined(QuarantineReason.BAD_CRC);
    backpressure.take(700);

    assertThat(registry.get("touchline.gateway.pieces.received").functionCounter().count())
        .isEqualTo(2);
    assertThat(meters.snapshot().received()).isEqualTo(2);
    assertThat(
            registry
                .get("touchline.gateway.frames.accepted")
                .tag("edition", "2017")
                .functionCounter()
                .count())
        .isEqualTo(1);
    assertThat(
            registry
                .get("touchline.gateway.pieces.quarantined")
                .tag("reason", "bad-crc")
                .functionCounter()
                .count())
        .isEqualTo(1);
    assertThat(registry.get("touchline.gateway.in.flight.bytes").gauge().value()).isEqualTo(700);
    assertThat(meters.snapshot().inFlightBytes()).isEqualTo(700);
  }

  @Test
  void theTimeOfPausedReadsAddsUp() {
    meters.bindTo(registry);
    meters.readsPaused();
    meters.readsPaused();
    assertThat(meters.snapshot().paused()).isEqualTo(2);
    meters.readsResumed(TimeUnit.SECONDS.toNanos(3));
    meters.readsResumed(TimeUnit.SECONDS.toNanos(4));

    assertThat(
            registry.get("touchline.gateway.reads.paused.time").timeGauge().value(TimeUnit.SECONDS))
        .isEqualTo(7);
    assertThat(meters.snapshot().paused()).isZero();
  }

  @Test
  void answersAreTimedOnceARegistryIsThere() {
    meters.answeredAfter(TimeUnit.SECONDS.toNanos(9));
    meters.bindTo(registry);
    meters.answeredAfter(TimeUnit.MILLISECONDS.toNanos(40));
    meters.answeredAfter(TimeUnit.MILLISECONDS.toNanos(60));

    assertThat(registry.get("touchline.gateway.acknowledgement.time").timer().count()).isEqualTo(2);
    assertThat(
            registry
                .get("touchline.gateway.acknowledgement.time")
                .timer()
                .totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(100);
  }

  @Test
  void everyMeterIsDescribedAndLabelledByEnumsAlone() {
    meters.bindTo(registry);

    assertThat(registry.getMeters()).hasSizeGreaterThan(20);
    assertThat(registry.getMeters())
        .extracting(Meter::getId)
        .filteredOn(id -> id.syntheticAssociation() == null) // Buckets are their timer's.
        .allSatisfy(
            id -> {
              assertThat(id.getName()).startsWith("touchline.gateway.");
              assertThat(id.getDescription()).isNotBlank();
              assertThat(id.getTags())
                  .extracting(Tag::getKey)
                  .isSubsetOf(Set.of("edition", "reason", "cause", "limit"));
            });
  }
}
