package io.touchline.domain.cases;

import static io.touchline.domain.cases.CaseFixture.ENTERPRISE;
import static io.touchline.domain.cases.CaseFixture.OFFICER;
import static io.touchline.domain.cases.CaseFixture.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.cases.Signature.Signatory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardListTest {

  private static final ListPeriod Q1 =
      ListPeriod.of(ListPeriod.Kind.QUARTER, LocalDate.of(2026, 2, 1));

  private final CaseFixture given = new CaseFixture();

  @Test
  void proposalIsOnNoListAndADecisionIs() {
    given.proposed();
    assertThat(rows(Q1)).isEmpty();

    given.does(OFFICER, given.decided(Measure.LIMIT, "D-1", "L1@2015-01-01"));
    assertThat(rows(Q1))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.colour()).isEqualTo(Stage.Card.YELLOW);
              assertThat(row.grounds()).isEqualTo("L1 超过污染物排放标准");
              assertThat(row.outlets()).containsExactly("1# stack");
              assertThat(row.maxMultiple()).hasToString("1");
              assertThat(row.decision()).isEqualTo("D-1");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "QUARTER, 2025-12-31, false",
    "QUARTER, 2026-01-01, true",
    "QUARTER, 2026-05-01, true",
    "QUARTER, 2026-07-01, false",
    "MONTH, 2026-01-31, true",
    "MONTH, 2026-06-10, true",
    "MONTH, 2026-07-10, false"
  })
  void cardIsOnTheListsFromItsDecisionToItsRemoval(
      ListPeriod.Kind kind, LocalDate day, boolean listed) {
    given.stopped().served().on("2026-05-06").released().on("2026-06-02");
    given.does(OFFICER, new Step.FollowedUp(given.today(), Step.Found.PASSED, "record"));
    given.does(
        OFFICER, new Decision.CardRemoved(given.signed(Signatory.OFFICER, "R-1"), false, null));

    assertThat(rows(ListPeriod.of(kind, day))).hasSize(listed ? 1 : 0);
  }

  @Test
  void releaseAndRemovalAreTwoDates() {
    given.stopped().served().on("2026-05-06").released();
    assertThat(rows(Q1).get(0).status()).isEqualTo(IssuedCard.Status.RELEASED);
    given.on("2026-06-02");
    given.does(OFFICER, new Step.FollowedUp(given.today(), Step.Found.PASSED, "record"));
    given.does(
        OFFICER, new Decision.CardRemoved(given.signed(Signatory.OFFICER, "R-1"), false, null));

    ListRow row = rows(Q1).get(0);
    assertThat(row.releasedOn()).isEqualTo("2026-05-06");
    assertThat(row.removedOn()).isEqualTo("2026-06-02");
    assertThat(row.status()).isEqualTo(IssuedCard.Status.REMOVED);
  }

  @Test
  void listGoesFromDraftToPublishedByTwoPeopleAndACorrectionIsAnotherVersion() {
    given.limited();
    CardList.Reviewed reviewed = draft().reviewed("officer Li", given.now);

    assertThat(reviewed.published(given.signed(Signatory.OFFICER, "P-1"), given.now))
        .isInstanceOf(CardList.NotPublished.class);
    assertThat(
            reviewed.published(
                new Signature(Signatory.HEAD, "officer Li", "P-1", given.today()), given.now))
        .isInstanceOf(CardList.NotPublished.class);
    CardList.Published published =
        (CardList.Published) reviewed.published(given.signed(Signatory.HEAD, "P-1"), given.now);

    given
        .on("2026-02-10")
        .does(
            OFFICER,
            new Decision.DecisionCancelled(
                given.signed(Signatory.LEGAL_OFFICER, "L-1"), "D-1", "ruling 7"));
    assertThat(published.corrected(rows(Q1), given.now, "")).isEmpty();
    CardList.Draft corrected =
        published.corrected(rows(Q1), given.now, "D-1 was cancelled by ruling 7").orElseThrow();
    assertThat(corrected.content().version()).isEqualTo(2);
    assertThat(corrected.content().rows()).isEmpty();
    assertThat(published.content().rows()).hasSize(1);
    assertThat(published.corrected(published.content().rows(), given.now, "nothing")).isEmpty();
  }

  @Test
  void csvQuotesWhatNeedsItAndRunsNoFormula() {
    given.limited();
    ListRow row = rows(Q1).get(0);
    assertThat(row.enterprise()).startsWith("=");

    String csv = CardListCsv.text(draft().content());

    assertThat(csv).startsWith("\uFEFF期间,地区代码,");
    assertThat(csv.lines()).hasSize(2);
    assertThat(csv)
        .contains("2026Q1,630100,城中区,\"'=某某,公司\"," + ENTERPRISE)
        .contains(",黄牌,L1 超过污染物排放标准,a21026,1,3,限制生产,D-1,2026-01-05,,,整改中,,,")
        .endsWith(",1,\r\n");
  }

  private CardList.Draft draft() {
    return CardList.draft("630100", Q1, given.now, List.of(given.file), registry());
  }

  private List<ListRow> rows(ListPeriod period) {
    return CardList.rows("630100", period, given.now, List.of(given.file), registry());
  }

  private static Map<String, Register> registry() {
    return Map.of(
        ENTERPRISE,
        new Register(
            ENTERPRISE,
            "=某某,公司",
            "P-63-1",
            "chemicals",
            "630100",
            "西宁市",
            "城中区",
            Map.of("MN1", "1# stack"),
            "西宁市生态环境局",
            "0971-0000000"));
  }

  @Test
  void seriousListNeedsTheParameterAdoptedAndTellsWhatItWithholds() {
    OutletQuarter ten = quarter(Q1, 10);

    SeriousList silent = SeriousList.of(Q1, List.of(ten), List.of(), Law.asSeen());
    assertThat(silent.rows()).isEmpty();
    assertThat(silent.withheld()).anyMatch(text -> text.contains("SERIOUS_DAYS@2021-01-01"));

    SeriousList listed = SeriousList.of(Q1, List.of(ten, quarter(Q1, 9)), List.of(), ANHUI);
    assertThat(listed.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.reasons()).containsExactly("MN1 a21026: 10 days over within 30");
              assertThat(row.proposesSupervision()).isFalse();
              assertThat(row.lawRows()).contains("SERIOUS_DAYS@2021-01-01");
            });
    assertThat(SeriousList.of(Q1, List.of(quarter(Q1, 9)), List.of(), ANHUI).rows()).isEmpty();
  }

  private static final Law ANHUI =
      Law.adopting("SERIOUS_DAYS@2021-01-01", "SERIOUS_WINDOW_DAYS@2021-01-01");

  @Test
  void twoQuartersInARowProposeListedSupervisionAndAGapBeginsAnew() {
    ListPeriod q2 = ListPeriod.of(ListPeriod.Kind.QUARTER, day("2026-04-01"));
    ListPeriod q3 = ListPeriod.of(ListPeriod.Kind.QUARTER, day("2026-07-01"));
    SeriousList first = SeriousList.of(Q1, List.of(quarter(Q1, 12)), List.of(), ANHUI);

    SeriousList second = SeriousList.of(q2, List.of(quarter(q2, 12)), List.of(first), ANHUI);
    SeriousList gap = SeriousList.of(q3, List.of(quarter(q3, 12)), List.of(first), ANHUI);

    assertThat(second.rows().get(0).quartersInARow()).isEqualTo(2);
    assertThat(second.rows().get(0).proposesSupervision()).isTrue();
    assertThat(gap.rows().get(0).proposesSupervision()).isFalse();
  }

  private static OutletQuarter quarter(ListPeriod quarter, int over) {
    TreeSet<LocalDate> valid = new TreeSet<>();
    TreeSet<LocalDate> exceeding = new TreeSet<>();
    for (int i = 0; i < 90; i++) {
      valid.add(quarter.first().plusDays(i));
      if (i < over) {
        exceeding.add(quarter.first().plusDays(i));
      }
    }
    return new OutletQuarter(
        ENTERPRISE, "MN1", "a21026", quarter, valid, exceeding, 2000, 100, null, false);
  }

  @Test
  void concentrationIsProposedOnlyWithParametersThatWereAdopted() {
    Law own =
        Law.adopting(
            "CONCENTRATION_ENTERPRISES@2015-01-01", "CONCENTRATION_SHARE_PERCENT@2015-01-01");

    assertThat(Concentration.of("630100", 4, 20, own, given.now).proposesSupervision()).isTrue();
    assertThat(Concentration.of("630100", 3, 20, own, given.now).proposesSupervision()).isFalse();
    assertThat(Concentration.of("630100", 2, 2, own, given.now).proposesSupervision()).isFalse();
    Concentration silent = Concentration.of("630100", 4, 20, Law.asSeen(), given.now);
    assertThat(silent.proposesSupervision()).isFalse();
    assertThat(silent.share()).hasToString("20");
    assertThat(silent.withheld()).hasSize(2);
  }
}
