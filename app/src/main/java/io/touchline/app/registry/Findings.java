package io.touchline.app.registry;

import io.touchline.app.Texts;
import io.touchline.app.registry.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is to be said of a registry: all of it, not the first alone. */
final class Findings {

  private final List<Finding> found = new ArrayList<>();

  /** A fault of a whole file. */
  void inFile(String file, String key, Object... arguments) {
    found.add(new Finding(Severity.ERROR, file, 0, "", text(key, arguments)));
  }

  /** Something odd about a whole file. */
  void warnOfFile(String file, String key, Object... arguments) {
    found.add(new Finding(Severity.WARNING, file, 0, "", text(key, arguments)));
  }

  void error(Row row, String column, String key, Object... arguments) {
    add(Severity.ERROR, row, column, key, arguments);
  }

  void warning(Row row, String column, String key, Object... arguments) {
    add(Severity.WARNING, row, column, key, arguments);
  }

  void note(Row row, String column, String key, Object... arguments) {
    add(Severity.NOTE, row, column, key, arguments);
  }

  private void add(Severity severity, Row row, String column, String key, Object... arguments) {
    found.add(new Finding(severity, row.file(), row.line(), column, text(key, arguments)));
  }

  private static String text(String key, Object... arguments) {
    return Texts.get("registry." + key, arguments);
  }

  /** File by file in the order of reading, line by line. */
  List<Finding> inOrder() {
    List<String> files = found.stream().map(Finding::file).distinct().toList();
    return found.stream()
        .sorted(
            Comparator.comparing((Finding finding) -> files.indexOf(finding.file()))
                .thenComparing(Finding::line))
        .toList();
  }
}
