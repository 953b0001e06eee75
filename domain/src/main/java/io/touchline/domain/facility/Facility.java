package io.touchline.domain.facility;

import io.touchline.domain.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One facility of an outlet, as the registry names it.
 *
 * @param code as its logger names it: SB1 of states and hours, d… of electricity, p… of conditions
 * @param validFrom first day on which it is there
 * @param validTo last day, null where open
 */
public record Facility(
    String code, String name, Kind kind, LocalDate validFrom, LocalDate validTo) {

  /** What it is for. */
  public enum Kind {
    /** Makes what is discharged: while it runs there is something to treat. */
    PRODUCTION,
    /**
     * Must run whenever production does; a spare that may stand does not belong in the registry.
     */
    TREATMENT,
    /** Leads past the treatment while it is open, that is, while it runs. */
    BYPASS
  }

  public boolean isThereAt(Instant instant) {
    LocalDate day = ChinaTime.date(instant);
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
