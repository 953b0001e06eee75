package io.touchline.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many valid parts make a mean valid (有效数据), as dated rows ({@code regulation/means.csv}): 12
 * readings a minute, 45 minutes an hour, 20 hours a day, 25 days a month and 23 of February (HJ
 * 76-2017 App. B; HJ 212-2017 App. D eq. 23–25). The days from which the standards hold are recall.
 */
public final class MeanRules {

  private static final MeanRules STANDARD =
      new MeanRules(RuleFile.read("means").stream().map(Row::of).toList());

  /** One row: parts needed in any month, and in February. */
  public record Row(MeanLevel level, long needed, long neededInFebruary, RuleFile.Source source) {

    private static Row of(List<String> cells) {
      return new Row(
          MeanLevel.valueOf(cells.get(0)),
          Long.parseLong(cells.get(1)),
          Long.parseLong(cells.get(2)),
          RuleFile.source(cells));
    }

    public long needed(Instant start) {
      boolean february = ChinaTime.date(start).getMonth() == Month.FEBRUARY;
      return february ? neededInFebruary : needed;
    }
  }

  private final List<Row> rows;
  private final Map<MeanLevel, List<Row>> newestFirst = new EnumMap<>(MeanLevel.class);

  MeanRules(List<Row> rows) {
    this.rows = List.copyOf(rows);
    Comparator<Row> byAge = Comparator.comparing(row -> row.source().validFrom());
    for (MeanLevel level : MeanLevel.values()) {
      newestFirst.put(
          level,
          rows.stream().filter(row -> row.level() == level).sorted(byAge.reversed()).toList());
    }
  }

  /** The rows that ship. */
  public static MeanRules standard() {
    return STANDARD;
  }

  public List<Row> rows() {
    return rows;
  }

  /** The newest row in force; a period older than every row is read by the oldest. */
  public Row at(MeanLevel level, Instant start) {
    List<Row> ofLevel = newestFirst.get(level);
    for (Row row : ofLevel) {
      if (row.source().holdsAt(start)) {
        return row;
      }
    }
    return ofLevel.get(ofLevel.size() - 1);
  }

  /**
   * The number where it has been the same at all times.
   *
   * @throws IllegalStateException where rows differ, since then the period's start must be asked
   *     for
   */
  long undated(MeanLevel level) {
    List<Long> numbers =
        rows.stream().filter(row -> row.level() == level).map(Row::needed).distinct().toList();
    if (numbers.size() != 1) {
      throw new IllegalStateException(level + " needs a date: " + numbers);
    }
    return numbers.get(0);
  }

  /** How many parts of the rule's length so many valid uploads cover, each of that interval. */
  public static long covered(MeanLevel level, int valid, Duration interval) {
    return interval.multipliedBy(valid).dividedBy(level.partLength());
  }

  /** "44 valid minutes of at least 45", or valid. */
  public static Validity validity(MeanLevel level, long covered, long needed) {
    return covered >= needed
        ? Validity.VALID
        : new Validity(
            Validity.Reason.TOO_FEW_PARTS,
            covered + " valid " + level.partName() + " of at least " + needed);
  }
}
