package io.touchline.domain.barometer;

/**
 * Colour of the barometer, best first. National practice numbers levels the other way round (1 is
 * the worst), so none is called by its number.
 */
public enum Level {
  GREEN,
  YELLOW,
  ORANGE,
  RED,
  /** Too little is known; never taken for green. */
  NO_DATA;

  /** Whether it is known and worse than another that is known. */
  public boolean isWorseThan(Level other) {
    return this != NO_DATA && other != NO_DATA && compareTo(other) > 0;
  }
}
