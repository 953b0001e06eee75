package io.touchline.domain.water;

import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What stands in for one missing slot (补遗). It never stands in the measured series.
 *
 * @param value in the channel's unit, null where nothing could stand in
 * @param run consecutive missing slots of its gap
 * @param inputs the valid slots before the gap that it was taken from, oldest first
 */
public record SubstitutedSlot(
    Instant start, Decimal value, Outcome outcome, int run, List<Slot> inputs) {

  private static final MathContext WIDE = new MathContext(60);
  private static final Unit M3_PER_H = Unit.of("m3/h");

  /** How it was found. */
  public enum Outcome {
    /** Mean of as many slots before the gap as the gap is long. */
    MEAN_OF_PRECEDING,
    /** pH: median of them. */
    MEDIAN_OF_PRECEDING,
    /** Fewer valid slots than that are known before the gap. */
    TOO_FEW_BEFORE
  }

  /**
   * For flow: the volume in m³ of so long a discharge.
   *
   * @return null where no flow stands in
   */
  public Decimal volume(Unit flowUnit, Duration discharge) {
    if (value == null) {
      return null;
    }
    BigDecimal perHour = flowUnit.convert(value, M3_PER_H).number();
    BigDecimal seconds = BigDecimal.valueOf(discharge.toSeconds());
    return Decimal.computed(perHour.multiply(seconds).divide(BigDecimal.valueOf(3600), WIDE));
  }
}
