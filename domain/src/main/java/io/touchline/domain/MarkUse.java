package io.touchline.domain;

/**
 * What operator marks count for at an outlet.
 *
 * <p>The rule of 2022 is written for waste incineration, thermal power, cement, and pulp and paper;
 * elsewhere marks are used by reference. A mark only takes evidence away, so in doubt it counts; an
 * authority that does not follow marks of an outlet says so in the registry.
 */
public enum MarkUse {
  /** They are kept and shown, and change no verdict. */
  ADVISORY,
  /** What is marked invalid is no evidence, and a marked stop takes its time out. */
  BINDING
}
