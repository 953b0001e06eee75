package io.touchline.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LawRowsTest {

  private static final Instant BEFORE = ChinaTime.parse("2026-08-14T23:59:59+08:00");
  private static final Instant AFTER = ChinaTime.parse("2026-08-15T00:00:00+08:00");

  @ParameterizedTest
  @EnumSource(Ground.class)
  void everyGroundHasOneNationalRowOnEitherSideOfTheCode(Ground ground) {
    for (Instant at : List.of(BEFORE, AFTER)) {
      assertThat(GroundRow.rows())
          .filteredOn(
              row -> row.ground() == ground && row.region().isEmpty() && row.source().holdsAt(at))
          .hasSize(1);
    }
    assertThat(GroundRow.at(ground, BEFORE).orElseThrow().source().standard())
        .isEqualTo("MEP Order 30 (2014)");
    assertThat(GroundRow.at(ground, AFTER).orElseThrow().source().standard())
        .isEqualTo("Ecological and Environmental Code");
  }

  @ParameterizedTest
  @CsvSource({
    "L1, true, MAY",
    "L2, false, MAY",
    "P1, true, MUST",
    "P2, false, MAY",
    "P3, true, MAY",
    "P4, false, MAY",
    "C3, false, MAY",
    "C4, true, MAY"
  })
  void afterTheCodeOnlyWhatItsTextCarriesJudges(
      Ground ground, boolean judges, GroundRow.Force force) {
    GroundRow row = GroundRow.at(ground, AFTER).orElseThrow();

    assertThat(Law.asSeen().mayJudge(row)).isEqualTo(judges);
    assertThat(row.force()).isEqualTo(force);
    assertThat(Law.adopting(ground + "@2026-08-15").mayJudge(row)).isTrue();
  }

  @Test
  void rowThatNeedsACheckSaysItsNameAndWhatToDo() {
    GroundRow row = GroundRow.at(Ground.P4, AFTER).orElseThrow();

    assertThat(Law.asSeen().objection(row))
        .hasValueSatisfying(
            text -> assertThat(text).contains("P4@2026-08-15").contains("adopt it by name"));
  }

  @ParameterizedTest
  @EnumSource(Duty.class)
  void everyDutyHasOneRowOnEitherSideOfTheCode(Duty duty) {
    for (Instant at : List.of(BEFORE, AFTER)) {
      assertThat(DutyRow.rows())
          .filteredOn(
              row ->
                  row.duty() == duty && row.part() == DutyRow.Part.BASE && row.source().holdsAt(at))
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "D5, BASE, 7 working days",
    "D6, BASE, 3 months",
    "D6, EXTENSION, 3 months",
    "D8, BASE, 15 working days",
    "D10, BASE, 15 working days",
    "D14, BASE, 30 days",
    "D16, BASE, 5 working days",
    "D18, BASE, 15 days",
    "D18, EXTENSION, 15 days",
    "D19, BASE, 30 days"
  })
  void termsAreThoseOfTheSheet(Duty duty, DutyRow.Part part, String term) {
    assertThat(DutyRow.at(duty, part, BEFORE).orElseThrow().term().text()).isEqualTo(term);
  }

  @ParameterizedTest
  @CsvSource({
    "105, 35, 3, 2, true, false",
    "139.9, 35, 3.9971, 2.9971, true, false",
    "140, 35, 4, 3, true, true",
    "104.9, 35, 2.9971, 1.9971, false, false"
  })
  void bothReadingsOfThreeTimesAreStored(
      String value, String limit, String ratio, String excess, boolean byRatio, boolean byExcess) {
    TimesOver times = TimesOver.of(Decimal.of(value), Decimal.of(limit));

    assertThat(times.ratio()).hasToString(ratio);
    assertThat(times.excess()).hasToString(excess);
    assertThat(times.reaches(Decimal.of("3"), TimesOver.Reading.RATIO)).isEqualTo(byRatio);
    assertThat(times.reaches(Decimal.of("3"), TimesOver.Reading.EXCESS)).isEqualTo(byExcess);
  }

  @Test
  void rangeHasADistanceAndNoTimes() {
    TimesOver times = TimesOver.ofRange(Decimal.of("4.5"), Decimal.of("6"), Decimal.of("9"));

    assertThat(times.distance()).hasToString("1.5");
    assertThat(times.ratio()).isNull();
    assertThat(times.reaches(Decimal.of("0"), TimesOver.Reading.EXCESS)).isFalse();
  }

  @Test
  void namesOfRowsAreUnique() {
    assertThat(
            Stream.of(GroundRow.rows(), DutyRow.rows(), CaseNumber.rows(), ToxicFactor.rows())
                .flatMap(List::stream)
                .map(row -> ((LawRow) row).id()))
        .doesNotHaveDuplicates();
  }
}
