package io.touchline.domain.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.missing.SubstitutedHour.Outcome;
import io.touchline.domain.missing.SubstitutionRow.Before;
import io.touchline.domain.missing.SubstitutionRow.Table;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MassSubstitutionTest {

  private static final int FAILURE = 1000;

  /** A peak further back than the row looks, which it must not take, and one just within. */
  @ParameterizedTest(name = "{0} h, {1} other invalid hours: {3} kg by the last {2}")
  @CsvSource({"30, 120, 720, 112, 336", "20, 130, 180, 96, 192", "30, 370, 2160, 125, 375"})
  @DisplayName("example 1.9: maximum x hours of the stretch, by capture rate and length")
  void example19FillsAnAnalyserFault(int run, int others, int lookback, long peak, long kg) {
    HourFixture fixture =
        HourFixture.measured(3000)
            .with(0, 120, HourState.STOPPED)
            .with(FAILURE, FAILURE + run, HourState.FAULT)
            .with(1500, 1500 + others, HourState.MAINTENANCE);
    int oldest = FAILURE - lookback - (lookback > 880 ? 120 : 0);
    fixture.peak(oldest, peak).peak(oldest - 1, 999);

    SubstitutedSeries series = series(fixture, List.of());

    List<SubstitutedHour> filled = series.hours().subList(FAILURE, FAILURE + run);
    assertThat(filled).allMatch(hour -> hour.outcome() == Outcome.SUBSTITUTED);
    assertThat(filled.stream().mapToLong(SubstitutedHour::massMg).sum())
        .isEqualTo(kg * HourFixture.KG);
    SubstitutedHour one = filled.get(0);
    assertThat(one.row().lookback()).isEqualTo(lookback);
    assertThat(one.row().table()).isEqualTo(Table.TABLE_6);
    assertThat(one.lookedBack()).hasSize(lookback);
    assertThat(one.maximum().start()).isEqualTo(HourFixture.at(oldest));
    assertThat(one.before()).isEqualTo(HourFixture.at(FAILURE));
    assertThat(one.run()).isEqualTo(run);
    assertThat(one.needsCheck()).isTrue();
  }

  @Test
  @DisplayName("example 8.1, contrast: a gap of 12 h at 94.3 % takes the maximum of 180 h")
  void example81ContrastTakesTheMaximumOf180Hours() {
    HourFixture fixture =
        HourFixture.measured(0)
            .with(FAILURE, FAILURE + 12, HourState.FAULT)
            .with(1500, 1614, HourState.MAINTENANCE);

    SubstitutedSeries series = series(fixture, List.of());

    assertThat(series.capture().percent().toString()).startsWith("94.29");
    assertThat(series.hours().get(FAILURE).row().lookback()).isEqualTo(180);
  }

  @ParameterizedTest(name = "{0} h: the last {1}")
  @CsvSource({"1, 180", "24, 180", "25, 720"})
  void lengthOfTheStretchPicksTheRow(int run, int lookback) {
    SubstitutedSeries series =
        series(
            HourFixture.measured(0).with(FAILURE, FAILURE + run, HourState.COMMUNICATION_LOSS),
            List.of());

    assertThat(series.hours().subList(FAILURE, FAILURE + run))
        .allMatch(hour -> hour.row().lookback() == lookback && hour.run() == run);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "OUT_OF_CONTROL, TABLE_5, LAST_CALIBRATION, 950",
    "OVERDUE_CALIBRATION, TABLE_5, LAST_CALIBRATION, 950",
    "FAULT, TABLE_6, FAILURE, 1000",
    "REPAIR, TABLE_6, FAILURE, 1000",
    "MAINTENANCE, TABLE_6, FAILURE, 1000",
    "CALIBRATION, TABLE_6, FAILURE, 1000",
    "COMMUNICATION_LOSS, TABLE_6, FAILURE, 1000",
    "OTHER_INVALID, TABLE_6, FAILURE, 1000",
    "NOT_RECEIVED, TABLE_6, FAILURE, 1000"
  })
  void causePicksTheTableAndWhereItLooksBackFrom(
      HourState cause, Table table, Before before, int instant) {
    HourFixture fixture =
        HourFixture.measured(0)
            .with(FAILURE, FAILURE + 5, cause)
            .peak(949, 50)
            .peak(950, 70)
            .peak(FAILURE + 5, 900);

    SubstitutedHour hour =
        series(fixture, List.of(HourFixture.at(700), HourFixture.at(950), HourFixture.at(1200)))
            .hours()
            .get(FAILURE);

    assertThat(hour.row().table()).isEqualTo(table);
    assertThat(hour.row().before()).isEqualTo(before);
    assertThat(hour.before()).isEqualTo(HourFixture.at(instant));
    assertThat(hour.massMg()).isEqualTo((table == Table.TABLE_5 ? 5 : 7) * HourFixture.KG);
  }

  @Test
  void hourInWhichTheCalibrationFellIsNotBeforeIt() {
    HourFixture fixture =
        HourFixture.measured(0).with(FAILURE, FAILURE + 5, HourState.OUT_OF_CONTROL).peak(950, 70);
    Instant within = HourFixture.at(950).plusSeconds(1800);

    assertThat(series(fixture, List.of(within)).hours().get(FAILURE).massMg())
        .isEqualTo(HourFixture.KG);
  }

  @Test
  void withoutAKnownCalibrationTable5FillsNothing() {
    HourFixture fixture =
        HourFixture.measured(0).with(FAILURE, FAILURE + 2, HourState.OUT_OF_CONTROL);

    assertThat(series(fixture, List.of(HourFixture.at(1500))).hours().get(FAILURE).outcome())
        .isEqualTo(Outcome.NO_CALIBRATION);
  }

  @Test
  void laterGapLooksPastTheEarlierToMeasuredHoursOnly() {
    HourFixture fixture =
        HourFixture.measured(0)
            .with(900, 920, HourState.FAULT)
            .with(FAILURE, FAILURE + 20, HourState.FAULT)
            .peak(721, 90);

    SubstitutedSeries series = series(fixture, List.of());

    assertThat(series.hours().get(900).massMg()).isEqualTo(9 * HourFixture.KG);
    SubstitutedHour later = series.hours().get(FAILURE);
    assertThat(later.massMg()).isEqualTo(HourFixture.KG);
    assertThat(later.lookedBack())
        .hasSize(180)
        .allMatch(hour -> hour.state() == HourState.MEASURED)
        .extracting(MassHour::start)
        .startsWith(HourFixture.at(800));
  }

  @Test
  void massSentWithAnInvalidHourIsKeptAndNeverUsed() {
    HourFixture fixture = HourFixture.measured(0).with(FAILURE, FAILURE + 2, HourState.FAULT);
    fixture.hours().removeIf(hour -> hour.start().equals(HourFixture.at(990)));
    fixture.hours().add(HourFixture.hour(990, HourState.CALIBRATION, 500 * HourFixture.KG));

    SubstitutedSeries series = series(fixture, List.of());

    assertThat(series.hours().get(990).hour().massMg()).isEqualTo(500 * HourFixture.KG);
    assertThat(series.hours().get(990).massMg()).isEqualTo(HourFixture.KG);
    assertThat(series.hours().get(FAILURE).massMg()).isEqualTo(HourFixture.KG);
  }

  @Test
  void stretchOfSeveralCausesCountsAsOneAndEachHourGoesByItsOwnTable() {
    HourFixture fixture =
        HourFixture.measured(0)
            .with(FAILURE, FAILURE + 20, HourState.FAULT)
            .with(FAILURE + 20, FAILURE + 30, HourState.OUT_OF_CONTROL);

    SubstitutedSeries series = series(fixture, List.of(HourFixture.at(900)));

    assertThat(series.hours().get(FAILURE).row().lookback()).isEqualTo(720);
    assertThat(series.hours().get(FAILURE).row().table()).isEqualTo(Table.TABLE_6);
    assertThat(series.hours().get(FAILURE + 25).row().table()).isEqualTo(Table.TABLE_5);
  }

  @Test
  void stopEndsAStretchAndHasNoMass() {
    HourFixture fixture =
        HourFixture.measured(0)
            .with(FAILURE, FAILURE + 33, HourState.FAULT)
            .with(FAILURE + 15, FAILURE + 18, HourState.STOPPED);

    SubstitutedSeries series = series(fixture, List.of());

    assertThat(series.hours().get(FAILURE).run()).isEqualTo(15);
    assertThat(series.hours().get(FAILURE + 16).massMg()).isZero();
    assertThat(series.hours().get(FAILURE + 16).outcome()).isEqualTo(Outcome.STOPPED);
  }

  @Test
  void stretchThatBeganInTheQuarterBeforeCountsInItsWholeLength() {
    HourFixture fixture = HourFixture.measured(1000).with(-20, 10, HourState.FAULT);

    SubstitutedHour first = series(fixture, List.of()).hours().get(0);

    assertThat(first.run()).isEqualTo(30);
    assertThat(first.before()).isEqualTo(HourFixture.at(-20));
  }

  @Test
  void fewerMeasuredHoursThanAskedForAreUsedAndSaidToBeFewer() {
    SubstitutedHour hour =
        series(HourFixture.measured(0).with(50, 52, HourState.FAULT), List.of()).hours().get(50);

    assertThat(hour.outcome()).isEqualTo(Outcome.SUBSTITUTED_FROM_FEWER);
    assertThat(hour.lookedBack()).hasSize(50);
  }

  @Test
  void withoutAnyMeasuredHourBeforeNothingIsFilled() {
    SubstitutedHour hour =
        series(HourFixture.measured(0).with(0, 3, HourState.FAULT), List.of()).hours().get(0);

    assertThat(hour.outcome()).isEqualTo(Outcome.NO_MEASURED_HOUR);
    assertThat(hour.massMg()).isNull();
  }

  @Test
  void belowThreeQuartersTheTablesGiveNoValue() {
    HourFixture fixture =
        HourFixture.measured(0).with(0, 120, HourState.STOPPED).with(500, 1060, HourState.FAULT);

    SubstitutedSeries series = series(fixture, List.of());

    assertThat(series.hours().get(500).outcome()).isEqualTo(Outcome.CAPTURE_TOO_LOW);
    assertThat(series.substitutedMg()).isZero();
    assertThat(series.measuredMg()).isEqualTo(1528 * HourFixture.KG);
    assertThat(series.counts())
        .containsEntry(Outcome.MEASURED, 1528)
        .containsEntry(Outcome.STOPPED, 120)
        .containsEntry(Outcome.CAPTURE_TOO_LOW, 560);
  }

  @ParameterizedTest
  @CsvSource({"a34013, SUBSTITUTED", "a21002, SUBSTITUTED", "a21005, NOT_THIS_FACTOR"})
  void onlyParticulateSo2AndNoxAreFilled(String factor, Outcome outcome) {
    HourFixture fixture = HourFixture.measured(0).with(FAILURE, FAILURE + 2, HourState.FAULT);

    assertThat(
            MassSubstitution.of(factor, HourFixture.Q3, List.of(), fixture.hours())
                .hours()
                .get(FAILURE)
                .outcome())
        .isEqualTo(outcome);
  }

  @Test
  void timeBeforeTheStandardHasNoRow() {
    Quarter quarter = new Quarter(2017, 3);
    MassHour measured =
        new MassHour(quarter.start(), HourState.MEASURED, 1L, Collections.emptySortedSet());

    assertThat(
            MassSubstitution.of(HourFixture.SO2, quarter, List.of(), List.of(measured))
                .hours()
                .get(1)
                .outcome())
        .isEqualTo(Outcome.NO_ROW);
  }

  @Test
  void ofEqualMaximaTheEarliestHourIsShown() {
    SubstitutedHour hour =
        series(HourFixture.measured(0).with(FAILURE, FAILURE + 1, HourState.FAULT), List.of())
            .hours()
            .get(FAILURE);

    assertThat(hour.maximum().start()).isEqualTo(HourFixture.at(FAILURE - 180));
  }

  @Test
  void measuredHourWithoutMassAndAnHourOffTheHourAreNone() {
    assertThatThrownBy(() -> HourFixture.hour(0, HourState.MEASURED, null))
        .hasMessageContaining("a measured hour has a mass");
    assertThatThrownBy(
            () ->
                new MassHour(
                    HourFixture.START.plusSeconds(60),
                    HourState.FAULT,
                    null,
                    Collections.emptySortedSet()))
        .hasMessageContaining("not on the hour");
  }

  private static SubstitutedSeries series(HourFixture fixture, List<Instant> calibrations) {
    return MassSubstitution.of(HourFixture.SO2, HourFixture.Q3, calibrations, fixture.hours());
  }
}
