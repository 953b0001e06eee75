package io.touchline.alerts.life;

import io.touchline.domain.alert.CauseCategory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an enterprise says of an alert (反馈). Attachments are named, not held: file numbers, links.
 *
 * @param from, to since when and until when it lasted; null where not known
 * @param load of production, in the enterprise's words; may be absent like all that follows
 * @param recovery when it expects to be well again
 * @param contact person and telephone: personal data, shown to who handles the alert alone
 */
public record Answer(
    CauseCategory cause,
    String detail,
    String action,
    Instant from,
    Instant to,
    String load,
    String facility,
    List<String> attachments,
    List<Sample> samples,
    Instant recovery,
    String contact) {

  /**
   * A manual sample.
   *
   * @param value as its report prints it, with the unit beside it
   */
  public record Sample(String factor, String value, String unit, Instant taken, String report) {}

  /** What is missing, in the order of the form; empty where it can be taken. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (cause == null) {
      missing.add("cause");
    }
    if (detail == null || detail.isBlank()) {
      missing.add("detail");
    }
    if (action == null || action.isBlank()) {
      missing.add("action");
    }
    return missing;
  }
}
