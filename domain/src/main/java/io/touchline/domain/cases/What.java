package io.touchline.domain.cases;

/**
 * What happened to a case. Three kinds that cannot be mistaken for one another: what the software
 * may bring by itself, what people and enterprises do, and what somebody decided with a signature.
 */
public sealed interface What permits Detection, Step, Decision {

  /** Its name in records. */
  default Happening happening() {
    return Happening.of(this);
  }
}
