package io.touchline.domain.missing;

import java.time.Instant;
import java.util.List;

/**
 * One hour of the substituted series (补遗).
 *
 * @param hour the hour as it came, or as not received
 * @param massMg its mass: measured, substituted, 0 while stopped, null where nothing fills it
 * @param row the row of the tables used, null where none was
 * @param run invalid hours of the stretch it lies in, 0 where it is valid
 * @param before the instant that the hours looked back to lie before, null where none did
 * @param maximum the hour whose mass it took, the earliest of several; null where none
 * @param lookedBack the measured hours looked back over, earliest first
 */
public record SubstitutedHour(
    MassHour hour,
    Long massMg,
    Outcome outcome,
    SubstitutionRow row,
    int run,
    Instant before,
    MassHour maximum,
    List<MassHour> lookedBack) {

  /** How the mass was found. */
  public enum Outcome {
    MEASURED,
    /** The source stood still. */
    STOPPED,
    /** Maximum of as many measured hours as the row asks for. */
    SUBSTITUTED,
    /** Maximum of fewer, since no more are known: too little, perhaps. */
    SUBSTITUTED_FROM_FEWER,
    /** No measured hour is known before. */
    NO_MEASURED_HOUR,
    /** The row looks back from the last calibration, and none is known. */
    NO_CALIBRATION,
    /** The capture rate is too low for the tables: see {@link MissingShare}. */
    CAPTURE_TOO_LOW,
    /** No row holds at that time. */
    NO_ROW,
    /** The tables do not fill this pollutant. */
    NOT_THIS_FACTOR
  }

  /** Whether a rule was used whose own text nobody has seen. */
  public boolean needsCheck() {
    return row != null && !row.source().verified();
  }

  static SubstitutedHour asItCame(MassHour hour) {
    boolean measured = hour.state() == HourState.MEASURED;
    return new SubstitutedHour(
        hour,
        measured ? hour.massMg() : Long.valueOf(0),
        measured ? Outcome.MEASURED : Outcome.STOPPED,
        null,
        0,
        null,
        null,
        List.of());
  }

  static SubstitutedHour unfilled(MassHour hour, Outcome outcome, SubstitutionRow row, int run) {
    return new SubstitutedHour(hour, null, outcome, row, run, null, null, List.of());
  }
}
