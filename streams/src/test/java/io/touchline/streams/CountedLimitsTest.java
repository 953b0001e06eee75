package io.touchline.streams;

import static io.touchline.streams.Frames.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit.Basis;
import io.touchline.domain.Judgement.Verdict;
import io.touchline.domain.Mark;
import io.touchline.domain.MarkUse;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile.Judge;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Months, shares of hours, furnaces and exempt hours, from frames to episodes. */
class CountedLimitsTest {

  private static final String SO2 = "a21026";
  private static final String FURNACE = "a01012";

  private final JournalFixture journal = new JournalFixture();

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void monthIsFormedFromItsDaysAndNamesNoFrames() {
    journal.outlet(JournalFixture.stack());
    for (int day = 0; day < 25; day++) {
      journal.receive(
          Frames.upload(
              Frames.MN,
              "2031",
              at(day * 24, 0),
              at(day * 24 + 24, 5),
              SO2,
              day == 0 ? "Avg=34,Flag=N" : "Avg=10,Flag=N"),
          at(day * 24 + 24, 5));
    }

    MeansRecord month = month();

    assertThat(month.factors().get(SO2).value()).hasToString("10.96");
    assertThat(month.factors().get(SO2).valid()).isTrue();
    assertThat(month.frames()).isEmpty();
    assertThat(month.key()).endsWith("|MONTH|2026-01-01T00:00:00+08:00");
  }

  @Test
  void monthWithTooFewDaysIsToldAndNotValid() {
    journal.outlet(JournalFixture.stack());
    for (int hour = 0; hour < 24; hour++) {
      journal.receiveHour(hour, SO2, "Avg=34,Flag=N");
    }

    MeansRecord.Factor so2 = month().factors().get(SO2);

    assertThat(so2.value()).hasToString("34");
    assertThat(so2.valid()).isFalse();
    assertThat(so2.reason()).isEqualTo("1 valid days of at least 25");
  }

  @Test
  void shareOfHoursWithinIsJudgedWhenTheMonthHasEndedAndAgainWhenAnHourChanges() {
    journal.outlet(JournalFixture.stack(share("35")));
    for (int hour = 0; hour < 100; hour++) {
      journal.receiveHour(hour, SO2, hour < 6 ? "Avg=36,Flag=N" : "Avg=10,Flag=N");
    }

    MeansRecord.Judged judged = month().factors().get(SO2).judgement();
    assertThat(judged.verdict()).isEqualTo(Verdict.EXCEEDS);
    assertThat(judged.judged()).hasToString("94");
    assertThat(judged.reason()).isEqualTo("94 of 100 valid hours within, 95 needed");
    assertThat(journal.standing()).containsExactly("OPEN 0-744 1 94");

    journal.receive(
        Frames.upload(Frames.MN, "2061", at(5, 0), at(900, 0), SO2, "Avg=35,Flag=N"), at(900, 0));

    assertThat(month().factors().get(SO2).judgement().verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(journal.standing()).isEmpty();
  }

  @Test
  void sixthFiveMinuteMeanBelowMakesAnEpisodeThoughTheLoggerSentItsOwnDay() {
    journal.outlet(
        JournalFixture.outlet(Frames.MN, Medium.AIR, Judge.REPORTED, null, 5, furnace()));
    for (int block = 0; block < 24; block++) {
      journal.receive(
          Frames.minute(8, block * 5, FURNACE, block < 6 ? "Avg=849.9,Flag=N" : "Avg=900,Flag=N"),
          at(8, block * 5 + 5));
    }
    journal.receive(
        Frames.upload(Frames.MN, "2031", at(0, 0), at(24, 1), FURNACE, "Avg=900,Flag=N"),
        at(24, 1));
    journal.endOfInput();

    MeansRecord.Factor day = day(0);
    assertThat(day.judgement().verdict()).isEqualTo(Verdict.EXCEEDS);
    assertThat(day.judgement().reason()).isEqualTo("6 of 24 five-minute means below, 5 allowed");
    assertThat(journal.standing()).containsExactly("OPEN 0-24 1 849.9");

    journal.receive(
        Frames.upload(Frames.MN, "2051", at(8, 0), at(30, 0), FURNACE, "Avg=850,Flag=N"),
        at(30, 0));
    journal.endOfInput();

    assertThat(day(0).judgement().verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(journal.standing()).isEmpty();
  }

  @Test
  void markSetInJanuaryCanBreakTheYearlyCapOfADayAfterIt() {
    journal.outlet(
        JournalFixture.stack(dayLimit())
            .withExemption("WASTE_INCINERATION")
            .withMarkUse(MarkUse.BINDING));
    journal.receive(
        Frames.upload(Frames.MN, "2031", at(240, 0), at(264, 1), SO2, "Avg=262,Flag=N"),
        at(264, 1));
    assertThat(journal.standing()).containsExactly("OPEN 240-264 1 262");

    journal.mark(mark("fault", 243, 247));
    assertThat(day(240).judgement().verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(day(240).judgement().reason())
        .isEqualTo(
            "day mean 262 exceeds within exempt hours:"
                + " Y60 2026: 0.0 h + 4.0 h = 4.0 h of 60 h, not passed");
    assertThat(journal.standing()).isEmpty();

    journal.mark(mark("start", 10, 68));
    assertThat(day(240).judgement().verdict()).isEqualTo(Verdict.EXCEEDS);
    assertThat(day(240).judgement().reason()).contains("58.0 h + 4.0 h = 62.0 h of 60 h, passed");
    assertThat(journal.standing()).containsExactly("OPEN 240-264 1 262");
  }

  @Test
  void episodeTellsOnHowManyOfThirtyDaysTheFactorExceededAndLateTruthChangesIt() {
    journal.outlet(JournalFixture.stack(JournalFixture.hourLimit(SO2, "35", Basis.CONVERTED)));
    exceedAt(1);
    exceedAt(30 * 24);
    assertThat(days()).containsExactly(1, 1);

    exceedAt(15 * 24);
    assertThat(days()).containsExactly(1, 2, 2);

    exceedAt(26);
    assertThat(days()).containsExactly(1, 2, 3, 3);

    journal.receive(
        Frames.upload(Frames.MN, "2061", at(26, 0), at(900, 0), SO2, "Avg=1,ZsAvg=1,Flag=N"),
        at(900, 0));
    assertThat(days()).containsExactly(1, 2, 2);
  }

  private void exceedAt(int hour) {
    journal.receiveHour(hour, SO2, "Avg=40,ZsAvg=40,Flag=N");
  }

  private List<Integer> days() {
    journal.pass(Duration.ofSeconds(2));
    return journal.episodes().values().stream()
        .filter(record -> record.state() != ExceedanceRecord.State.WITHDRAWN)
        .map(ExceedanceRecord::exceedingDays)
        .toList();
  }

  private MeansRecord month() {
    journal.endOfInput();
    return journal.lastMeans(AveragingPeriod.MONTH, at(0, 0));
  }

  private MeansRecord.Factor day(int hour) {
    MeansRecord day = journal.lastMeans(AveragingPeriod.DAY, at(hour, 0));
    return day.factors().values().iterator().next();
  }

  private static MarkRecord mark(String id, int from, int to) {
    return new MarkRecord(
        1,
        Frames.MN,
        id,
        null,
        at(from, 0),
        at(to, 0),
        "PLANT_FAULT",
        null,
        "王工",
        "送风机",
        at(to, 0),
        null,
        1,
        Mark.State.SET);
  }

  private static OutletRecord.Limit share(String value) {
    return JournalFixture.limit(
        SO2, value, Averaging.MONTH_SHARE, Basis.MEASURED, LocalDate.of(2020, 1, 1));
  }

  private static OutletRecord.Limit dayLimit() {
    return JournalFixture.limit(
        SO2, "250", Averaging.DAY, Basis.MEASURED, LocalDate.of(2020, 1, 1));
  }

  private static OutletRecord.Limit furnace() {
    return new OutletRecord.Limit(
        FURNACE,
        null,
        Decimal.of("850"),
        "degC",
        Averaging.FIVE_MINUTES,
        Basis.MEASURED,
        "permit",
        "5",
        LocalDate.of(2020, 1, 1),
        null);
  }
}
