package io.touchline.app.registry;

import io.touchline.contract.OutletRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit.Basis;
import io.touchline.domain.Medium;
import io.touchline.domain.Unit;
import io.touchline.hj212.Factor;
import io.touchline.hj212.FactorCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code limits.csv}: dated rows of what each outlet may emit. */
final class LimitTable {

  private static final String FILE = "limits.csv";
  private static final List<String> COLUMNS =
      List.of("mn", "factor", "value", "unit", "averaging", "source", "valid_from");

  /** Mass is an enterprise's, and of its permits. */
  private static final List<Averaging> OF_OUTLETS =
      Arrays.stream(Averaging.values()).filter(averaging -> !averaging.isMass()).toList();

  private final Findings findings;
  private final Map<String, OutletRecord> outlets;
  private final Predicate<String> mentioned;
  private final FactorCatalogue catalogue = FactorCatalogue.standard();
  private final LimitOverlaps overlaps;
  private final FourEyes fourEyes;
  private final List<Placed> placed = new ArrayList<>();

  /** A limit with the line on which it stands. */
  record Placed(String mn, OutletRecord.Limit limit, Row row) {}

  /**
   * A reader of limits.
   *
   * @param outlets those without a fault, by MN
   * @param mentioned whether the registry has an outlet of that MN at all
   */
  LimitTable(Findings findings, Map<String, OutletRecord> outlets, Predicate<String> mentioned) {
    this.findings = findings;
    this.outlets = outlets;
    this.mentioned = mentioned;
    this.overlaps = new LimitOverlaps(findings);
    this.fourEyes = new FourEyes(findings);
  }

  /** The rows that can be judged, by MN, in the order of the file. */
  Map<String, List<OutletRecord.Limit>> read(RegistrySource source) {
    Map<String, List<OutletRecord.Limit>> limits = new HashMap<>();
    for (Row row : Table.read(source, FILE, COLUMNS, findings)) {
      OutletRecord outlet = outlet(row);
      OutletRecord.Limit limit = limit(row, outlet);
      boolean judges = fourEyes.letJudge(row);
      if (outlet != null && limit != null && judges) {
        overlaps.add(outlet.mn(), limit, row);
        placed.add(new Placed(outlet.mn(), limit, row));
        limits.computeIfAbsent(outlet.mn(), mn -> new ArrayList<>()).add(limit);
      }
    }
    return limits;
  }

  /** What {@link #read} gave, line by line. */
  List<Placed> placed() {
    return placed;
  }

  private OutletRecord outlet(Row row) {
    String mn = row.required("mn");
    OutletRecord outlet = mn == null ? null : outlets.get(mn);
    if (mn != null && !mentioned.test(mn)) {
      findings.error(row, "mn", "limit.outlet", mn);
    }
    return outlet;
  }

  private OutletRecord.Limit limit(Row row, OutletRecord outlet) {
    String factor = row.required("factor");
    Figure figure = Figure.of(row, findings);
    Averaging averaging = row.requiredOneOf("averaging", OF_OUTLETS);
    Basis basis = basis(row, outlet);
    String source = row.required("source");
    LocalDate from = row.requiredDate("valid_from");
    LocalDate to = row.date("valid_to");
    row.checkOrder(from, to);
    String unit = row.text("unit");
    if (factor != null) {
      checkFactor(row, factor, Unit.of(unit), outlet);
    }
    if (averaging == Averaging.FIVE_MINUTES && figure != null && figure.lower() != null) {
      findings.error(row, "value", "limit.floor", row.text("value"));
      return null;
    }
    if (factor == null
        || figure == null
        || averaging == null
        || basis == null
        || source == null
        || from == null) {
      return null;
    }
    return new OutletRecord.Limit(
        factor,
        figure.lower(),
        figure.upper(),
        Unit.of(unit).text(),
        averaging,
        basis,
        source,
        row.text("clause"),
        from,
        to);
  }

  private Basis basis(Row row, OutletRecord outlet) {
    Medium medium = outlet == null ? null : outlet.medium();
    if (row.text("basis").isEmpty() && medium == Medium.AIR) {
      findings.error(row, "basis", "limit.basis");
      return null;
    }
    Basis basis = row.oneOf("basis", Basis.class, Basis.MEASURED);
    if (basis == Basis.CONVERTED && medium == Medium.WATER) {
      findings.warning(row, "basis", "limit.basis.water");
    } else if (basis == Basis.CONVERTED && medium != null && outlet.referenceOxygen() == null) {
      findings.warning(row, "basis", "limit.basis.oxygen");
    }
    return basis;
  }

  private void checkFactor(Row row, String factor, Unit unit, OutletRecord outlet) {
    Optional<Factor> known = catalogue.find(factor);
    if (known.isEmpty()) {
      findings.warning(row, "factor", "limit.factor", factor);
      return;
    }
    Unit sent = Unit.of(known.get().unit());
    if (!unit.convertsTo(sent)) {
      findings.error(row, "unit", "limit.unit", unit.text(), factor, sent.text());
    }
    if (outlet != null && !known.get().medium().name().equals(outlet.medium().name())) {
      findings.warning(
          row, "factor", "limit.medium", factor, known.get().medium(), outlet.medium());
    }
  }

  /** A limit's figure: one number, or a range {@code 6-9}. */
  private record Figure(Decimal lower, Decimal upper) {

    /** What people put between the ends of a range. */
    private static final String RANGE = "\\s*[-–~～]\\s*";

    static Figure of(Row row, Findings findings) {
      String text = row.required("value");
      if (text == null) {
        return null;
      }
      String[] ends = text.split(RANGE, -1);
      Decimal lower = ends.length == 2 ? Decimal.parse(ends[0]) : null;
      Decimal upper = Decimal.parse(ends[ends.length - 1]);
      if (upper == null || ends.length > 2 || (ends.length == 2 && lower == null)) {
        findings.error(row, "value", "limit.value", text);
        return null;
      }
      if (lower != null && lower.compareTo(upper) >= 0) {
        findings.error(row, "value", "limit.range", text);
        return null;
      }
      return new Figure(lower, upper);
    }
  }
}
