package io.touchline.domain.cases;

import static io.touchline.domain.cases.CaseFixture.ENTERPRISE;
import static io.touchline.domain.cases.CaseFixture.MN;
import static io.touchline.domain.cases.CaseFixture.day;
import static io.touchline.domain.cases.CaseFixture.exceedance;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.totals.TotalPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectingTest {

  private static final Facts NOTHING = Facts.of(ENTERPRISE, "140102");

  @Test
  void episodeIsAGroundOfALimitWithItsRowFiguresAndHash() {
    Finding finding =
        only(NOTHING.withExceedances(List.of(exceedance("2026-01-04", "70", 1))), Law.asSeen());

    assertThat(finding.ground()).isEqualTo(Ground.L1);
    assertThat(finding.lawRows()).containsExactly("L1@2015-01-01");
    assertThat(finding.times().ratio()).hasToString("2");
    assertThat(finding.times().excess()).hasToString("1");
    assertThat(finding.evidenceHash()).matches("[0-9a-f]{64}");
    assertThat(finding.objection()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"DAY, 101, L2", "YEAR, 101, P3", "ROLLING_12M, 101, P3", "YEAR, 100, none"})
  void totalOverWhatIsPermittedIsAGroundByItsPeriod(TotalPeriod period, long mass, String ground) {
    Detecting.Found found = Detecting.in(total(period, mass, 0), Law.asSeen());

    assertThat(found.findings().stream().map(f -> f.ground().name()).findFirst().orElse("none"))
        .isEqualTo(ground);
  }

  @Test
  void massThatStandsInForMissingHoursProvesNothingAlone() {
    assertThat(Detecting.in(total(TotalPeriod.YEAR, 90, 50), Law.asSeen()).findings()).isEmpty();
  }

  private static Facts total(TotalPeriod period, long mass, long substituted) {
    Instant start = ChinaTime.parse("2026-01-01T00:00:00+08:00");
    return NOTHING.withTotals(
        List.of(
            new Facts.OverTotal(
                "P-1",
                "a21026",
                period,
                start,
                start.plus(Duration.ofDays(1)),
                mass,
                substituted,
                100,
                1)));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-01, L1", "2026-03-02, P4"})
  void exceedanceAfterTheDayOfServiceOfALimitIsAGroundOfAStop(String on, Ground ground) {
    Facts limited =
        new Facts(
            ENTERPRISE,
            "140102",
            day("2026-03-01"),
            null,
            List.of(exceedance(on, "70", 1)),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    assertThat(only(limited, Law.asSeen()).ground()).isEqualTo(ground);
  }

  @Test
  void rowThatWasNotSeenYieldsNothingAndIsToldOf() {
    Facts limited =
        new Facts(
            ENTERPRISE,
            "140102",
            day("2026-09-01"),
            null,
            List.of(exceedance("2026-09-10", "70", 1)),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    Detecting.Found found = Detecting.in(limited, Law.asSeen());

    assertThat(found.findings()).extracting(Finding::ground).containsExactly(Ground.L1);
    assertThat(found.withheld())
        .singleElement()
        .satisfies(text -> assertThat(text).contains("P4@2026-08-15"));
    Finding adopted = only(limited, Law.adopting("P4@2026-08-15"));
    assertThat(adopted.ground()).isEqualTo(Ground.P4);
    assertThat(adopted.adopted()).containsExactly("P4@2026-08-15");
  }

  @ParameterizedTest
  @CsvSource({"EXCESS, 139, false", "EXCESS, 140, true", "RATIO, 105, true", "RATIO, 104, false"})
  void threeTimesOfAToxicFactorIsReadAsTheOfficeSays(
      TimesOver.Reading reading, String worst, boolean stop) {
    Law law = Law.adopting("w20120@2023-08-15").reading(reading);

    List<Finding> findings = Detecting.in(lead(worst), law).findings();

    assertThat(findings.stream().anyMatch(f -> f.ground() == Ground.P2)).isEqualTo(stop);
    assertThat(findings).anyMatch(f -> f.ground() == Ground.L1);
  }

  @Test
  void whichFactorsAreToxicIsRecallAndJudgesNothingUnlessAdopted() {
    Detecting.Found found = Detecting.in(lead("500"), Law.asSeen());

    assertThat(found.findings()).extracting(Finding::ground).containsExactly(Ground.L1);
    assertThat(found.withheld()).anyMatch(text -> text.contains("w20120@2023-08-15"));
  }

  @Test
  void twoPenaltiesInTwoYearsAndAgainHintAtClosure() {
    Law law = Law.adopting("w20120@2023-08-15");
    Facts twice =
        lead("50").withPenalties(List.of(day("2024-06-01"), day("2025-06-01"), day("2023-01-01")));
    Facts once = lead("50").withPenalties(List.of(day("2025-06-01"), day("2023-01-01")));

    assertThat(Detecting.in(twice, law).findings()).anyMatch(f -> f.ground() == Ground.C1);
    assertThat(Detecting.in(once, law).findings()).noneMatch(f -> f.ground() == Ground.C1);
  }

  private static Facts lead(String worst) {
    Facts.Exceedance of = exceedance("2026-01-04", worst, 1);
    return NOTHING.withExceedances(
        List.of(
            new Facts.Exceedance(
                MN,
                "w20120",
                of.period(),
                "w20120/DAY",
                null,
                of.limit(),
                false,
                of.from(),
                of.to(),
                1,
                of.worst(),
                null,
                1,
                of.frames())));
  }

  @ParameterizedTest
  @CsvSource({"SUPERVISORY, 36, 1", "SUPERVISORY, 35, 0", "SELF, 70, 0"})
  void supervisorySampleOverTheLimitIsAGroundOfItsOwn(
      Facts.Sample.Kind kind, String value, int findings) {
    Facts sampled =
        NOTHING.withSamples(
            List.of(
                new Facts.Sample(
                    "S1",
                    MN,
                    "a21026",
                    CaseFixture.at("2026-01-04"),
                    Decimal.of(value),
                    "permit",
                    Decimal.of("35"),
                    kind,
                    "report 1",
                    1)));

    assertThat(Detecting.in(sampled, Law.asSeen()).findings()).hasSize(findings);
  }

  @Test
  void signalOfRunningCountsOnlyDuringAStop() {
    Facts.Hint running =
        new Facts.Hint(
            "flow", Ground.C2, MN, null, CaseFixture.at("2026-03-05"), null, "flow of 40 %");
    Facts stopped =
        new Facts(
            ENTERPRISE,
            "140102",
            null,
            day("2026-03-01"),
            List.of(),
            List.of(),
            List.of(),
            List.of(running),
            List.of());

    assertThat(only(stopped, Law.asSeen()).ground()).isEqualTo(Ground.C2);
    assertThat(Detecting.in(NOTHING.withHints(List.of(running)), Law.asSeen()).findings())
        .isEmpty();
  }

  @Test
  void qinghaisPlanStandsBesideTheNationalRowAndSaysMust() {
    Finding then =
        only(
            Facts.of(ENTERPRISE, "630102")
                .withExceedances(List.of(exceedance("2018-01-04", "70", 1))),
            Law.asSeen());

    assertThat(then.lawRows()).containsExactly("L1@2015-01-01", "L1/63@2017-01-01");
    assertThat(Proposal.of(List.of(then)).force()).isEqualTo(GroundRow.Force.MUST);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void orderOfTheFactsMakesNoDifference(long seed) {
    List<Facts.Exceedance> facts = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      facts.add(exceedance("2026-01-%02d".formatted(i), "4" + i, i));
    }
    Detecting.Found found = Detecting.in(NOTHING.withExceedances(facts), Law.asSeen());
    Collections.shuffle(facts, new Random(seed));

    assertThat(Detecting.in(NOTHING.withExceedances(facts), Law.asSeen())).isEqualTo(found);
  }

  @Test
  void lateTruthBringsWhatIsNewChangedAndGone() {
    CaseFixture given = new CaseFixture();
    List<Finding> first =
        findings(exceedance("2026-01-04", "70", 1), exceedance("2026-01-05", "70", 1));
    first.forEach(given::detected);

    List<Detection> changes =
        LateTruth.of(
            given.file,
            findings(exceedance("2026-01-05", "60", 2), exceedance("2026-01-06", "50", 1)),
            "mark of 2026-01-07");

    assertThat(changes)
        .extracting(Detection::happening)
        .containsExactly(Happening.TRUTH_CHANGED, Happening.TRUTH_CHANGED, Happening.DETECTED);
    assertThat(changes).extracting(Detection::eventId).doesNotHaveDuplicates();
    changes.forEach(change -> given.does(CaseFixture.SYSTEM, change));
    assertThat(LateTruth.of(given.file, given.file.state().findings(), "again")).isEmpty();
    assertThat(given.file.state().findings())
        .extracting(f -> f.worst().toString())
        .containsExactly("60", "50");
  }

  private static List<Finding> findings(Facts.Exceedance... exceedances) {
    return Detecting.in(NOTHING.withExceedances(List.of(exceedances)), Law.asSeen()).findings();
  }

  private static Finding only(Facts facts, Law law) {
    assertThat(Detecting.in(facts, law).findings()).hasSize(1);
    return Detecting.in(facts, law).findings().get(0);
  }
}
