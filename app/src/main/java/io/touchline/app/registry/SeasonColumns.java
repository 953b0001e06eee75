package io.touchline.app.registry;

import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.PermittedAmount.Period;
import io.touchline.domain.totals.Season;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Further columns of permits: {@code season_from} and {@code season_to}, days of every year as
 * 11-15. A season without them is the one stretch from {@code valid_from} to {@code valid_to}.
 */
final class SeasonColumns {

  private static final String FROM = "season_from";
  private static final String TO = "season_to";

  private final Findings findings;
  private final Map<String, List<Placed>> byFactor = new HashMap<>();

  private record Placed(PermittedAmount amount, Row row) {}

  SeasonColumns(Findings findings) {
    this.findings = findings;
  }

  /** Null where the row speaks of no season of every year, or says wrongly when it is. */
  Season read(Row row, Period period) {
    boolean said = !row.text(FROM).isEmpty() || !row.text(TO).isEmpty();
    if (period != Period.SEASON) {
      if (said && period != null) {
        findings.warning(row, FROM, "permit.season.period");
      }
      return null;
    }
    if (!said) {
      if (row.text("valid_to").isEmpty()) {
        findings.error(row, FROM, "permit.season");
      }
      return null;
    }
    MonthDay from = day(row, FROM);
    MonthDay to = day(row, TO);
    return from == null || to == null ? null : new Season(from, to);
  }

  private MonthDay day(Row row, String column) {
    String text = row.required(column);
    try {
      return text == null ? null : MonthDay.parse("--" + text);
    } catch (DateTimeException e) {
      findings.error(row, column, "permit.season.day", text);
      return null;
    }
  }

  /** Says where two seasons of an enterprise and factor have days in common and yet differ. */
  void add(String enterprise, PermittedAmount amount, Row row) {
    if (amount.period() != Period.SEASON) {
      return;
    }
    List<Placed> others =
        byFactor.computeIfAbsent(enterprise + '\n' + amount.factor(), key -> new ArrayList<>());
    others.stream()
        .filter(other -> differ(other.amount(), amount))
        .findFirst()
        .ifPresent(
            other ->
                findings.error(
                    row, FROM, "permit.season.overlap", Long.toString(other.row().line())));
    others.add(new Placed(amount, row));
  }

  private static boolean differ(PermittedAmount one, PermittedAmount other) {
    LocalDate from =
        one.validFrom().isAfter(other.validFrom()) ? one.validFrom() : other.validFrom();
    // A year and a leap day show every day on which both can hold.
    for (LocalDate day = from; day.isBefore(from.plusYears(1).plusDays(1)); day = day.plusDays(1)) {
      if (one.holdsOn(day)
          && other.holdsOn(day)
          && !one.seasonOn(day).equals(other.seasonOn(day))) {
        return true;
      }
    }
    return false;
  }
}
