package io.touchline.streams;

import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/** How the sums above outlets are called in their stores. */
final class SumsAbove {

  private SumsAbove() {}

  /** {@code REGION|630100|a21026|MONTH|1767196800}. */
  static String name(Scope scope, String factor, TotalPeriod period, Instant start) {
    return String.join(
        "|", scope.text(), factor, period.name(), Long.toString(start.getEpochSecond()));
  }

  static Bytes key(String name) {
    return Bytes.wrap(name.getBytes(StandardCharsets.UTF_8));
  }
}
