package io.touchline.app.registry;

import io.touchline.domain.Decimal;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.PermittedAmount.Period;
import io.touchline.domain.totals.Season;
import io.touchline.domain.totals.SpecialPeriodCap;
import io.touchline.hj212.FactorCatalogue;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code permits.csv}, which may be missing: what the permits let each enterprise emit in a year,
 * quarter, month, season or day, and on a day of a special period. Such a period's amount may be
 * given as the actual emission of the year before and the share by which it is reduced. Amounts are
 * tonnes ({@code amount_t}), of energy gigawatt-hours ({@code amount_gwh}).
 */
final class PermitTable {

  private static final String FILE = "permits.csv";
  private static final List<String> COLUMNS =
      List.of("enterprise", "permit_no", "factor", "amount_t", "period", "valid_from");
  private static final Decimal ALL = Decimal.of("100");

  private final Findings findings;
  private final Map<String, Places.Enterprise> enterprises;
  private final FactorCatalogue catalogue = FactorCatalogue.standard();
  private final FourEyes fourEyes;
  private final SeasonColumns seasons;

  PermitTable(Findings findings, Map<String, Places.Enterprise> enterprises) {
    this.findings = findings;
    this.enterprises = enterprises;
    this.fourEyes = new FourEyes(findings);
    this.seasons = new SeasonColumns(findings);
  }

  /** By the enterprise's code, in the order of the file. */
  Map<String, List<PermittedAmount>> read(RegistrySource source) {
    Map<String, List<PermittedAmount>> permits = new HashMap<>();
    for (Row row : Table.readIfThere(source, FILE, COLUMNS, findings)) {
      String enterprise = row.required("enterprise");
      if (enterprise != null && !enterprises.containsKey(enterprise)) {
        findings.error(row, "enterprise", "enterprise.unknown", enterprise);
      }
      PermittedAmount amount = amount(row);
      boolean judges = fourEyes.letJudge(row);
      if (enterprise != null && amount != null && judges) {
        seasons.add(enterprise, amount, row);
        permits.computeIfAbsent(enterprise, key -> new ArrayList<>()).add(amount);
      }
    }
    return permits;
  }

  private PermittedAmount amount(Row row) {
    String permit = row.required("permit_no");
    String factor = row.required("factor");
    if (factor != null && catalogue.find(factor).or(() -> catalogue.familyOf(factor)).isEmpty()) {
      findings.warning(row, "factor", "limit.factor", factor);
    }
    Period period = row.requiredOneOf("period", Period.class);
    LocalDate from = row.requiredDate("valid_from");
    LocalDate to = row.date("valid_to");
    row.checkOrder(from, to);
    if (period == Period.SPECIAL && row.text("valid_to").isEmpty()) {
      findings.error(row, "valid_to", "permit.special");
    }
    Season season = seasons.read(row, period);
    Decimal tonnes = tonnes(row, factor, period, from);
    return permit == null || factor == null || tonnes == null || period == null || from == null
        ? null
        : new PermittedAmount(
            permit, factor, tonnes, period, from, to, row.textOrNull("clause"), season);
  }

  private Decimal tonnes(Row row, String factor, Period period, LocalDate from) {
    boolean derived = !row.text("base_t").isEmpty() || !row.text("reduction_percent").isEmpty();
    if (derived && period != null && period != Period.SPECIAL) {
      findings.warning(row, "base_t", "permit.base.period");
    }
    if (derived && period == Period.SPECIAL && row.text("amount_t").isEmpty()) {
      return reduced(row, from);
    }
    return Tonnes.of(row, factor, "amount", "permit.amount", findings);
  }

  private Decimal reduced(Row row, LocalDate from) {
    Decimal base = row.decimal("base_t");
    Decimal percent = row.decimal("reduction_percent");
    if (base == null
        || percent == null
        || !Tonnes.areWhole(base)
        || percent.isNegative()
        || percent.exceeds(ALL)) {
      findings.error(row, "base_t", "permit.base");
      return null;
    }
    if (from == null) {
      return null;
    }
    SpecialPeriodCap cap =
        SpecialPeriodCap.of(Year.of(from.getYear() - 1), PermittedAmount.milligrams(base), percent);
    Decimal tonnes = PermittedAmount.tonnes(cap.dailyMg());
    findings.note(row, "base_t", "permit.base.check", tonnes.toString());
    return tonnes;
  }
}
