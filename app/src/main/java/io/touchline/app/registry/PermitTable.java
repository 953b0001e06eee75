package io.touchline.app.registry;

import io.touchline.domain.Decimal;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.hj212.FactorCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code permits.csv}, which may be missing: what the permits let each enterprise emit. */
final class PermitTable {

  private static final String FILE = "permits.csv";
  private static final List<String> COLUMNS =
      List.of("enterprise", "permit_no", "factor", "amount_t", "period", "valid_from");

  /** Milligrams of it are whole. */
  private static final int FINEST = 9;

  private final Findings findings;
  private final Map<String, Places.Enterprise> enterprises;
  private final FactorCatalogue catalogue = FactorCatalogue.standard();
  private final FourEyes fourEyes;

  PermitTable(Findings findings, Map<String, Places.Enterprise> enterprises) {
    this.findings = findings;
    this.enterprises = enterprises;
    this.fourEyes = new FourEyes(findings);
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
        permits.computeIfAbsent(enterprise, key -> new ArrayList<>()).add(amount);
      }
    }
    return permits;
  }

  private PermittedAmount amount(Row row) {
    String permit = row.required("permit_no");
    String factor = row.required("factor");
    if (factor != null && catalogue.find(factor).isEmpty()) {
      findings.warning(row, "factor", "limit.factor", factor);
    }
    Decimal tonnes = row.required("amount_t") == null ? null : row.decimal("amount_t");
    if (tonnes != null
        && (tonnes.isNegative() || tonnes.number().stripTrailingZeros().scale() > FINEST)) {
      findings.error(row, "amount_t", "permit.amount", tonnes.toString());
      tonnes = null;
    }
    PermittedAmount.Period period = row.requiredOneOf("period", PermittedAmount.Period.class);
    LocalDate from = row.requiredDate("valid_from");
    LocalDate to = row.date("valid_to");
    row.checkOrder(from, to);
    return permit == null || factor == null || tonnes == null || period == null || from == null
        ? null
        : new PermittedAmount(permit, factor, tonnes, period, from, to);
  }
}
