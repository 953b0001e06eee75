package io.touchline.app.registry;

import io.touchline.domain.facility.Inlet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * {@code pairs.csv}, which may be missing: what is measured before treatment too, on the data
 * logger of the outlet. Without a code of its own it is sent with the system code of a process (ST
 * 51, 52).
 */
final class PairTable {

  private static final String FILE = "pairs.csv";
  private static final List<String> COLUMNS = List.of("outlet_mn", "factor");

  private final Findings findings;
  private final ChannelCells cells;
  private final Predicate<String> mentioned;
  private final Map<List<String>, Row> seen = new HashMap<>();

  /**
   * A reader of pairs.
   *
   * @param mentioned whether the registry has an outlet of that MN at all
   */
  PairTable(Findings findings, Predicate<String> mentioned) {
    this.findings = findings;
    this.cells = new ChannelCells(findings);
    this.mentioned = mentioned;
  }

  /** By MN, in the order of the file. */
  Map<String, List<Inlet>> read(RegistrySource source) {
    Map<String, List<Inlet>> inlets = new HashMap<>();
    for (Row row : Table.readIfThere(source, FILE, COLUMNS, findings)) {
      String mn = outlet(row, "outlet_mn", row.required("outlet_mn"));
      String factor = cells.factor(row);
      boolean oneLogger = isOfOneLogger(row, mn);
      if (mn == null || factor == null) {
        continue;
      }
      String sent = row.textOrNull("sent");
      if (factor.equals(sent)) {
        findings.error(row, "sent", "pair.sent", sent);
        continue;
      }
      String unit = cells.unit(row, factor);
      boolean twice =
          isTwice(row, "factor", mn, factor) || (sent != null && isTwice(row, "sent", mn, sent));
      if (oneLogger && !twice) {
        inlets.computeIfAbsent(mn, key -> new ArrayList<>()).add(new Inlet(factor, sent, unit));
      }
    }
    return inlets;
  }

  private String outlet(Row row, String column, String mn) {
    if (mn != null && !mentioned.test(mn)) {
      findings.error(row, column, "channel.outlet", mn);
      return null;
    }
    return mn;
  }

  /** Two loggers are two journals, which know nothing of each other's hours. */
  private boolean isOfOneLogger(Row row, String mn) {
    String inlet = row.textOrNull("inlet_mn");
    if (inlet == null || inlet.equals(mn)) {
      return true;
    }
    if (outlet(row, "inlet_mn", inlet) != null) {
      findings.error(row, "inlet_mn", "pair.loggers", inlet);
    }
    return false;
  }

  private boolean isTwice(Row row, String column, String mn, String code) {
    Row earlier = seen.putIfAbsent(List.of(mn, column, code), row);
    if (earlier != null) {
      findings.error(row, column, "channel.twice", code, Long.toString(earlier.line()));
    }
    return earlier != null;
  }
}
