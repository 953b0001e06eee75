package io.touchline.domain.cases;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Enterprises that exceed seriously (严重超标名单) in a quarter, by dated parameters. The ministry's own
 * threshold was not found and none is invented: a parameter whose row was not seen lists nobody
 * unless the office adopted it, and is told of as withheld.
 *
 * @param rows by enterprise; one is on the list where any of its outlets is
 * @param withheld parameters that may not judge
 */
public record SeriousList(ListPeriod quarter, List<Row> rows, List<String> withheld) {

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  /**
   * One enterprise.
   *
   * @param reasons which parameter each outlet and factor reached, with the figures
   * @param lawRows names of the rows that listed it
   * @param quartersInARow on the list, this one included
   * @param proposesSupervision whether listed supervision is proposed (挂牌督办)
   */
  public record Row(
      String enterprise,
      List<String> reasons,
      List<String> lawRows,
      int quartersInARow,
      boolean proposesSupervision) {}

  /**
   * Forms the list.
   *
   * @param before lists of earlier quarters, in any order
   */
  public static SeriousList of(
      ListPeriod quarter, List<OutletQuarter> outlets, List<SeriousList> before, Law law) {
    Judge judge = new Judge(law, at(quarter));
    Map<String, List<OutletQuarter>> byEnterprise =
        outlets.stream()
            .filter(outlet -> outlet.quarter().equals(quarter))
            .collect(
                Collectors.groupingBy(
                    OutletQuarter::enterprise, TreeMap::new, Collectors.toList()));
    List<Row> rows = new ArrayList<>();
    byEnterprise.forEach(
        (enterprise, of) ->
            judge.row(enterprise, of, inARow(enterprise, quarter, before)).ifPresent(rows::add));
    return new SeriousList(quarter, List.copyOf(rows), judge.withheld());
  }

  private static Instant at(ListPeriod quarter) {
    return ChinaTime.instant(quarter.last().atStartOfDay());
  }

  /** Earlier quarters in a row with the enterprise on the list. */
  private static int inARow(String enterprise, ListPeriod quarter, List<SeriousList> before) {
    Set<LocalDate> listed =
        before.stream()
            .filter(list -> list.rows().stream().anyMatch(r -> r.enterprise().equals(enterprise)))
            .map(list -> list.quarter().first())
            .collect(Collectors.toSet());
    int count = 0;
    while (listed.contains(quarter.first().minusMonths(3L * (count + 1)))) {
      count++;
    }
    return count;
  }

  /** Holds outlets against the parameters of one law and day. */
  private static final class Judge {
    private final Law law;
    private final Instant at;

    Judge(Law law, Instant at) {
      this.law = law;
      this.at = at;
    }

    Optional<Row> row(String enterprise, List<OutletQuarter> outlets, int before) {
      List<String> reasons = new ArrayList<>();
      List<String> rows = new ArrayList<>();
      outlets.stream()
          .sorted(Comparator.comparing(OutletQuarter::mn).thenComparing(OutletQuarter::factor))
          .forEach(outlet -> reasonsOf(outlet, reasons, rows));
      if (reasons.isEmpty()) {
        return Optional.empty();
      }
      int quarters = before + 1;
      boolean supervised =
          law.number(CaseNumber.Name.SUPERVISION_QUARTERS, at)
              .filter(least -> quarters >= least.number().number().intValueExact())
              .isPresent();
      return Optional.of(
          new Row(
              enterprise,
              List.copyOf(reasons),
              rows.stream().distinct().sorted().toList(),
              quarters,
              supervised));
    }

    private void reasonsOf(OutletQuarter outlet, List<String> reasons, List<String> rows) {
      String where = outlet.mn() + ' ' + outlet.factor() + ": ";
      Optional<CaseNumber> days = law.number(CaseNumber.Name.SERIOUS_DAYS, at);
      Optional<CaseNumber> window = law.number(CaseNumber.Name.SERIOUS_WINDOW_DAYS, at);
      if (days.isPresent() && window.isPresent()) {
        int within = window.get().number().number().intValueExact();
        long most = outlet.mostWithin(within);
        if (most >= days.get().number().number().longValueExact()) {
          reasons.add(where + most + " days over within " + within);
          rows.add(days.get().id());
          rows.add(window.get().id());
        }
      }
      share(
          CaseNumber.Name.SERIOUS_DAY_SHARE_PERCENT,
          where + "days over of valid days",
          outlet.daysOver(),
          outlet.daysValid(),
          reasons,
          rows);
      share(
          CaseNumber.Name.SERIOUS_HOUR_SHARE_PERCENT,
          where + "hours over of valid hours",
          outlet.exceedingHours(),
          outlet.validHours(),
          reasons,
          rows);
      if (outlet.stopGround()) {
        reasons.add(where + "a ground of a stop (P2 or P3)");
      }
    }

    private void share(
        CaseNumber.Name name,
        String what,
        long over,
        long of,
        List<String> reasons,
        List<String> rows) {
      long least =
          CaseNumber.at(CaseNumber.Name.SERIOUS_VALID_DAYS, at)
              .map(row -> row.number().number().longValueExact())
              .orElse(1L);
      Optional<CaseNumber> row = law.number(name, at);
      if (row.isEmpty() || of < least) {
        return;
      }
      Decimal percent =
          Decimal.computed(
              BigDecimal.valueOf(over)
                  .multiply(PERCENT)
                  .divide(BigDecimal.valueOf(of), MathContext.DECIMAL64));
      if (!row.get().number().exceeds(percent)) {
        reasons.add(what + ", " + percent + " %");
        rows.add(row.get().id());
      }
    }

    List<String> withheld() {
      return Stream.of(CaseNumber.Name.values())
          .filter(
              name ->
                  name.name().startsWith("SERIOUS_")
                      || name == CaseNumber.Name.SUPERVISION_QUARTERS)
          .flatMap(name -> CaseNumber.at(name, at).stream())
          .filter(row -> !row.isOff())
          .flatMap(row -> law.objection(row).stream())
          .sorted()
          .toList();
    }
  }
}
