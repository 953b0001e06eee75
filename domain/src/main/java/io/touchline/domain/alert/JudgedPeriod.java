package io.touchline.domain.alert;

import java.time.Instant;

/**
 * A period of the alert's outlet and factor as it was judged.
 *
 * @param revision of its mean
 */
public record JudgedPeriod(Instant start, int revision, boolean complies) {

  JudgedPeriod or(JudgedPeriod other) {
    return other.revision > revision ? other : this;
  }
}
