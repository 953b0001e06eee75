package io.touchline.domain;

/**
 * Whether a mean may be judged, and if not, why (有效数据).
 *
 * @param reason the kind of reason
 * @param detail what exactly, with its numbers, in English; "" for valid data
 */
public record Validity(Reason reason, String detail) {

  public static final Validity VALID = new Validity(Reason.VALID, "");

  /** Why data is not valid. */
  public enum Reason {
    VALID,
    /** The logger's own flag is not N (HJ 212-2017 table 8). */
    FLAGGED,
    /** No value, or text that is no number. */
    NO_NUMBER,
    /** Fewer than 45 valid minutes of an hour, or 20 valid hours of a day (HJ 76-2017 App. B). */
    TOO_FEW_PARTS,
    /** Waste water: one abnormal part makes the whole abnormal (HJ 212-2017 C.16–C.18). */
    ABNORMAL_PART,
    /** Waste water: nothing flowed, so there is no concentration of a discharge. */
    NO_FLOW,
    /** The discharger marked so much of it invalid that too little remains (MEE 2022-21). */
    MARKED,
    /** The discharger marked the source as stopped. */
    STOPPED
  }

  public boolean isValid() {
    return reason == Reason.VALID;
  }

  /** Whether an operator's mark made it so. */
  public boolean isMarked() {
    return reason == Reason.MARKED || reason == Reason.STOPPED;
  }

  /** One line for records and people; "" for valid data. */
  public String text() {
    return detail;
  }
}
