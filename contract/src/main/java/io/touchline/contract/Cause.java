package io.touchline.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a revision was published. */
public enum Cause {
  /** Data came as it should, in its time. */
  LIVE,
  /**
   * Data came late: an hour or more after the end of its period, or marked as resent, or after the
   * end of its period because the logger was asked for it.
   */
  BACKFILL,
  /** A limit or another entry of the outlet's profile changed. */
  LIMIT,
  /** An operator marked the time, changed a mark or took it back. */
  MARK;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
