package io.touchline.ingest.limit;

/**
 * How much somebody may use: so much a second, and so much at once after a rest.
 *
 * @param perSecond how fast what was used comes back
 * @param burst what may be used at once
 */
public record Allowance(long perSecond, long burst) {

  private static final long SECOND = 1_000_000_000L;

  public Allowance {
    if (perSecond < 1 || burst < 1) {
      throw new IllegalArgumentException(
          "an allowance is at least 1 a second and at least 1 at once: "
              + perSecond
              + ", "
              + burst);
    }
  }

  /** How long it takes until that much has come back. */
  long nanosFor(long amount) {
    return (long) Math.ceil((double) amount * SECOND / perSecond);
  }

  long burstNanos() {
    return nanosFor(burst);
  }
}
