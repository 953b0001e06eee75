package io.touchline.fleet.source;

/** Random-looking numbers that are a function of their arguments alone (SplitMix64). */
final class Noise {

  private Noise() {}

  /** Names a series: the same text and seed give the same number for ever (FNV-1a, mixed). */
  static long seed(String name, long seed) {
    long hash = 0xcbf29ce484222325L ^ seed;
    for (int at = 0; at < name.length(); at++) {
      hash = (hash ^ name.charAt(at)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  static long mix(long seed) {
    long z = seed + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Even from -1000 to 1000. */
  static long permille(long series, long at) {
    return Math.floorMod(mix(series ^ mix(at)), 2001L) - 1000;
  }

  /** From -1000 to 1000 without jumps: a random value every {@code span}, a line between them. */
  static long smoothPermille(long series, long at, long span) {
    long before = Math.floorDiv(at, span);
    long into = Math.floorMod(at, span);
    return (permille(series, before) * (span - into) + permille(series, before + 1) * into) / span;
  }
}
