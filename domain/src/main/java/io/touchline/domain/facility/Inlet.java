package io.touchline.domain.facility;

/**
 * A factor that is measured before treatment too, on the outlet's own data logger or on another.
 *
 * @param sent code under which the outlet's logger sends it, null where it sends the factor's own
 *     with the system code of a process (ST 51, 52)
 * @param unit in which it is sent, null for that of the tables
 * @param mn of the other logger, which sends the factor as any other; null for the outlet's own
 */
public record Inlet(String factor, String sent, String unit, String mn) {

  /** On the outlet's own logger. */
  public Inlet(String factor, String sent, String unit) {
    this(factor, sent, unit, null);
  }

  /** On another logger. */
  public static Inlet of(String mn, String factor) {
    return new Inlet(factor, null, null, mn);
  }

  /** Whether the outlet's own logger sends it. */
  public boolean isOfTheSameLogger() {
    return mn == null;
  }
}
