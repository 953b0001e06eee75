package io.touchline.streams;

import static io.touchline.domain.EmissionLimit.Basis.MEASURED;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.BudgetRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.PermitsRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.totals.Budget;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.PermittedAmount.Period;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.Season;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an enterprise emits held against its permits, through the whole journal. */
class JudgeMassTest {

  private static final String SO2 = "a21026";
  private static final List<String> OUTLETS =
      List.of("88888800000000000000AA01", "88888800000000000000AA02");

  private final JournalFixture journal = new JournalFixture();

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void aDayOverItsAmountIsAnEpisodeOfTheEnterpriseWhileTheDayRuns() {
    journal.permits(permits(amount(Period.DAY, "0.006")));
    outlets(journal);
    hour(0, 5, "20");
    hour(1, 5, "20");
    assertThat(journal.exceedances).isEmpty();

    hour(0, 6, "30");

    // 2,000,000 + 2,000,000 + 3,000,000 mg of 6,000,000.
    assertThat(journal.exceedances).hasSize(1);
    ExceedanceRecord episode = journal.exceedances.get(0);
    assertThat(episode.scope()).isEqualTo(Scope.Kind.ENTERPRISE);
    assertThat(episode.mn()).isEqualTo("E1");
    assertThat(episode.period()).isEqualTo(AveragingPeriod.DAY);
    assertThat(episode.rule()).isEqualTo("a21026/DAY_MASS/MEASURED/P1/table 5/0.006/2020-01-01");
    assertThat(episode.limit().unit()).isEqualTo("t");
    assertThat(episode.worst()).hasToString("0.007");
    assertThat(episode.multiple()).hasToString("0.1667");
    assertThat(episode.state()).isEqualTo(ExceedanceRecord.State.OPEN);
    assertThat(episode.evidence()).hasSize(1);
  }

  @Test
  void aDayWithinItsAmountClosesTheEpisodeOnceItHasEnded() {
    journal.permits(permits(amount(Period.DAY, "0.003")));
    outlets(journal);
    hour(0, 5, "40");
    hour(0, 24 + 5, "20");
    assertThat(states(journal)).containsExactly("DAY_MASS OPEN 1 0.004");

    hour(0, 48 + 5, "20");

    assertThat(states(journal)).containsExactly("DAY_MASS CLOSED 1 0.004");
  }

  @Test
  void aCorrectionWithdrawsAndLateDataBringsBack() {
    journal.permits(permits(amount(Period.DAY, "0.003")));
    outlets(journal);
    hour(0, 5, "40");
    hour(0, 24 + 5, "20");
    hour(0, 48 + 5, "20");

    again(0, 5, "10", 60);
    assertThat(states(journal)).isEmpty();
    assertThat(last(journal).state()).isEqualTo(ExceedanceRecord.State.WITHDRAWN);

    hour(1, 5, "25");
    assertThat(states(journal)).containsExactly("DAY_MASS CLOSED 1 0.0035");
    assertThat(last(journal).revision()).isEqualTo(4);
  }

  @Test
  void anEpisodeStaysClosedByADayThatCameMuchLater() {
    journal.permits(permits(amount(Period.DAY, "0.003")));
    outlets(journal);
    hour(0, 5, "40");
    hour(0, 24 * 12 + 5, "20");
    hour(0, 24 * 13 + 5, "20");

    again(0, 5, "50", 60);

    assertThat(states(journal)).containsExactly("DAY_MASS CLOSED 1 0.005");
  }

  @Test
  void aYearIsUsedUpOnOneOfItsDaysAndAllAfterItExceed() {
    journal.permits(permits(amount(Period.YEAR, "0.005")));
    outlets(journal);
    for (int day = 0; day < 4; day++) {
      hour(0, 24 * day + 5, "20");
    }

    assertThat(states(journal))
        .containsExactly("TWELVE_MONTHS_MASS OPEN 1 0.008", "YEAR_MASS OPEN 2 0.008");
    ExceedanceRecord year = latest(journal).get("YEAR_MASS");
    assertThat(year.from()).isEqualTo(Frames.at(48, 0));
    assertThat(year.to()).isEqualTo(Frames.at(96, 0));
  }

  @Test
  void anotherPermitJudgesWhatWasEmittedBeforeItCame() {
    outlets(journal);
    hour(0, 5, "40");
    hour(0, 24 + 5, "20");
    assertThat(journal.exceedances).isEmpty();

    journal.permits(permits(amount(Period.DAY, "0.003")));
    assertThat(states(journal)).containsExactly("DAY_MASS OPEN 1 0.004");

    journal.permits(permits());
    assertThat(states(journal)).isEmpty();
  }

  @Test
  void aSpecialPeriodJudgesItsOwnDaysAlone() {
    journal.permits(
        permits(
            new PermittedAmount(
                "heavy pollution 2026-3",
                SO2,
                Decimal.of("0.003"),
                Period.SPECIAL,
                LocalDate.of(2026, 1, 2),
                LocalDate.of(2026, 1, 3),
                "item 2")));
    outlets(journal);
    for (int day = 0; day < 5; day++) {
      hour(0, 24 * day + 5, "40");
    }

    assertThat(states(journal)).containsExactly("SPECIAL_DAY_MASS OPEN 2 0.004");
    assertThat(last(journal).from()).isEqualTo(Frames.at(24, 0));
    assertThat(last(journal).to()).isEqualTo(Frames.at(72, 0));
    assertThat(last(journal).rule()).contains("/heavy pollution 2026-3/item 2/");
  }

  @Test
  void substitutedMassUsesTheBudgetAndDoesNotCondemn() {
    // 287 measured hours of 2,000,000 mg; the hour flagged D is filled with 2,000,000.
    journal.permits(permits(amount(Period.YEAR, "0.5745")));
    outlets(journal);
    for (int hour = 0; hour < 24 * 12; hour++) {
      upload(0, hour, "20", 0, hour == 250 ? "D" : "N");
    }
    journal.receive(frame(0, 24 * 12, "0", 0, "N"), Frames.at(24 * 12 + 1, 1)).settle();
    journal.endOfInput();

    assertThat(states(journal)).isEmpty();
    assertThat(budget().substitutedMg()).isEqualTo(2_000_000);
  }

  /**
   * By hand: 30,000,000 mg are permitted in 2026. In January 1 to 10 an hour of 20 mg/m3 in 100,000
   * m3 each day, 2,000,000 mg, and on 11 to 13 twice that: 10 × 2 + 3 × 4 = 32 million, of which
   * the budget of the 12th has 28; 2 million are left for 353 days, 5,665 mg a day. The pace is 28
   * million in 12 days, 2,333,333 a day: 2 × 12 / 28 = 0.857 days, so it runs out on the 13th. The
   * slowest week is 14 million: 2 × 7 / 14 = 1 whole day, so the 14th at the latest. The quickest
   * is 5 × 2 + 2 × 4 = 18 million: 0.78 days, the 13th too.
   */
  @Test
  void theBudgetOfAnEnterpriseWorkedByHand() {
    journal.permits(permits(amount(Period.YEAR, "0.03")));
    outlets(journal);
    for (int day = 0; day < 13; day++) {
      hour(0, 24 * day + 5, day < 10 ? "20" : "40");
    }

    BudgetRecord budget = budget();
    assertThat(budget.day()).isEqualTo(LocalDate.of(2026, 1, 12));
    assertThat(budget.permittedMg()).isEqualTo(30_000_000);
    assertThat(budget.measuredMg()).isEqualTo(28_000_000);
    assertThat(budget.leftMg()).isEqualTo(2_000_000);
    assertThat(budget.fitsMg()).isEqualTo(5_665);
    assertThat(budget.knownDays()).isEqualTo(12);
    assertThat(budget.paceMg()).isEqualTo(2_333_333);
    assertThat(budget.slowestMg()).isEqualTo(2_000_000);
    assertThat(budget.quickestMg()).isEqualTo(2_571_428);
    assertThat(budget.earliest()).isEqualTo(LocalDate.of(2026, 1, 13));
    assertThat(budget.expected()).isEqualTo(LocalDate.of(2026, 1, 13));
    assertThat(budget.latest()).isEqualTo(LocalDate.of(2026, 1, 14));
    assertThat(budget.outlook()).isEqualTo(Budget.Outlook.RUNS_OUT);
    assertThat(budget.reason())
        .isEqualTo("0.028 t of 0.03 t; at 0.002333333 t a day it runs out on 2026-01-13");
    assertThat(budget.permit()).isEqualTo("P1");
    assertThat(latest(journal).get("YEAR_MASS").from()).isEqualTo(Frames.at(24 * 12, 0));
  }

  @Test
  void aBudgetIsToldAtTheEndOfADayAndNotBefore() {
    journal.permits(permits(amount(Period.YEAR, "0.5")));
    outlets(journal);
    hour(0, 5, "20");
    hour(0, 6, "20");
    assertThat(journal.budgets).isEmpty();

    hour(0, 24 + 5, "20");
    hour(0, 24 + 6, "20");

    assertThat(journal.budgets).hasSize(1);
    assertThat(budget().measuredMg()).isEqualTo(4_000_000);
    assertThat(budget().outlook()).isEqualTo(Budget.Outlook.PACE_UNKNOWN);

    again(0, 5, "30", 60 * 30);
    assertThat(journal.budgets).hasSize(2);
    assertThat(budget().measuredMg()).isEqualTo(5_000_000);
    assertThat(budget().revision()).isEqualTo(2);
  }

  @Test
  void aSeasonIsJudgedFromItsFirstDayAndItsBudgetRunsToItsLast() {
    PermittedAmount season =
        new PermittedAmount(
            "P1",
            SO2,
            Decimal.of("0.005"),
            Period.SEASON,
            LocalDate.of(2020, 1, 1),
            null,
            "table 6",
            new Season(MonthDay.of(11, 15), MonthDay.of(1, 3)));
    journal.permits(permits(season, special("0.001", "2026-01-03", "2026-01-04")));
    outlets(journal);
    hour(0, 5, "20");
    hour(0, 24 + 5, "20");
    hour(0, 48 + 5, "20");
    hour(0, 72 + 5, "20");

    ExceedanceRecord used = latest(journal).get("SEASON_MASS");
    assertThat(used.from()).isEqualTo(Frames.at(48, 0));
    assertThat(used.periods()).isEqualTo(1);
    assertThat(used.state()).isEqualTo(ExceedanceRecord.State.CLOSED);
    assertThat(used.worst()).hasToString("0.006");
    assertThat(journal.budgets)
        .extracting(BudgetRecord::measuredMg)
        .containsExactly(2_000_000L, 4_000_000L, 6_000_000L);
    BudgetRecord second = journal.budgets.get(1);
    assertThat(second.period()).isEqualTo(Period.SEASON);
    assertThat(second.start()).isEqualTo(Frames.at(-47 * 24, 0));
    assertThat(second.end()).isEqualTo(LocalDate.of(2026, 1, 3));
    assertThat(second.fitsMg()).isEqualTo(1_000_000);
    assertThat(second.nextDayMg()).isEqualTo(1_000_000);
    assertThat(second.nextDayPermit()).isEqualTo("N1");

    journal.permits(permits(amount(Period.YEAR, "1")));

    assertThat(latest(journal).get("SEASON_MASS").state())
        .isEqualTo(ExceedanceRecord.State.WITHDRAWN);
    assertThat(journal.budgets.get(journal.budgets.size() - 1).period()).isEqualTo(Period.YEAR);
    assertThat(journal.gone).containsExactly(second.key());
  }

  private static PermittedAmount special(String tonnes, String from, String to) {
    return new PermittedAmount(
        "N1",
        SO2,
        Decimal.of(tonnes),
        Period.SPECIAL,
        LocalDate.parse(from),
        LocalDate.parse(to),
        "item 2");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void whateverTheOrderTheSameEpisodesAndBudgetsStand(long seed) {
    Random random = new Random(seed);
    List<byte[]> frames = new ArrayList<>();
    for (int hour = 0; hour < 24 * 62; hour += 6 + random.nextInt(9)) {
      for (int outlet = 0; outlet < OUTLETS.size(); outlet++) {
        frames.add(frame(outlet, hour, Integer.toString(random.nextInt(60)), 0, "N"));
        if (random.nextInt(5) == 0) {
          String flag = random.nextBoolean() ? "N" : "D";
          frames.add(frame(outlet, hour, Integer.toString(random.nextInt(60)), 60, flag));
        }
      }
    }
    List<byte[]> shuffled = new ArrayList<>(frames);
    shuffled.addAll(frames.subList(0, frames.size() / 4));
    Collections.shuffle(shuffled, random);

    Map<String, String> inOrder = after(frames, 0);
    assertThat(after(shuffled, random.nextInt(shuffled.size()))).isEqualTo(inOrder);
    assertThat(inOrder.keySet())
        .anyMatch(key -> key.contains("/DAY_MASS/"))
        .anyMatch(key -> key.contains("/MONTH_MASS/"))
        .anyMatch(key -> key.contains("/SEASON_MASS/"))
        .anyMatch(key -> key.contains("|SEASON|2025-02-02"))
        .anyMatch(key -> key.contains("|QUARTER|"));
  }

  private static Map<String, String> after(List<byte[]> frames, int permitsAt) {
    try (JournalFixture other = new JournalFixture()) {
      outlets(other);
      for (int at = 0; at < frames.size(); at++) {
        if (at == permitsAt) {
          other.permits(
              permits(
                  amount(Period.DAY, "0.02"),
                  amount(Period.MONTH, "0.2"),
                  amount(Period.QUARTER, "0.4"),
                  seasonal("0.3"),
                  amount(Period.YEAR, "0.5")));
        }
        other.receive(frames.get(at), Frames.at(24 * 71, 0));
      }
      other.endOfInput();
      Map<String, String> tables = new TreeMap<>();
      other.exceedances.stream()
          .filter(record -> record.scope() != null)
          .forEach(
              record -> {
                if (record.state() == ExceedanceRecord.State.WITHDRAWN) {
                  tables.remove(record.key());
                } else {
                  tables.put(record.key(), record.as(record.state(), 0, null).toString());
                }
              });
      other.budgets.forEach(budget -> tables.put(budget.key(), budget.withRevision(0).toString()));
      return tables;
    }
  }

  private static void outlets(JournalFixture to) {
    OUTLETS.forEach(mn -> to.outlet(outlet(mn)));
  }

  private void hour(int outlet, int hour, String so2) {
    upload(outlet, hour, so2, 0, "N");
  }

  /** Another upload of the same hour, some minutes later. */
  private void again(int outlet, int hour, String so2, int minutes) {
    upload(outlet, hour, so2, minutes, "N");
  }

  private void upload(int outlet, int hour, String so2, int later, String flag) {
    Instant received = Frames.at(hour + 1, 1 + later);
    journal.receive(frame(outlet, hour, so2, later, flag), received).settle();
  }

  private static byte[] frame(int outlet, int hour, String so2, int later, String flag) {
    Instant sent = Frames.at(hour + 1, 1 + later);
    return Frames.upload(
        OUTLETS.get(outlet),
        "2061",
        Frames.at(hour, 0),
        sent,
        SO2,
        "Avg=" + so2 + ",Flag=" + flag,
        "a00000",
        "Avg=27,Cou=100000,Flag=N");
  }

  private BudgetRecord budget() {
    return journal.budgets.stream()
        .filter(budget -> budget.period() == Period.YEAR)
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private static ExceedanceRecord last(JournalFixture of) {
    return of.exceedances.get(of.exceedances.size() - 1);
  }

  private static Map<String, ExceedanceRecord> latest(JournalFixture of) {
    Map<String, ExceedanceRecord> latest = new TreeMap<>();
    of.exceedances.stream()
        .filter(record -> record.limit().averaging().isMass())
        .forEach(record -> latest.put(record.limit().averaging().name(), record));
    return latest;
  }

  private static List<String> states(JournalFixture of) {
    return latest(of).values().stream()
        .filter(record -> record.state() != ExceedanceRecord.State.WITHDRAWN)
        .map(
            record ->
                record.limit().averaging()
                    + " "
                    + record.state()
                    + " "
                    + record.periods()
                    + " "
                    + record.worst())
        .toList();
  }

  private static PermitsRecord permits(PermittedAmount... amounts) {
    return PermitsRecord.of("E1", List.of(amounts));
  }

  private static PermittedAmount amount(Period period, String tonnes) {
    return new PermittedAmount(
        "P1", SO2, Decimal.of(tonnes), period, LocalDate.of(2020, 1, 1), null, "table 5");
  }

  /** Of a winter that ends in January, and another that begins in February. */
  private static PermittedAmount seasonal(String tonnes) {
    return new PermittedAmount(
        "P1",
        SO2,
        Decimal.of(tonnes),
        Period.SEASON,
        LocalDate.of(2020, 1, 1),
        null,
        "table 6",
        new Season(MonthDay.of(2, 2), MonthDay.of(1, 20)));
  }

  private static OutletRecord outlet(String mn) {
    return JournalFixture.of(
        "E1",
        JournalFixture.outlet(
            mn,
            Medium.AIR,
            OutletProfile.Judge.REPORTED,
            null,
            JournalFixture.limit(SO2, "500", Averaging.HOUR, MEASURED, LocalDate.of(2020, 1, 1))),
        "630121");
  }
}
