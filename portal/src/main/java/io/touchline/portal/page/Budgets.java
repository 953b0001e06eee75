package io.touchline.portal.page;

import io.touchline.contract.BudgetRecord;
import io.touchline.domain.Quantity;
import io.touchline.domain.totals.PermittedAmount;
import java.math.RoundingMode;

/** How long permitted amounts last, for people. */
public final class Budgets {

  private static final long PERCENT = 100;
  private static final int DIGITS = 3;

  private Budgets() {}

  /** Percent used, never rounded up to 100; null where nothing is permitted. */
  public static Integer share(BudgetRecord budget) {
    if (budget.permittedMg() <= 0) {
      return null;
    }
    long used = Math.multiplyExact(budget.permittedMg() - budget.leftMg(), PERCENT);
    long down = Math.floorDiv(used, budget.permittedMg());
    boolean exact = Math.floorMod(used, budget.permittedMg()) == 0;
    return Math.toIntExact(budget.leftMg() < 0 && !exact ? down + 1 : down);
  }

  /** At this pace until then: the record's figures in words. */
  public static String sentence(BudgetRecord budget, Words words) {
    String key = "budget." + budget.outlook().name();
    return switch (budget.outlook()) {
      case EXCEEDED, EXCEEDED_WITH_SUBSTITUTED, PACE_UNKNOWN -> words.text(key);
      case RUNS_OUT ->
          words.text(key, withUnit(budget, budget.paceMg()), budget.expected().toString());
      case MAY_RUN_OUT ->
          words.text(key, withUnit(budget, budget.quickestMg()), budget.earliest().toString());
      case LASTS -> words.text(key, withUnit(budget, budget.quickestMg()), budget.end().toString());
    };
  }

  /** What a person counts it in: tonnes, or gigawatt-hours of energy. */
  public static String unit(BudgetRecord budget) {
    return Quantity.of(budget.factor()).large().toString();
  }

  private static String withUnit(BudgetRecord budget, Long amount) {
    return amount(amount) + ' ' + unit(budget);
  }

  /** An amount in tonnes to the kilogram, or in gigawatt-hours to the megawatt-hour. */
  public static String amount(Long small) {
    return small == null
        ? Figures.NONE
        : PermittedAmount.tonnes(small)
            .number()
            .setScale(DIGITS, RoundingMode.HALF_EVEN)
            .toPlainString();
  }
}
