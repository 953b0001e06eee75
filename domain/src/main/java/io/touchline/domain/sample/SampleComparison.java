package io.touchline.domain.sample;

import io.touchline.domain.Decimal;

/**
 * A sample held against the automatic reading of its time.
 *
 * @param error as the row reckons it; of a sample below detection the least that it can be. Null
 *     where there is none
 * @param row how far it may lie, null where no row is in force or there is no reading
 * @param reason why it was not compared, "" where it was
 */
public record SampleComparison(
    Sample sample,
    AutomaticReading automatic,
    Decimal error,
    AllowedError row,
    Verdict verdict,
    String reason) {

  /** What came of it. A figure that needs a check says so by its row. */
  public enum Verdict {
    AGREES,
    DIFFERS,
    NOT_COMPARED
  }

  /** Compares the two. */
  public static SampleComparison of(Sample sample, AutomaticReading automatic) {
    if (automatic.value() == null) {
      return notCompared(sample, automatic, null, automatic.reason());
    }
    AllowedError row =
        AllowedError.of(sample.factor(), sample.unit(), sample.value(), sample.from()).orElse(null);
    if (row == null) {
      return notCompared(
          sample, automatic, null, "no row says how far a monitor of it may lie from a sample");
    }
    Decimal monitor = sample.unit().convert(automatic.value(), row.unit());
    Decimal taken = sample.unit().convert(sample.value(), row.unit());
    if (sample.belowDetection() && !monitor.exceeds(taken)) {
      return new SampleComparison(sample, automatic, Decimal.of("0"), row, Verdict.AGREES, "");
    }
    Decimal error = row.between(monitor, taken);
    return error == null
        ? notCompared(sample, automatic, row, "the sample is 0, and the error is a share of it")
        : new SampleComparison(
            sample,
            automatic,
            error,
            row,
            row.isWithin(monitor, taken) ? Verdict.AGREES : Verdict.DIFFERS,
            "");
  }

  /** The error with its unit, "" where there is none. */
  public String errorText() {
    return error == null ? "" : row.figure(error);
  }

  private static SampleComparison notCompared(
      Sample sample, AutomaticReading automatic, AllowedError row, String reason) {
    return new SampleComparison(sample, automatic, null, row, Verdict.NOT_COMPARED, reason);
  }
}
