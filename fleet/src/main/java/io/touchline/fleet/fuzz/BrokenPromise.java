package io.touchline.fleet.fuzz;

/** A promise of the library that some input broke. The message says which. */
final class BrokenPromise extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenPromise(String what) {
    super(what);
  }

  static void unless(boolean holds, String what) {
    if (!holds) {
      throw new BrokenPromise(what);
    }
  }
}
