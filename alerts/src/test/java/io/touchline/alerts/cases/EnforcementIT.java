package io.touchline.alerts.cases;

import static io.touchline.alerts.cases.CaseScene.ELSEWHERE;
import static io.touchline.alerts.cases.CaseScene.ENTERPRISE;
import static io.touchline.alerts.cases.CaseScene.HEAD;
import static io.touchline.alerts.cases.CaseScene.LEGAL;
import static io.touchline.alerts.cases.CaseScene.OFFICER;
import static io.touchline.alerts.cases.CaseScene.PLANT;
import static io.touchline.alerts.cases.CaseScene.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.alerts.Records;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.cases.Decision;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Flag;
import io.touchline.domain.cases.Ground;
import io.touchline.domain.cases.Outcome;
import io.touchline.domain.cases.Signature.Signatory;
import io.touchline.domain.cases.Stage;
import io.touchline.domain.cases.Step;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.fixtures.TestPostgres;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What data and people bring into cases. */
class EnforcementIT {

  private static TestPostgres postgres;

  private CaseScene given;

  @BeforeAll
  static void startServer() {
    postgres = TestPostgres.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    postgres.close();
  }

  @BeforeEach
  void open() {
    given = new CaseScene(postgres.newDatabase());
  }

  @AfterEach
  void close() {
    given.close();
  }

  @Test
  void dayOverTheLimitBeginsOneCaseAndTheNextGoesIntoIt() {
    given.registered().exceeds("2026-01-04");
    given.exceeds("2026-01-04");
    given.exceeds("2026-01-06");

    given.is(Stage.SUSPECTED);
    assertThat(given.enforcement.list(OFFICER, CaseQuery.all()).cases()).hasSize(1);
    assertThat(given.view().events()).hasSize(2);
    assertThat(given.file().state().findings()).extracting(Finding::ground).containsOnly(Ground.L1);
  }

  @Test
  void hourOverTheLimitWarnsTheEnterpriseAndMakesNoCase() {
    given.registered().exceeds(Records.episode("MN1", at("2026-01-04"), 1, State.OPEN, "1"));

    assertThat(given.enforcement.list(OFFICER, CaseQuery.all()).cases()).isEmpty();
  }

  @Test
  void exceedanceOfAnOutletThatIsNotKnownYetWaitsForItsEnterprise() {
    given.exceeds("2026-01-04");
    assertThat(given.strings("select case_id from alerts.case_state")).isEmpty();

    given.registered();

    given.is(Stage.SUSPECTED);
  }

  @Test
  void measuredMassOverThePermittedAmountIsAGroundAndSubstitutedMassIsNone() {
    given.registered().total(total("a21026", 90, 20));
    assertThat(given.strings("select case_id from alerts.case_state")).isEmpty();

    given.total(total("a21026", 101, 20).withRevision(2));
    given.total(total("a21026", 105, 20).withRevision(3));

    assertThat(given.file().state().findings())
        .singleElement()
        .extracting(Finding::ground)
        .isEqualTo(Ground.P3);
    assertThat(given.view().events()).hasSize(1);
  }

  private static TotalRecord total(String factor, long mass, long substituted) {
    return TotalRecord.of(
        new Scope(Scope.Kind.ENTERPRISE, ENTERPRISE),
        factor,
        TotalPeriod.YEAR,
        at("2026-01-01"),
        mass,
        substituted,
        100L,
        1);
  }

  @Test
  void whatLooksLikeEvasionBeginsNoCaseByItselfButJoinsOne() {
    given
        .registered()
        .finds(
            Records.finding(
                "MN1",
                QualityRecord.Kind.SUSPECT_MARK_ABUSE,
                at("2026-01-02"),
                at("2026-01-03"),
                "0.95"));
    assertThat(given.strings("select case_id from alerts.case_state")).isEmpty();

    given.exceeds("2026-01-04");

    assertThat(given.file().state().findings())
        .extracting(Finding::ground)
        .containsExactly(Ground.L1, Ground.P1);
  }

  @Test
  void suspicionWhoseGroundIsWithdrawnIsClearedByItself() {
    given.registered().exceeds("2026-01-04");

    given.exceeds(Records.day("MN1", at("2026-01-04"), 2, State.WITHDRAWN, "1"));

    given.is(Stage.CLEAR);
    assertThat(given.view().events()).hasSize(2);
  }

  @Test
  void decisionWhoseGroundIsWithdrawnIsDisputedAndStands() {
    given.registered().limited();

    given.exceeds(Records.day("MN1", at("2026-01-04"), 2, State.WITHDRAWN, "1"));

    given.is(Stage.YELLOW_LIMIT);
    assertThat(given.file().flags()).containsExactly(Flag.DATA_DISPUTE);
  }

  @Test
  void episodeThatGoesOnAfterTheDecisionIsNoDispute() {
    given.registered().limited();
    ExceedanceRecord day = Records.day("MN1", at("2026-01-04"), 1, State.OPEN, "1");

    given.exceeds(Records.lasting(day, 2, 2));

    assertThat(given.file().flags()).isEmpty();
    given.is(Stage.YELLOW_LIMIT);
  }

  @Test
  void dismissedExceedanceThatComesAgainUnchangedStaysDismissed() {
    given.registered().exceeds("2026-01-04");
    given.does(OFFICER, new Step.WorkOrderIssued("li", given.today()));
    given.does(
        OFFICER,
        new Decision.Dismissed(
            given.signed(Signatory.OFFICER, "note 1"), Decision.CloseCode.DEVICE_FAULT, "A-1"));
    ExceedanceRecord day = Records.day("MN1", at("2026-01-04"), 1, State.OPEN, "1");

    given.exceeds(Records.day("MN1", at("2026-01-04"), 2, State.CLOSED, "1"));
    assertThat(given.enforcement.list(OFFICER, CaseQuery.all()).cases()).hasSize(1);

    given.exceeds(Records.lasting(day, 3, 3));
    assertThat(given.enforcement.list(OFFICER, CaseQuery.all()).cases()).hasSize(2);
    given.is(Stage.SUSPECTED);
  }

  @Test
  void everybodySeesTheirOwnAndEveryLookIsInTheLog() {
    given.registered().exceeds("2026-01-04");
    String id = given.caseId();

    for (Participant sees : java.util.List.of(OFFICER, HEAD, LEGAL, PLANT)) {
      assertThat(given.enforcement.list(sees, CaseQuery.all()).cases()).hasSize(1);
      assertThat(given.enforcement.one(sees, id)).isPresent();
    }
    assertThat(given.enforcement.list(ELSEWHERE, CaseQuery.all()).cases()).isEmpty();
    assertThat(given.enforcement.one(ELSEWHERE, id)).isEmpty();
    assertThat(
            given.enforcement.enter(
                ELSEWHERE, id, NewEvent.of(new Step.WorkOrderIssued("wu", given.today()))))
        .isInstanceOf(Answer.NotThere.class);
    assertThat(given.enforcement.accesses(LEGAL, id, 20))
        .extracting(line -> line.login() + " " + line.action())
        .contains("li READ", "plant READ", "wu NOT_SHOWN", "wu REFUSED", "touchline ENTERED");
  }

  @Test
  void filtersAndPagesFindWhatIsLookedFor() {
    given.registered().exceeds("2026-01-04");
    CaseQuery all = CaseQuery.all();

    assertThat(given.enforcement.list(OFFICER, all.in(Stage.SUSPECTED)).cases()).hasSize(1);
    assertThat(given.enforcement.list(OFFICER, all.in(Stage.RED)).cases()).isEmpty();
    assertThat(
            given.enforcement.list(OFFICER, all.dueBefore(LocalDate.parse("2026-01-20"))).cases())
        .isEmpty();
    assertThat(
            given.enforcement.list(OFFICER, all.dueBefore(LocalDate.parse("2026-01-21"))).cases())
        .hasSize(1);
    assertThatThrownBy(() -> given.enforcement.list(OFFICER, all.after("nonsense")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sameEventAgainChangesNothingAndAnotherUnderItsNameIsRefused() {
    given.registered().exceeds("2026-01-04");
    String id = given.caseId();
    NewEvent order =
        NewEvent.of(new Step.WorkOrderIssued("li", given.today())).named("order-1").on(1);

    assertThat(given.enforcement.enter(OFFICER, id, order)).isInstanceOf(Answer.Entered.class);
    given.on("2026-01-06");
    assertThat(given.enforcement.enter(OFFICER, id, order))
        .isInstanceOfSatisfying(Answer.Entered.class, done -> assertThat(done.already()).isTrue());
    assertThat(
            given.enforcement.enter(
                OFFICER,
                id,
                NewEvent.of(new Step.WorkOrderIssued("wang", given.today())).named("order-1")))
        .isInstanceOfSatisfying(
            Answer.AgainstTheRules.class,
            refused -> assertThat(refused.reason()).isEqualTo(Outcome.Reason.ID_TAKEN));
    assertThat(given.enforcement.enter(OFFICER, id, NewEvent.of(given.confirmed()).on(1)))
        .isInstanceOfSatisfying(
            Answer.Stale.class, stale -> assertThat(stale.version()).isEqualTo(2));
    assertThat(given.view().events()).hasSize(2);
  }

  @Test
  void enterpriseDecidesNothingAndAProposalIsNoDecision() {
    given.registered().exceeds("2026-01-04");
    given.verified();

    Answer answer =
        given.enter(
            PLANT, given.decided(io.touchline.domain.cases.Measure.LIMIT, "D", "L1@2015-01-01"));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.AgainstTheRules.class,
            refused -> assertThat(refused.reason()).isEqualTo(Outcome.Reason.NOT_BY_THEM));
    assertThat(given.view().proposal()).isNotNull();
    given.is(Stage.PROPOSED_YELLOW);
  }

  @Test
  void rowOfLawThatNobodyKnowsOrWithoutAReasonIsNotAdopted() {
    assertThatThrownBy(() -> given.enforcement.adopt(LEGAL, "P9@2026", true, "read"))
        .hasMessageContaining("P9@2026");
    assertThatThrownBy(() -> given.enforcement.adopt(LEGAL, "P4@2026-08-15", true, " "))
        .isInstanceOf(IllegalArgumentException.class);
    given.enforcement.adopt(LEGAL, "P4@2026-08-15", true, "read");
    assertThat(given.enforcement.law().adopted()).containsExactly("P4@2026-08-15");
    given.enforcement.adopt(LEGAL, "P4@2026-08-15", false, "misread");
    assertThat(given.enforcement.law().adopted()).isEmpty();
  }
}
