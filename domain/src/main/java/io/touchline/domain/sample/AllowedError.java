package io.touchline.domain.sample;

import io.touchline.domain.Decimal;
import io.touchline.domain.RuleFile;
import io.touchline.domain.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One dated row of how far a monitor may lie from a sample ({@code regulation/sample-errors.csv}):
 * real samples of waste water by HJ 355-2019 table 1, reference methods of flue gas by HJ 75-2017.
 * All of it is recall and needs a check; it judges nobody.
 *
 * @param from least value of the sample, in the row's unit, null where open
 * @param fromIncluded whether that value is one of the row
 * @param to greatest, null where open
 * @param toIncluded whether that value is one of the row
 * @param allowed either way: in the row's unit, or in percent of the sample
 */
public record AllowedError(
    String factor,
    Unit unit,
    Decimal from,
    boolean fromIncluded,
    Decimal to,
    boolean toIncluded,
    Kind error,
    Decimal allowed,
    RuleFile.Source source) {

  /** How the error is reckoned. */
  public enum Kind {
    /** Monitor − sample. */
    ABSOLUTE,
    /** (Monitor − sample) / sample, in percent. */
    RELATIVE
  }

  private static final String TO = "..";

  private static final List<AllowedError> ROWS =
      RuleFile.read("sample-errors").stream().map(AllowedError::of).toList();

  /** Every row that ships. */
  public static List<AllowedError> rows() {
    return ROWS;
  }

  /** The row for a sample of such a value on that day. */
  public static Optional<AllowedError> of(String factor, Unit unit, Decimal value, Instant at) {
    return ROWS.stream()
        .filter(row -> row.factor().equals(factor) && unit.convertsTo(row.unit()))
        .filter(row -> row.source().holdsAt(at) && row.holds(unit.convert(value, row.unit())))
        .findFirst();
  }

  /**
   * How far the monitor lies from the sample, both in the row's unit.
   *
   * @return null where a relative error is asked of a sample of 0
   */
  Decimal between(Decimal monitor, Decimal sample) {
    BigDecimal apart = monitor.number().subtract(sample.number());
    if (error == Kind.ABSOLUTE) {
      return Decimal.computed(apart);
    }
    return sample.isZero()
        ? null
        : Decimal.computed(
            apart.scaleByPowerOfTen(2).divide(sample.number().abs(), MathContext.DECIMAL128));
  }

  /** Compared without division, so that nothing is rounded at the border; the border is within. */
  boolean isWithin(Decimal monitor, Decimal sample) {
    BigDecimal apart = monitor.number().subtract(sample.number()).abs();
    return error == Kind.ABSOLUTE
        ? apart.compareTo(allowed.number()) <= 0
        : apart.scaleByPowerOfTen(2).compareTo(allowed.number().multiply(sample.number().abs()))
            <= 0;
  }

  /** What is allowed, for people: {@code ±30 %}, {@code ±5 mg/L}. */
  public String text() {
    return "±" + figure(allowed);
  }

  /** An error of this row with its unit. */
  String figure(Decimal number) {
    String of = error == Kind.RELATIVE ? "%" : unit.text();
    return of.isEmpty() ? number.toString() : number + " " + of;
  }

  private boolean holds(Decimal value) {
    int above = from == null ? 1 : value.compareTo(from);
    int below = to == null ? -1 : value.compareTo(to);
    return (above > 0 || (above == 0 && fromIncluded)) && (below < 0 || (below == 0 && toIncluded));
  }

  /** A range is written {@code [30..60)}: a square bracket for a bound that is one of it. */
  private static AllowedError of(List<String> cells) {
    String range = cells.get(2);
    int between = range.indexOf(TO);
    return new AllowedError(
        cells.get(0),
        Unit.of(cells.get(1)),
        bound(range.substring(1, between)),
        range.startsWith("["),
        bound(range.substring(between + TO.length(), range.length() - 1)),
        range.endsWith("]"),
        Kind.valueOf(cells.get(3)),
        Decimal.of(cells.get(4)),
        RuleFile.source(cells));
  }

  private static Decimal bound(String text) {
    return text.isEmpty() ? null : Decimal.of(text);
  }
}
