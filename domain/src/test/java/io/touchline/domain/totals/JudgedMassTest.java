package io.touchline.domain.totals;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Averaging;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.Episode;
import io.touchline.domain.Judgement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgedMassTest {

  private static final long TONNE = 1_000_000_000L;
  private static final String SO2 = "a21026";

  @ParameterizedTest
  @CsvSource({
    "2026-01-04, 400000001, EXCEEDS",
    "2026-01-04, 400000000, COMPLIANT",
    "2026-01-05, 400000000, not yet",
    "2026-01-05, 400000001, EXCEEDS",
    "2025-12-31, 400000001, not permitted"
  })
  void aDayIsJudgedWhenItExceedsOrHasEnded(LocalDate day, long mg, String verdict) {
    JudgedMass judge =
        judge("2026-01-05", amount("P1", "0.4", PermittedAmount.Period.DAY, "2026-01-01", null));

    assertThat(judge.day(Averaging.DAY_MASS, day, mg).map(Judgement::verdict).map(Enum::name))
        .isEqualTo(
            verdict.startsWith("not")
                ? java.util.Optional.empty()
                : java.util.Optional.of(verdict));
  }

  @Test
  void ofSpecialPeriodsTheStrictestApplies() {
    JudgedMass judge =
        judge(
            "2026-01-09",
            amount("N1", "0.3", PermittedAmount.Period.SPECIAL, "2026-01-01", "2026-01-08"),
            amount("N2", "0.2", PermittedAmount.Period.SPECIAL, "2026-01-03", "2026-01-04"));

    assertThat(special(judge, 2)).isEqualTo("N1 0.3");
    assertThat(special(judge, 3)).isEqualTo("N2 0.2");
    assertThat(special(judge, 5)).isEqualTo("N1 0.3");
  }

  private static String special(JudgedMass judge, int day) {
    var limit =
        judge.day(Averaging.SPECIAL_DAY_MASS, LocalDate.of(2026, 1, day), 1).orElseThrow().limit();
    return limit.source() + " " + limit.value();
  }

  @Test
  void aYearExceedsFromTheDayOnWhichItIsUsedUpAndEndsWithTheYear() {
    SortedMap<LocalDate, Long> daily = new TreeMap<>();
    daily.put(LocalDate.of(2025, 12, 27), TONNE);
    daily.put(LocalDate.of(2025, 12, 29), TONNE);
    PermittedAmount amount = amount("P1", "1.5", PermittedAmount.Period.YEAR, "2020-01-01", null);

    Episode running = year(judge("2025-12-29", amount), daily).get(0);
    assertThat(running.from()).isEqualTo(at(LocalDate.of(2025, 12, 29)));
    assertThat(running.open()).isTrue();
    assertThat(running.worst()).hasToString("2");

    Episode ended = year(judge("2026-01-03", amount), daily).get(0);
    assertThat(ended.periods()).isEqualTo(3);
    assertThat(ended.open()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "11-15, 03-15, 2026-01-10, 2025-11-15, 2026-03-15",
    "11-15, 03-15, 2025-11-15, 2025-11-15, 2026-03-15",
    "11-15, 03-15, 2026-03-15, 2025-11-15, 2026-03-15",
    "11-15, 03-15, 2026-03-16, , ",
    "04-01, 09-30, 2026-04-01, 2026-04-01, 2026-09-30",
    "12-01, 02-29, 2026-02-28, 2025-12-01, 2026-02-28",
    "12-01, 02-29, 2024-02-29, 2023-12-01, 2024-02-29"
  })
  void aSeasonComesBackEveryYear(
      String from, String to, LocalDate day, LocalDate first, LocalDate last) {
    Season season = new Season(MonthDay.parse("--" + from), MonthDay.parse("--" + to));

    assertThat(season.on(day)).isEqualTo(first == null ? null : new Season.Stretch(first, last));
  }

  @Test
  void aDatedSeasonIsTheStretchOfItsAmountAndOneThatBeginsLateCountsItsSeasonsEarlierDays() {
    PermittedAmount dated =
        amount("P1", "1", PermittedAmount.Period.SEASON, "2026-01-05", "2026-02-05");
    PermittedAmount yearly =
        new PermittedAmount(
            "P2",
            SO2,
            Decimal.of("1.5"),
            PermittedAmount.Period.SEASON,
            LocalDate.of(2026, 1, 2),
            null,
            null,
            new Season(MonthDay.of(12, 1), MonthDay.of(3, 1)));
    SortedMap<LocalDate, Long> daily = new TreeMap<>();
    daily.put(LocalDate.of(2025, 12, 29), TONNE);
    daily.put(LocalDate.of(2026, 1, 1), TONNE);
    JudgedMass judge = judge("2026-01-04", yearly);
    Season.Stretch winter = new Season.Stretch(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 3, 1));

    assertThat(judge("2026-01-04", dated).seasons(LocalDate.of(2026, 2, 5)))
        .containsExactly(new Season.Stretch(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 2, 5)));
    assertThat(judge.seasons(LocalDate.of(2025, 12, 29))).containsExactly(winter);
    assertThat(judge.running(Averaging.SEASON_MASS, winter, daily).firstKey())
        .isEqualTo(at(LocalDate.of(2026, 1, 2)));
  }

  @Test
  void aPermitThatTakesAnothersPlaceJudgesFromItsOwnDay() {
    SortedMap<LocalDate, Long> daily = new TreeMap<>();
    daily.put(LocalDate.of(2026, 6, 1), 9 * TONNE);
    daily.put(LocalDate.of(2026, 7, 2), TONNE);
    JudgedMass judge =
        judge(
            "2026-07-03",
            amount("P1", "10", PermittedAmount.Period.YEAR, "2020-01-01", "2026-06-30"),
            amount("P2", "8", PermittedAmount.Period.YEAR, "2026-07-01", null));

    List<Episode> episodes = year(judge, daily);

    assertThat(episodes).hasSize(1);
    assertThat(episodes.get(0).from()).isEqualTo(at(LocalDate.of(2026, 7, 1)));
    assertThat(episodes.get(0).limit().source()).isEqualTo("P2");
  }

  @Test
  void example61TwelveMonthsOf111AgainstAPermitOf110ExceedInDecember() {
    int[] tonnes = {8, 8, 9, 9, 10, 10, 9, 8, 8, 9, 11, 12};
    SortedMap<YearMonth, Long> months = new TreeMap<>();
    for (int month = 1; month <= 12; month++) {
      months.put(YearMonth.of(2026, month), tonnes[month - 1] * TONNE);
    }
    JudgedMass judge =
        judge("2027-01-01", amount("P1", "110", PermittedAmount.Period.YEAR, "2020-01-01", null));

    SortedMap<Instant, Judgement> judged = judge.twelveMonths(months, months.firstKey());

    assertThat(judged).hasSize(12);
    assertThat(
            judged.values().stream()
                .filter(one -> one.verdict() == Judgement.Verdict.EXCEEDS)
                .map(one -> one.judged().toString()))
        .containsExactly("111");
    assertThat(judged.lastKey()).isEqualTo(at(LocalDate.of(2026, 12, 1)));
  }

  @Test
  void amountsOfSeveralPermitsAddUpAndTheRuleNamesAll() {
    var limit =
        MassLimit.on(
                LocalDate.of(2026, 1, 1),
                List.of(
                    amount("P2", "0.5", PermittedAmount.Period.YEAR, "2021-01-01", null),
                    amount("P1", "1", PermittedAmount.Period.YEAR, "2020-01-01", "2026-12-31")),
                SO2,
                Averaging.YEAR_MASS)
            .orElseThrow();

    assertThat(limit.rule()).isEqualTo("a21026/YEAR_MASS/MEASURED/P1 + P2/table 5/1.5/2021-01-01");
    assertThat(limit.validTo()).isEqualTo(LocalDate.of(2026, 12, 31));
  }

  @Test
  void whatAYearIsHeldAgainstDoesNotDoubleWhenAPermitTakesAnothersPlace() {
    List<PermittedAmount> amounts =
        List.of(
            amount("P1", "100", PermittedAmount.Period.YEAR, "2020-01-01", "2026-06-30"),
            amount("P2", "80", PermittedAmount.Period.YEAR, "2026-07-01", "2026-11-30"));

    assertThat(PermittedAmount.of(amounts, SO2, TotalPeriod.YEAR, at(LocalDate.of(2026, 1, 1))))
        .hasValue(80 * TONNE);
  }

  @Test
  void aDayOfASpecialPeriodIsHeldAgainstTheLesserAmount() {
    List<PermittedAmount> amounts =
        List.of(
            amount("P1", "4", PermittedAmount.Period.DAY, "2020-01-01", null),
            amount("N1", "3", PermittedAmount.Period.SPECIAL, "2026-01-02", "2026-01-02"));

    assertThat(PermittedAmount.of(amounts, SO2, TotalPeriod.DAY, at(LocalDate.of(2026, 1, 1))))
        .hasValue(4 * TONNE);
    assertThat(PermittedAmount.of(amounts, SO2, TotalPeriod.DAY, at(LocalDate.of(2026, 1, 2))))
        .hasValue(3 * TONNE);
  }

  private static List<Episode> year(JudgedMass judge, SortedMap<LocalDate, Long> daily) {
    Season.Stretch year =
        MassLimit.stretch(daily.firstKey(), judge.amounts(), SO2, Averaging.YEAR_MASS);
    return judge.episodes(
        Averaging.YEAR_MASS, year, judge.running(Averaging.YEAR_MASS, year, daily));
  }

  private static JudgedMass judge(String last, PermittedAmount... amounts) {
    return new JudgedMass(List.of(amounts), SO2, LocalDate.parse(last));
  }

  private static PermittedAmount amount(
      String permit, String tonnes, PermittedAmount.Period period, String from, String to) {
    return new PermittedAmount(
        permit,
        SO2,
        Decimal.of(tonnes),
        period,
        LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to),
        "table 5");
  }

  private static Instant at(LocalDate day) {
    return ChinaTime.instant(day.atStartOfDay());
  }
}
