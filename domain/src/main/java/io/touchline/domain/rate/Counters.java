package io.touchline.domain.rate;

import io.touchline.domain.Averages;
import io.touchline.domain.Decimal;
import java.util.Optional;

/**
 * The four counters of one outlet and factor over some hours, or of many: they are added, rates
 * never are. What was received is what is due to be valid (the sentence that says so was not seen;
 * rule sheet 3.1).
 *
 * @param due hours in which data were due
 * @param received of them those that came
 * @param dueValid of them those that are to be valid
 * @param valid of them those that are
 */
public record Counters(int due, int received, int dueValid, int valid) {

  public static final Counters NONE = new Counters(0, 0, 0, 0);

  public Counters plus(Counters other) {
    return new Counters(
        due + other.due, received + other.received, dueValid + other.dueValid, valid + other.valid);
  }

  /** Transmission rate (传输率) in percent, empty where nothing was due. */
  public Optional<Decimal> transmission() {
    return percent(received, due);
  }

  /** Validity rate (有效率) in percent, empty where nothing came. */
  public Optional<Decimal> validity() {
    return percent(valid, dueValid);
  }

  /**
   * Transmission times validity, which is valid of due, in percent; empty where nothing was due.
   */
  public Optional<Decimal> effective() {
    return percent(valid, due);
  }

  /** Whether the exact effective rate is at least so many percent; true where nothing was due. */
  public boolean passes(Decimal percent) {
    return due == 0 || Averages.isAtLeast(valid, due, percent);
  }

  private static Optional<Decimal> percent(int part, int whole) {
    return whole == 0 ? Optional.empty() : Optional.of(Averages.percent(part, whole));
  }
}
