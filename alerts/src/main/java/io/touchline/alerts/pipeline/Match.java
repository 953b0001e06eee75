package io.touchline.alerts.pipeline;

/** Conditions of which an empty one holds for everything. */
final class Match {

  private Match() {}

  static boolean same(String wanted, String found) {
    return wanted == null || wanted.equals(found);
  }

  static boolean prefix(String wanted, String found) {
    return wanted == null || (found != null && found.startsWith(wanted));
  }
}
