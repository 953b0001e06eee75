package io.touchline.portal.page;

import io.touchline.portal.read.Quarantined;
import java.util.List;
import java.util.Map;

/**
 * The latest pieces that were not accepted.
 *
 * @param counts of each reason
 * @param reason whose pieces are shown, null for all
 * @param page counted from 1
 * @param more whether there are older ones
 */
public record QuarantinePage(
    Map<String, Long> counts, String reason, List<Quarantined> pieces, int page, boolean more) {

  /** A reason in words; its code where nobody here knows it. */
  public static String said(String code, Words words) {
    String key = "quarantine.reason." + code;
    return words.has(key) ? words.text(key) : code;
  }

  public long all() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
