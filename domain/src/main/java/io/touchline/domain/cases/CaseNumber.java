package io.touchline.domain.cases;

import io.touchline.domain.Decimal;
import io.touchline.domain.RuleFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One dated figure of cases and lists ({@code regulation/case-numbers.csv}).
 *
 * @param value a number, or OFF
 */
public record CaseNumber(Name name, String value, RuleFile.Source source) implements LawRow {

  private static final String OFF = "OFF";

  private static final List<CaseNumber> ROWS =
      RuleFile.read("case-numbers").stream()
          .map(
              cells ->
                  new CaseNumber(Name.valueOf(cells.get(0)), cells.get(1), RuleFile.source(cells)))
          .toList();

  /** What it is. */
  public enum Name {
    /** How many times over the standard stops a discharger of heavy metals. */
    THREE_TIMES,
    TOXIC_PENALTIES,
    TOXIC_PENALTY_YEARS,
    /** Days over the limit from which an outlet exceeds seriously. */
    SERIOUS_DAYS,
    /** Consecutive days within which they are counted. */
    SERIOUS_WINDOW_DAYS,
    SERIOUS_DAY_SHARE_PERCENT,
    SERIOUS_HOUR_SHARE_PERCENT,
    /** Valid days below which no share is formed. */
    SERIOUS_VALID_DAYS,
    /** Consecutive quarters on the list from which listed supervision is proposed. */
    SUPERVISION_QUARTERS,
    /** Enterprises from which on a prefecture's exceedances are concentrated. */
    CONCENTRATION_ENTERPRISES,
    /** Share of its monitored enterprises from which they are. */
    CONCENTRATION_SHARE_PERCENT
  }

  /** Every row that ships. */
  public static List<CaseNumber> rows() {
    return ROWS;
  }

  /** The row in force on that day in China. */
  public static Optional<CaseNumber> at(Name name, Instant instant) {
    return ROWS.stream()
        .filter(row -> row.name() == name && row.source().holdsAt(instant))
        .findFirst();
  }

  public boolean isOff() {
    return value.equals(OFF);
  }

  /** The figure of a row that is one and is not off. */
  public Decimal number() {
    return Decimal.of(value);
  }

  @Override
  public String subject() {
    return name.name();
  }
}
