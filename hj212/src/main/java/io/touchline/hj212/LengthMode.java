package io.touchline.hj212;

/** How a logger's length field is taken. */
public enum LengthMode {
  /** It counts the bytes of the data segment, as the standard says. */
  EXACT,
  /**
   * It is not trusted: the segment ends where {@code &&} and a fitting check code stand. Plain text
   * frames only; cipher text has no such end.
   */
  LENIENT
}
