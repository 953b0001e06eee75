package io.touchline.app.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The key that somebody most likely meant: the fewest letters away. */
final class Nearest {

  private Nearest() {}

  static String to(String written, List<Setting<?>> known) {
    String wanted = plain(written);
    return known.stream()
        .map(Setting::key)
        .min(Comparator.comparingInt(key -> distance(wanted, plain(key))))
        .orElseThrow();
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT)
        .replace("touchline_", "")
        .replace('_', '.')
        .replace('-', '.');
  }

  /** Letters to add, leave out or change (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int i = 0; i < row.length; i++) {
      row[i] = i;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int same = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[row.length - 1];
  }
}
