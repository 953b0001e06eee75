package io.touchline.app.registry;

import io.touchline.contract.OutletRecord;
import io.touchline.contract.StationDialect;
import io.touchline.domain.Decimal;
import io.touchline.hj212.FactorCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * {@code channels.csv}, which may be missing: what a data logger sends under another code or in
 * another unit than the tables of the standard say, and how far its analysers reach.
 */
final class ChannelTable {

  private static final String FILE = "channels.csv";
  private static final List<String> COLUMNS = List.of("mn", "sent", "factor", "unit");

  private final Findings findings;
  private final FactorCatalogue catalogue = FactorCatalogue.standard();
  private final ChannelCells cells;
  private final Map<String, OutletRecord> outlets;
  private final Predicate<String> mentioned;
  private final Map<List<String>, Row> seen = new HashMap<>();
  private final Map<String, Channels> channels = new HashMap<>();

  /** Of one outlet, both by the maps of {@link StationDialect}. */
  private record Channels(
      SortedMap<String, String> factors,
      SortedMap<String, String> units,
      SortedMap<String, Decimal> ranges) {}

  /**
   * A reader of channels.
   *
   * @param outlets those without a fault, by MN
   * @param mentioned whether the registry has an outlet of that MN at all
   */
  ChannelTable(Findings findings, Map<String, OutletRecord> outlets, Predicate<String> mentioned) {
    this.findings = findings;
    this.cells = new ChannelCells(findings);
    this.outlets = outlets;
    this.mentioned = mentioned;
  }

  /** Puts the channels of the file into the dialects of the outlets. */
  void read(RegistrySource source) {
    for (Row row : Table.readIfThere(source, FILE, COLUMNS, findings)) {
      read(row);
    }
    channels.forEach(
        (mn, of) ->
            outlets.computeIfPresent(
                mn,
                (key, outlet) ->
                    outlet
                        .withDialect(
                            outlet.dialectOrStandard().withChannels(of.factors(), of.units()))
                        .withRanges(of.ranges().isEmpty() ? null : of.ranges())));
  }

  private void read(Row row) {
    String mn = row.required("mn");
    String factor = cells.factor(row);
    if (mn != null && !mentioned.test(mn)) {
      findings.error(row, "mn", "channel.outlet", mn);
    }
    if (mn == null || factor == null) {
      return;
    }
    String sent = row.text("sent").isEmpty() ? factor : row.text("sent");
    if (isTwice(row, "factor", mn, factor) || isTwice(row, "sent", mn, sent)) {
      return;
    }
    Channels of =
        channels.computeIfAbsent(
            mn, key -> new Channels(new TreeMap<>(), new TreeMap<>(), new TreeMap<>()));
    if (!sent.equals(factor)) {
      warnOfStandardMeaning(row, sent, factor);
      of.factors().put(sent, factor);
    }
    String unit = cells.unit(row, factor);
    if (unit != null) {
      of.units().put(factor, unit);
    }
    Decimal range = range(row);
    if (range != null) {
      of.ranges().put(factor, range);
    }
  }

  /** A further column: the upper end of the analyser's range, in the unit of the tables. */
  private Decimal range(Row row) {
    Decimal range = row.decimal("range");
    if (range != null && range.number().signum() <= 0) {
      findings.error(row, "range", "channel.range", range.toString());
      return null;
    }
    return range;
  }

  private boolean isTwice(Row row, String column, String mn, String code) {
    Row earlier = seen.putIfAbsent(List.of(mn, column, code), row);
    if (earlier != null) {
      findings.error(row, column, "channel.twice", code, Long.toString(earlier.line()));
    }
    return earlier != null;
  }

  private void warnOfStandardMeaning(Row row, String sent, String factor) {
    catalogue
        .find(sent)
        .filter(standard -> !standard.code().equals(factor))
        .ifPresent(
            standard ->
                findings.warning(row, "sent", "channel.meaning", sent, standard.code(), factor));
  }
}
