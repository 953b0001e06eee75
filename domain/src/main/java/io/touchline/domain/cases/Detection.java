package io.touchline.domain.cases;

/** What the software may bring into a case by itself. */
public sealed interface Detection extends What {

  /**
   * The same for the same news, so that news told twice is one event: what, of which finding, with
   * which evidence.
   */
  default String eventId() {
    if (this instanceof Detected detected) {
      return "detected|" + detected.finding().id() + '|' + detected.finding().evidenceHash();
    }
    TruthChanged change = (TruthChanged) this;
    return "changed|"
        + change.findingId()
        + '|'
        + (change.replacement() == null ? "gone" : change.replacement().evidenceHash());
  }

  /** Data show, or hint at, a ground. */
  record Detected(Finding finding) implements Detection {}

  /**
   * Late truth: the data behind a finding changed.
   *
   * @param replacement the finding as it is now, null where nothing is left of it
   * @param cause what came late: a mark, a sample, a corrected limit
   */
  record TruthChanged(String findingId, Finding replacement, String cause) implements Detection {}
}
