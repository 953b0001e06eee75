package io.touchline.ingest.command;

import io.touchline.domain.ChinaTime;
import io.touchline.hj212.DataTimes;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Request numbers (请求编码 QN): China time to the millisecond, no two the same from one gateway. Two
 * gateways may make the same number, but never for one logger at a time. Thread-safe.
 */
final class RequestNumbers {

  private final Clock clock;
  private final AtomicLong last = new AtomicLong();

  RequestNumbers(Clock clock) {
    this.clock = clock;
  }

  String next() {
    long now = clock.millis();
    long number = last.updateAndGet(before -> Math.max(before + 1, now));
    return DataTimes.formatMilli(ChinaTime.civil(Instant.ofEpochMilli(number)));
  }
}
