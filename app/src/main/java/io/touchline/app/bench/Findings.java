package io.touchline.app.bench;

import io.touchline.app.Texts;
import io.touchline.fleet.bench.Figure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What a scenario found, printed so that it can be copied into {@code docs/benchmarks.md}. */
final class Findings {

  private final List<Figure> figures;

  Findings(List<Figure> figures) {
    this.figures = figures;
  }

  void print(PrintWriter out) {
    out.println(Texts.get("bench.machine", Machine.inWords()));
    out.println(Texts.get("bench.commit", Machine.commit()));
    out.println();
    for (Figure figure : figures) {
      String line = number(figure.value()) + " " + figure.measure().unit();
      out.printf(
          Locale.ROOT, "%20s  %s%s%n", line, figure.measure().text(Texts.locale()), target(figure));
    }
    out.println();
    out.println(Texts.get(passed() ? "bench.passed" : "bench.failed"));
    out.flush();
  }

  boolean passed() {
    return figures.stream().allMatch(Figure::passes);
  }

  private static String target(Figure figure) {
    Figure.Target target = figure.target();
    if (target == null) {
      return "";
    }
    return "  "
        + (figure.passes() ? "PASS" : "FAIL")
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
