package io.touchline.portal;

import io.touchline.contract.BudgetRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.totals.Budget;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** What an enterprise of the made-up fleet is warned of, and has left. */
final class FleetBudgets {

  private FleetBudgets() {}

  /** Two amounts of a year: one that runs out, one that lasts. */
  static List<BudgetRecord> of(OutletRecord outlet) {
    return List.of(
        budget(outlet, "a21026", 41_800_000_000L, 2_900_000_000L, LocalDate.of(2026, 12, 9)),
        budget(outlet, "a34013", 21_400_000_000L, 31_000_000_000L, null));
  }

  private static BudgetRecord budget(
      OutletRecord outlet, String factor, long used, long left, LocalDate runsOut) {
    return new BudgetRecord(
        BudgetRecord.SCHEMA_VERSION,
        Scope.Kind.ENTERPRISE,
        outlet.enterpriseCode(),
        factor,
        PermittedAmount.Period.YEAR,
        Fleet.at("2026-01-01T00:00:00"),
        LocalDate.of(2026, 12, 31),
        LocalDate.of(2026, 11, 19),
        outlet.enterpriseCode() + "001P",
        "表5",
        used + left,
        used,
        0,
        left,
        runsOut == null ? Budget.Outlook.LASTS : Budget.Outlook.RUNS_OUT,
        "as the figures say",
        30,
        150_000_000L,
        120_000_000L,
        180_000_000L,
        runsOut,
        runsOut,
        runsOut,
        left / 42,
        null,
        null,
        null,
        1);
  }

  /** The hour that runs will exceed if it goes on. */
  static QualityRecord warning(OutletRecord outlet, Instant now) {
    Instant hour = AveragingPeriod.HOUR.startOf(now);
    TreeMap<String, String> evidence = new TreeMap<>();
    evidence.put("mean", "47.2");
    evidence.put("minutes", "12");
    evidence.put("left", "48");
    evidence.put("under", "31.9");
    evidence.put("limit", "35 mg/m3");
    return QualityRecord.of(
        outlet.mn(),
        "a21026",
        QualityRecord.Kind.EARLY_WARNING,
        hour,
        AveragingPeriod.HOUR.endOf(hour),
        null,
        "the mean of 12 minutes is 47.2, the limit 35 mg/m3: the rest must stay under 31.9",
        evidence,
        "early-warning");
  }
}
