package io.touchline.domain.sample;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * One version of one factor of one sample. Versions are of a sample and factor, so that one sample
 * may say several factors. Nobody changes or deletes a version: who measured what and when stays
 * readable, and a withdrawal is a version too.
 *
 * @param mn the outlet
 * @param id names the sample within its outlet; all its factors and versions share it
 * @param from first instant of its taking
 * @param to the instant after the last; the same as {@code from} where it was taken at one moment
 * @param value what was measured; of a value below the detection limit that limit
 * @param belowDetection whether the laboratory says "less than"
 * @param basis measured or corrected to reference oxygen
 * @param method standard of the analysis, null where it is not said
 * @param laboratory who measured, null where it is not said
 * @param author who reports it
 * @param reason why it was taken, in the author's words
 * @param reportedAt when it became known
 * @param attachment where the proof lies (a report number, a link), null where there is none
 * @param adoptedBy the officer who takes it for data that are missing, null where nobody did
 * @param version counts from 1
 */
public record Sample(
    String mn,
    String id,
    String factor,
    SampleKind kind,
    Instant from,
    Instant to,
    Decimal value,
    Unit unit,
    boolean belowDetection,
    EmissionLimit.Basis basis,
    String method,
    String laboratory,
    String author,
    String reason,
    Instant reportedAt,
    String attachment,
    String adoptedBy,
    int version,
    State state) {

  /** So long a sample may be: longer is a slip of the pen. */
  public static final Duration LONGEST = Duration.ofDays(7);

  /** What the version does. */
  public enum State {
    SET,
    WITHDRAWN
  }

  /** Of the versions of one sample the greatest stands. */
  static final Comparator<Sample> VERSIONS =
      Comparator.comparingInt(Sample::version)
          .thenComparing(Sample::reportedAt)
          .thenComparing(Sample::toString);

  /** By their time. */
  static final Comparator<Sample> ORDER =
      Comparator.comparing(Sample::from).thenComparing(Sample::id).thenComparing(Sample::factor);

  /**
   * Checks what the rules rely on.
   *
   * @throws IllegalArgumentException where a part is missing, its time runs backwards or is longer
   *     than seven days, or a detection limit is none
   */
  public Sample {
    for (Object part :
        new Object[] {
          mn, id, factor, kind, from, to, value, unit, basis, author, reason, reportedAt, state
        }) {
      if (part == null) {
        throw new IllegalArgumentException(
            "a sample has mn, id, factor, kind, from, value, unit, author, reason, reportedAt");
      }
    }
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a sample does not end before it begins: " + from + " to " + to);
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a sample is taken within " + LONGEST.toDays() + " days: " + from + " to " + to);
    }
    if (belowDetection && value.number().signum() <= 0) {
      throw new IllegalArgumentException("a detection limit lies above 0: " + value);
    }
    if (version < 1) {
      throw new IllegalArgumentException("versions count from 1: " + version);
    }
  }

  /** Whether it was taken at one moment. */
  public boolean isGrab() {
    return from.equals(to);
  }

  /** Whether any of its time lies in a stretch. */
  public boolean touches(Instant start, Instant end) {
    return from.isBefore(end) && (!from.isBefore(start) || to.isAfter(start));
  }

  /** The day in China on which it begins. */
  public Instant day() {
    return AveragingPeriod.DAY.startOf(from);
  }

  /** The value as a laboratory writes it: {@code <4}. */
  public String figure() {
    return (belowDetection ? "<" : "") + value;
  }
}
