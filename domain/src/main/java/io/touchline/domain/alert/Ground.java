package io.touchline.domain.alert;

import io.touchline.domain.Decimal;
import java.time.Instant;

/**
 * One occurrence that an alert stands on, at one revision: an episode, a finding, a used-up share.
 * Figures that it has none of are null.
 *
 * @param from since when; names the ground within its alert
 * @param to end of what exceeds so far; null where it is not known
 * @param periods how many periods exceed; 1 where nothing is counted
 * @param worst the value furthest outside, as its source gives it
 * @param multiple exceedance multiple of the worst value
 * @param days days with an exceedance of the last 30
 * @param share of what is permitted
 * @param score of a finding, 0 to 1
 */
public record Ground(
    Instant from,
    int revision,
    State state,
    Instant to,
    int periods,
    Decimal worst,
    Decimal multiple,
    Integer days,
    Decimal share,
    Decimal score) {

  /** Where it stands. */
  public enum State {
    OPEN,
    OVER,
    /** Late truth took it away. */
    WITHDRAWN
  }

  public boolean stands() {
    return state != State.WITHDRAWN;
  }

  /** Its last known instant. */
  public Instant last() {
    return to == null ? from : to;
  }

  /** The later of two revisions; of the same the one that is there. */
  Ground or(Ground other) {
    return other.revision > revision ? other : this;
  }
}
