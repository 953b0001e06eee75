package io.touchline.domain.totals;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Decimal;
import io.touchline.domain.EmittedMass;
import io.touchline.domain.Unit;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final long TONNE = 1_000_000_000L;
  private static final LocalDate END = LocalDate.of(2026, 12, 31);
  private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

  @Test
  void example61TwelveMonthsOf111AgainstAPermitOf110AreExceededInDecember() {
    long[] months = {8, 8, 9, 9, 10, 10, 9, 8, 8, 9, 11, 12};
    long used = 0;
    for (int month = 1; month <= 12; month++) {
      used += months[month - 1] * TONNE;
      LocalDate last = LocalDate.of(2026, month, 1).plusMonths(1).minusDays(1);
      Budget budget = Budget.on(last, END, 110 * TONNE, used, 0, new TreeMap<>());
      assertThat(budget.isExceeded()).as("month %d", month).isEqualTo(month == 12);
    }
    assertThat(used).isEqualTo(111 * TONNE);
  }

  @Test
  void example62MeanConcentrationTimesMeanVolumeOver7800HoursIs1794Tonnes() {
    Long hourMg = EmittedMass.of(Decimal.of("18.4"), Unit.MG_PER_M3, Decimal.of("125000"));
    assertThat(hourMg * 7800).isEqualTo(17_940_000_000L);
  }

  @Test
  void measuredAndSubstitutedMassBothUseItUpAndStayApart() {
    Budget budget = Budget.on(DAY, END, 100, 60, 15, new TreeMap<>());
    assertThat(budget.leftMg()).isEqualTo(25);
    assertThat(budget.measuredMg()).isEqualTo(60);
    assertThat(budget.substitutedMg()).isEqualTo(15);
  }

  @Test
  void anEvenPaceRunsOutOnTheFirstDayThatIsNotCovered() {
    Budget budget = Budget.on(DAY, END, 1000, 700, 0, days(30, 10));
    assertThat(budget.expected()).isEqualTo(DAY.plusDays(31));
    assertThat(budget.earliest()).isEqualTo(budget.expected());
    assertThat(budget.latest()).isEqualTo(budget.expected());
    assertThat(budget.dailyAmountThatFitsMg()).isEqualTo(300 / 61);
  }

  @Test
  void aQuickWeekSaysTheEarliestAndASlowWeekTheLatestDate() {
    SortedMap<LocalDate, Long> daily = days(30, 10);
    for (int back = 0; back < 7; back++) {
      daily.put(DAY.minusDays(back), 20L);
      daily.put(DAY.minusDays(10 + back), 5L);
    }
    Budget budget = Budget.on(DAY, END, 1000, 800, 0, daily);
    assertThat(budget.pace().mean()).isEqualTo(new Budget.Rate(160 + 140 + 35, 30));
    assertThat(budget.earliest()).isEqualTo(DAY.plusDays(11));
    assertThat(budget.expected()).isEqualTo(DAY.plusDays(18));
    assertThat(budget.latest()).isEqualTo(DAY.plusDays(41));
  }

  @Test
  void whatLastsToTheEndHasNoDate() {
    assertThat(Budget.on(DAY, END, 610, 0, 0, days(30, 10)).expected()).isNull();
    assertThat(Budget.on(DAY, END, 609, 0, 0, days(30, 10)).expected()).isEqualTo(END);
    assertThat(Budget.on(DAY, END, 10, 0, 0, days(30, 0)).expected()).isNull();
  }

  @Test
  void whatIsOverspentHasRunOutAlreadyAndNothingFits() {
    Budget budget = Budget.on(DAY, END, 100, 101, 0, days(30, 0));
    assertThat(budget.expected()).isEqualTo(DAY);
    assertThat(budget.dailyAmountThatFitsMg()).isZero();
  }

  @Test
  void sixKnownDaysGiveNoPaceAndUnknownDaysAreNotTakenForZero() {
    assertThat(Budget.on(DAY, END, 100, 0, 0, days(6, 10)).pace()).isNull();
    Budget budget = Budget.on(DAY, END, 100, 0, 0, days(7, 10));
    assertThat(budget.pace().mean().dailyMg()).isEqualTo(10);
  }

  @Test
  void daysBeforeTheLastThirtyAndAfterTheDayAreNotLookedAt() {
    SortedMap<LocalDate, Long> daily = days(30, 10);
    daily.put(DAY.minusDays(30), 1000L);
    daily.put(DAY.plusDays(1), 1000L);
    assertThat(Budget.on(DAY, END, 100, 0, 0, daily).pace().mean())
        .isEqualTo(new Budget.Rate(300, 30));
  }

  @Test
  void onTheLastDayNoDailyAmountFitsSinceNoDayIsLeft() {
    assertThat(Budget.on(END, END, 100, 0, 0, new TreeMap<>()).dailyAmountThatFitsMg()).isNull();
  }

  private static SortedMap<LocalDate, Long> days(int count, long mg) {
    SortedMap<LocalDate, Long> daily = new TreeMap<>();
    for (int back = 0; back < count; back++) {
      daily.put(DAY.minusDays(back), mg);
    }
    return daily;
  }
}
