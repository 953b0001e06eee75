package io.touchline.domain.watch;

/**
 * A stretch that was said to be missing, until all of it has come or was given up.
 *
 * @param from minute, by which it is named
 * @param to minute; grows while what follows does not come either
 * @param givenUp minutes of it that are no longer looked for
 */
public record Announced(int from, int to, int givenUp) {

  Announced until(int end) {
    return new Announced(from, end, givenUp);
  }

  Announced givingUp(int minutes) {
    return new Announced(from, to, givenUp + minutes);
  }
}
