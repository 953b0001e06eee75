package io.touchline.app.registry;

import io.touchline.domain.facility.Inlet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * {@code pairs.csv}, which may be missing: what is measured before treatment too, on the data
 * logger of the outlet or on another. On the outlet's, without a code of its own, it is sent with
 * the system code of a process (ST 51, 52); another sends it as any other factor.
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
      String inlet = row.textOrNull("inlet_mn");
      boolean otherLogger = inlet != null && !inlet.equals(mn);
      if (otherLogger) {
        inlet = outlet(row, "inlet_mn", inlet);
      }
      if (mn == null || factor == null || (otherLogger && inlet == null)) {
        continue;
      }
      String sent = row.textOrNull("sent");
      if (otherLogger) {
        if (isPlain(row) && !isTwice(row, "factor", mn, factor)) {
          add(inlets, mn, Inlet.of(inlet, factor));
        }
        continue;
      }
      if (factor.equals(sent)) {
        findings.error(row, "sent", "pair.sent", sent);
        continue;
      }
      String unit = cells.unit(row, factor);
      boolean twice =
          isTwice(row, "factor", mn, factor) || (sent != null && isTwice(row, "sent", mn, sent));
      if (!twice) {
        add(inlets, mn, new Inlet(factor, sent, unit));
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

  private static void add(Map<String, List<Inlet>> inlets, String mn, Inlet inlet) {
    inlets.computeIfAbsent(mn, key -> new ArrayList<>()).add(inlet);
  }

  /** Another logger's unit and codes are its own row's in {@code outlets.csv}. */
  private boolean isPlain(Row row) {
    for (String column : List.of("sent", "unit")) {
      if (!row.text(column).isEmpty()) {
        findings.error(row, column, "pair.plain", row.text(column));
        return false;
      }
    }
    return true;
  }

  private boolean isTwice(Row row, String column, String mn, String code) {
    Row earlier = seen.putIfAbsent(List.of(mn, column, code), row);
    if (earlier != null) {
      findings.error(row, column, "channel.twice", code, Long.toString(earlier.line()));
    }
    return earlier != null;
  }
}
