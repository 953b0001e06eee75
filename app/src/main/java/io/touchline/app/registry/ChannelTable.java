package io.touchline.app.registry;

import io.touchline.contract.Installation;
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
      SortedMap<String, Decimal> ranges,
      SortedMap<String, Decimal> detectionLimits) {

    OutletRecord into(OutletRecord outlet) {
      OutletRecord joined =
          outlet
              .withDialect(outlet.dialectOrStandard().withChannels(factors, units))
              .withRanges(ranges.isEmpty() ? null : ranges);
      return detectionLimits.isEmpty()
          ? joined
          : joined.withInstallation(withDetectionLimits(outlet.installation()));
    }

    private Installation withDetectionLimits(Installation installation) {
      return installation == null
          ? new Installation(null, null, detectionLimits)
          : new Installation(
              installation.stackArea(), installation.velocityCoefficient(), detectionLimits);
    }
  }

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
    channels.forEach((mn, of) -> outlets.computeIfPresent(mn, (key, outlet) -> of.into(outlet)));
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
            mn,
            key ->
                new Channels(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>()));
    if (!sent.equals(factor)) {
      warnOfStandardMeaning(row, sent, factor);
      of.factors().put(sent, factor);
    }
    String unit = cells.unit(row, factor);
    if (unit != null) {
      of.units().put(factor, unit);
    }
    Decimal range = positive(row, "range", "channel.range");
    if (range != null) {
      of.ranges().put(factor, range);
    }
    Decimal detectionLimit = positive(row, "detection_limit", "channel.detection");
    if (detectionLimit != null) {
      of.detectionLimits().put(factor, detectionLimit);
    }
  }

  /** A further column: an end of what the analyser can tell, in the unit of the tables. */
  private Decimal positive(Row row, String column, String key) {
    Decimal number = row.decimal(column);
    if (number != null && number.number().signum() <= 0) {
      findings.error(row, column, key, number.toString());
      return null;
    }
    return number;
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
