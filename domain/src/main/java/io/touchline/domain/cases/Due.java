package io.touchline.domain.cases;

import io.touchline.domain.calendar.Deadline;
import java.time.LocalDate;

/**
 * Something owed in a case, with its clock. Worked out anew from the dates of the case each time,
 * so that no restart can lose it.
 *
 * @param from the day its time starts from, null where none does
 * @param end when it ends, null where it has no term
 * @param doneOn when it was done, null while it was not
 * @param row the row of law that says it
 * @param note what people should know of it; "" where the dates say all
 */
public record Due(
    Duty duty,
    State state,
    LocalDate from,
    Deadline end,
    LocalDate doneOn,
    DutyRow row,
    String note) {

  /** Where it stands. */
  public enum State {
    RUNNING,
    MET,
    /** Done, too late. */
    MET_LATE,
    MISSED,
    /** Holds on without an end of its own. */
    ONGOING,
    /** Its end lies in days that are not known. */
    END_NOT_KNOWN,
    /** The dates say missed, the row of law was not seen: nobody is told that they missed it. */
    NEEDS_CHECK
  }

  /** Last day on which it is in time, null where there is none or it is not known. */
  public LocalDate last() {
    return end instanceof Deadline.Known known ? known.last() : null;
  }
}
