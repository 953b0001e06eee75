package io.touchline.domain;

/** What marks say of one stretch of time, factor by factor. */
@FunctionalInterface
public interface Marking {

  /** Nothing is marked. */
  Marking NONE = factor -> Validity.VALID;

  /** Valid where no mark makes it otherwise. */
  Validity of(String factor);
}
