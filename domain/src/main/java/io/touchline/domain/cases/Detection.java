package io.touchline.domain.cases;

/** What the software may bring into a case by itself. */
public sealed interface Detection extends What {

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
