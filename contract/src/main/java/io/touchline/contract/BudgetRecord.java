package io.touchline.contract;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Quantity;
import io.touchline.domain.totals.Budget;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.Scope;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Value of topic {@link Topics#budgets()}: how much of a permitted amount is left at the end of the
 * latest day that has ended, and how long it lasts. All masses are milligrams, or in {@code unit}.
 *
 * @param id credit code of the enterprise
 * @param period MONTH, QUARTER, SEASON or YEAR
 * @param start of the month, quarter, season or year that the amount is for; with {@code end} its
 *     last day
 * @param day latest day that has ended: data of a later one are there
 * @param permit whose amount it is, and {@code clause} where
 * @param knownDays of the last thirty
 * @param paceMg a day, the mean of the known days, with the slowest and the quickest week; absent
 *     where too few days are known
 * @param expected first day on which more would have been emitted than is permitted, at the mean
 *     pace; the day itself where it is used up; absent where it lasts. {@code earliest} and {@code
 *     latest} are those of the quickest and of the slowest week
 * @param fitsMg the most that may be emitted each day to the end; absent on the last day
 * @param nextDayMg what the day after may emit by an amount of a day or of a special period, and
 *     {@code nextDayPermit} whose amount that is; absent where none holds then
 * @param unit what the amounts are counted in; absent for milligrams, Wh for energy
 * @param reason the outlook in an English sentence with its figures
 */
public record BudgetRecord(
    int schemaVersion,
    Scope.Kind scope,
    String id,
    String factor,
    PermittedAmount.Period period,
    Instant start,
    LocalDate end,
    LocalDate day,
    String permit,
    String clause,
    long permittedMg,
    long measuredMg,
    long substitutedMg,
    long leftMg,
    Budget.Outlook outlook,
    String reason,
    Integer knownDays,
    Long paceMg,
    Long slowestMg,
    Long quickestMg,
    LocalDate earliest,
    LocalDate expected,
    LocalDate latest,
    Long fitsMg,
    Long nextDayMg,
    String nextDayPermit,
    String unit,
    int revision) {

  public static final int SCHEMA_VERSION = 1;

  /**
   * A budget under a row of permitted amounts.
   *
   * @param nextDay row of the day after by itself, null where none holds
   */
  public static BudgetRecord of(
      Scope scope,
      PermittedAmount.Period period,
      Instant start,
      EmissionLimit limit,
      Budget budget,
      EmissionLimit nextDay) {
    Budget.Pace pace = budget.pace();
    Quantity quantity = Quantity.of(limit.factor());
    return new BudgetRecord(
        SCHEMA_VERSION,
        scope.kind(),
        scope.id(),
        limit.factor(),
        period,
        start,
        budget.end(),
        budget.day(),
        limit.source(),
        limit.clause(),
        budget.permittedMg(),
        budget.measuredMg(),
        budget.substitutedMg(),
        budget.leftMg(),
        budget.outlook(),
        budget.reason(quantity),
        pace == null ? null : pace.mean().days(),
        pace == null ? null : pace.mean().dailyMg(),
        pace == null ? null : pace.slowest().dailyMg(),
        pace == null ? null : pace.quickest().dailyMg(),
        budget.earliest(),
        budget.expected(),
        budget.latest(),
        budget.dailyAmountThatFitsMg(),
        nextDay == null ? null : PermittedAmount.milligrams(nextDay.value()),
        nextDay == null ? null : nextDay.source(),
        quantity == Quantity.MASS ? null : quantity.small().text(),
        1);
  }

  /** The same as another revision. */
  public BudgetRecord withRevision(int number) {
    return new BudgetRecord(
        schemaVersion,
        scope,
        id,
        factor,
        period,
        start,
        end,
        day,
        permit,
        clause,
        permittedMg,
        measuredMg,
        substitutedMg,
        leftMg,
        outlook,
        reason,
        knownDays,
        paceMg,
        slowestMg,
        quickestMg,
        earliest,
        expected,
        latest,
        fitsMg,
        nextDayMg,
        nextDayPermit,
        unit,
        number);
  }

  public boolean saysTheSameAs(BudgetRecord other) {
    return other != null && withRevision(0).equals(other.withRevision(0));
  }

  /** Key of the topic: {@code ENTERPRISE|code|a21026|YEAR|2026-01-01T00:00:00+08:00}. */
  public String key() {
    return String.join("|", scope.name(), id, factor, period.name(), ChinaTime.format(start));
  }
}
