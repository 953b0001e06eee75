package io.touchline.domain.flue;

import io.touchline.domain.Decimal;
import io.touchline.domain.RuleFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Thresholds of flue gas as dated rows ({@code regulation/flue-checks.csv}). */
public final class FlueChecks {

  private static final List<Check> ROWS =
      RuleFile.read("flue-checks").stream().map(Check::of).toList();

  /** What a threshold is for. */
  public enum Name {
    /** Percent of normal parts from which a flue gas period is flagged normal. */
    NORMAL_SHARE,
    /** Percent by which minute-level and hour-level conversion may differ; own choice. */
    CONVERSION_DIFFERENCE,
    /** Oxygen in percent above which a plant under load is suspicious; own choice. */
    SUSPECT_OXYGEN
  }

  /** One row. */
  public record Check(Name name, Decimal value, RuleFile.Source source) {

    private static Check of(List<String> cells) {
      return new Check(
          Name.valueOf(cells.get(0)), Decimal.of(cells.get(1)), RuleFile.source(cells));
    }

    /** Whether so many of the whole are at least the value's percent; none of nothing is not. */
    boolean reachedBy(long some, long whole) {
      BigDecimal hundredfold = BigDecimal.valueOf(some).scaleByPowerOfTen(2);
      BigDecimal bound = value.number().multiply(BigDecimal.valueOf(whole));
      return whole > 0 && hundredfold.compareTo(bound) >= 0;
    }
  }

  private FlueChecks() {}

  public static List<Check> rows() {
    return ROWS;
  }

  /** The newest row in force; a time older than every row is read by the oldest. */
  public static Check at(Name name, Instant time) {
    Comparator<Check> byAge = Comparator.comparing(row -> row.source().validFrom());
    List<Check> rows =
        ROWS.stream().filter(row -> row.name() == name).sorted(byAge.reversed()).toList();
    return rows.stream()
        .filter(row -> row.source().holdsAt(time))
        .findFirst()
        .orElseGet(() -> rows.get(rows.size() - 1));
  }
}
