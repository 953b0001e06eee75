package io.touchline.portal.page;

import io.touchline.portal.read.PeriodMean;
import java.util.Locale;

/** How a period stands against its limit, in one word. */
public enum Standing {
  COMPLIANT,
  EXCEEDS,
  /** The data is not valid, so it proves nothing. */
  INVALID,
  /** Valid, but there was nothing to compare. */
  NOT_JUDGED,
  NO_LIMIT;

  public static Standing of(PeriodMean mean) {
    if (!mean.valid()) {
      return INVALID;
    }
    if (mean.verdict() == null) {
      return NO_LIMIT;
    }
    return switch (mean.verdict()) {
      case COMPLIANT -> COMPLIANT;
      case EXCEEDS -> EXCEEDS;
      case NOT_JUDGED -> NOT_JUDGED;
    };
  }

  /** Name of its class in the style sheet. */
  public String css() {
    return "standing-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
