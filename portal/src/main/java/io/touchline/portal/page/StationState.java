package io.touchline.portal.page;

import java.util.Locale;

/** How a station stands with us, what asks for a person first. */
public enum StationState {
  /** What it sent last was not accepted. */
  REFUSED,
  /** Registered, and nothing ever came. */
  NEVER,
  /** No data, and no connection. */
  GONE,
  /** Connected, as far as a gateway says, and no data. */
  SILENT,
  /** Its clock is off. */
  SKEWED,
  /** Data of a stretch have not come. */
  LATE,
  ONLINE;

  /** Name of its class in the style sheet. */
  public String css() {
    return "station-" + name().toLowerCase(Locale.ROOT);
  }
}
