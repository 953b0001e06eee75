package io.touchline.app.bench;

import io.touchline.app.Texts;
import io.touchline.fleet.bench.Figure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What a scenario found, printed so that it can be copied into {@code docs/benchmarks.md}. */
final class Findings {

  private final List<Finding> findings;

  Findings(List<Finding> findings) {
    this.findings = findings;
  }

  void print(PrintWriter out) {
    out.println(Texts.get("bench.machine", Machine.inWords()));
    out.println(Texts.get("bench.commit", Machine.commit()));
    out.println();
    for (Finding finding : findings) {
      String line = number(finding.value()) + " " + finding.unit();
      out.printf(Locale.ROOT, "%20s  %s%s%n", line, finding.text(), target(finding));
    }
    out.println();
    out.println(Texts.get(passed() ? "bench.passed" : "bench.failed"));
    out.flush();
  }

  boolean passed() {
    return findings.stream().allMatch(Finding::passes);
  }

  private static String target(Finding finding) {
    Figure.Target target = finding.target();
    if (target == null) {
      return "";
    }
    return "  "
        + (finding.passes() ? "PASS" : "FAIL")
        + " "
        + (target.least() ? "≥ " : "≤ ")
        + number(target.bound());
  }

  /** Four digits that count. */
  private static String number(double value) {
    double size = Math.abs(value);
    if (size >= 1000 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 100 ? "%.1f" : size >= 10 ? "%.2f" : "%.3f", value);
  }
}
