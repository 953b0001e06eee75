package io.touchline.domain.cases;

import static io.touchline.domain.cases.CaseFixture.ENTERPRISE_USER;
import static io.touchline.domain.cases.CaseFixture.OFFICER;
import static io.touchline.domain.cases.CaseFixture.SYSTEM;
import static io.touchline.domain.cases.CaseFixture.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.cases.Decision.CloseCode;
import io.touchline.domain.cases.Outcome.Reason;
import io.touchline.domain.cases.Signature.Signatory;
import io.touchline.domain.cases.Step.Milestone;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseFileTest {

  private final CaseFixture given = new CaseFixture();

  @Test
  void findingOpensACaseAndAWorkOrderHasItVerified() {
    given.verifying().is(Stage.VERIFYING);
  }

  @Test
  void dismissalNeedsACodeAndProof() {
    given.verifying();

    refused(
        given.by(
            OFFICER,
            new Decision.Dismissed(
                given.signed(Signatory.OFFICER, "note 1"), CloseCode.DEVICE_FAULT, " ")),
        Reason.INCOMPLETE);
    given
        .does(
            OFFICER,
            new Decision.Dismissed(
                given.signed(Signatory.OFFICER, "note 1"), CloseCode.DEVICE_FAULT, "photo 1"))
        .is(Stage.CLEAR);
  }

  @Test
  void softwareCanBringNoDecisionWhateverItSigns() {
    given.proposed();

    refused(
        given.by(SYSTEM, given.decided(Measure.LIMIT, "D-1", "L1@2015-01-01")), Reason.NOT_BY_THEM);
    assertThat(given.file.state().stage()).isEqualTo(Stage.PROPOSED_YELLOW);
  }

  @ParameterizedTest
  @EnumSource(Happening.class)
  void everyDecisionIsOutOfTheSoftwaresHand(Happening happening) {
    assertThat(Transition.all())
        .filteredOn(row -> row.happening() == happening)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.hand().roles().contains(Role.SYSTEM))
                  .isEqualTo(row.hand() == Transition.Hand.BY_ITSELF);
              assertThat(happening.isDecision() && row.hand().signatories().isEmpty()).isFalse();
              assertThat(happening.isDecision() && row.hand().roles().contains(Role.SYSTEM))
                  .isFalse();
            });
  }

  @Test
  void officerCannotSignForTheHead() {
    given.proposed();
    Decision.YellowDecided decided = given.decided(Measure.LIMIT, "D-1", "L1@2015-01-01");

    refused(
        given.by(
            OFFICER,
            new Decision.YellowDecided(
                given.signed(Signatory.OFFICER, "D-1"),
                decided.measure(),
                decided.number(),
                decided.approval(),
                decided.major(),
                decided.toldOn(),
                decided.parts(),
                decided.months(),
                null,
                null,
                decided.lawRows(),
                decided.adopted())),
        Reason.NOT_BY_THEM);
  }

  @Test
  void majorCaseNeedsCollectiveReview() {
    given.proposed();

    refused(given.by(OFFICER, major(Signatory.HEAD)), Reason.NOT_BY_THEM);
    given.does(OFFICER, major(Signatory.COLLECTIVE)).is(Stage.YELLOW_LIMIT);
  }

  private Decision.YellowDecided major(Signatory signatory) {
    Decision.YellowDecided plain = given.decided(Measure.LIMIT, "D-1", "L1@2015-01-01");
    return new Decision.YellowDecided(
        given.signed(signatory, "D-1"),
        plain.measure(),
        plain.number(),
        plain.approval(),
        true,
        plain.toldOn(),
        plain.parts(),
        plain.months(),
        null,
        null,
        plain.lawRows(),
        plain.adopted());
  }

  @Test
  void decisionWithoutApprovalNoticeOrDocumentIsRefused() {
    given.proposed();
    Decision.YellowDecided whole = given.decided(Measure.LIMIT, "D-1", "L1@2015-01-01");

    refused(given.by(OFFICER, with(whole, null, whole.toldOn(), whole.parts())), Reason.INCOMPLETE);
    refused(
        given.by(OFFICER, with(whole, whole.approval(), null, whole.parts())), Reason.INCOMPLETE);
    refused(
        given.by(OFFICER, with(whole, whole.approval(), given.today().plusDays(1), whole.parts())),
        Reason.INCOMPLETE);
    refused(
        given.by(
            OFFICER, with(whole, whole.approval(), whole.toldOn(), whole.parts().subList(0, 4))),
        Reason.INCOMPLETE);
    given.is(Stage.PROPOSED_YELLOW);
  }

  private static Decision.YellowDecided with(
      Decision.YellowDecided of,
      String approval,
      LocalDate toldOn,
      List<Decision.DocumentPart> parts) {
    return new Decision.YellowDecided(
        of.signature(),
        of.measure(),
        of.number(),
        approval,
        of.major(),
        toldOn,
        parts,
        of.months(),
        of.spared(),
        of.departure(),
        of.lawRows(),
        of.adopted());
  }

  @Test
  void stopNeedsAGroundOfAStopAndADepartureItsReason() {
    given.proposed();
    refused(
        given.by(OFFICER, given.decided(Measure.STOP, "D-1", "P3@2015-01-01")), Reason.INCOMPLETE);

    CaseFixture other = new CaseFixture();
    other.proposed(finding(Ground.P3, "2026-01-04"));
    refused(
        other.by(OFFICER, other.decided(Measure.LIMIT, "D-1", "L1@2015-01-01")),
        Reason.DEPARTS_WITHOUT_REASON);
  }

  @Test
  void decisionOnARowThatWasNotSeenMustNameItAsAdopted() {
    given.on("2026-09-01").proposed();

    refused(
        given.by(OFFICER, given.decided(Measure.LIMIT, "D-1", "L2@2026-08-15")),
        Reason.LAW_NOT_SEEN);
    given
        .does(
            OFFICER,
            given.decided(Measure.LIMIT, "D-1", 3, List.of("L2@2026-08-15"), "L2@2026-08-15"))
        .is(Stage.YELLOW_LIMIT);
  }

  @Test
  void findingOfARowThatWasNotInForceOpensNothing() {
    Finding old = finding(Ground.L1, "2026-01-04");
    Finding wrong =
        new Finding(
            old.id(),
            old.ground(),
            List.of("L1@2026-08-15"),
            List.of(),
            old.subject(),
            old.factor(),
            old.rule(),
            old.from(),
            old.to(),
            old.worst(),
            old.limit(),
            old.times(),
            3,
            1,
            old.evidenceHash(),
            "");

    refused(given.by(SYSTEM, new Detection.Detected(wrong)), Reason.LAW_NOT_SEEN);
  }

  @Test
  void limitIsPutOffOnceAndBeforeItEnds() {
    given.limited().served();
    assertThat(given.file.state().yellow().orElseThrow().limitEnds()).isEqualTo("2026-04-05");

    refused(given.by(OFFICER, extension(4)), Reason.INCOMPLETE);
    given.on("2026-04-05").does(OFFICER, extension(3));
    assertThat(given.file.state().yellow().orElseThrow().limitEnds()).isEqualTo("2026-07-05");
    refused(given.by(OFFICER, extension(1)), Reason.TOO_LATE);

    CaseFixture late = new CaseFixture();
    late.limited().served().on("2026-04-06");
    refused(
        late.by(
            OFFICER,
            new Decision.LimitExtended(late.signed(Signatory.HEAD, "E-1"), 1, "parts are late")),
        Reason.TOO_LATE);
  }

  private Decision.LimitExtended extension(int months) {
    return new Decision.LimitExtended(
        given.signed(Signatory.HEAD, "E-1"), months, "parts are late");
  }

  @Test
  void exceedanceOnTheDayAfterServiceOfALimitProposesAStopAndLeavesTheCard() {
    given.limited().served();

    given.detected(finding(Ground.P4, "2026-01-05")).is(Stage.YELLOW_LIMIT);
    given.detected(finding(Ground.P4, "2026-01-06")).is(Stage.PROPOSED_YELLOW);
    assertThat(given.file.state().card()).isEqualTo(Stage.Card.YELLOW);
    given
        .does(
            OFFICER,
            new Decision.NotApproved(given.signed(Signatory.HEAD, "N-1"), "meter was broken"))
        .is(Stage.YELLOW_LIMIT);
  }

  @Test
  void completionReleasesOnTheDayOfFilingAlsoBeneathAProposal() {
    given.limited().served().detected(finding(Ground.P4, "2026-01-06")).on("2026-01-20").released();

    given.is(Stage.PROPOSED_YELLOW);
    given.does(OFFICER, new Decision.NotApproved(given.signed(Signatory.HEAD, "N-1"), "put right"));
    assertThat(given.file.state())
        .isInstanceOfSatisfying(
            ReleasedWatch.class, watch -> assertThat(watch.releasedOn()).isEqualTo("2026-01-20"));
  }

  @Test
  void filingThatLacksAPartReleasesNothing() {
    given.stopped().served();

    refused(
        given.by(
            ENTERPRISE_USER,
            new Step.CompletionFiled(
                given.today(),
                given.today(),
                List.of(Step.CompletionPart.MONITORING_REPORT, Step.CompletionPart.DISCLOSURE))),
        Reason.INCOMPLETE);
    given.is(Stage.YELLOW_STOP);
  }

  @Test
  void planNeedsServiceAllFourPartsAndALink() {
    given.stopped();
    refused(given.by(ENTERPRISE_USER, given.plan()), Reason.TOO_EARLY);
    given.served();

    refused(
        given.by(
            ENTERPRISE_USER,
            new Step.PlanFiled(given.today(), List.of(Step.PlanPart.FUNDS), "https://x")),
        Reason.INCOMPLETE);
    given.does(ENTERPRISE_USER, given.plan());
    assertThat(given.file.state().yellow().orElseThrow().progress())
        .isEqualTo(YellowCard.Progress.RECTIFYING);
  }

  @Test
  void cardIsRemovedAfterAFollowUpThatPassedAndNotBefore() {
    given.stopped().served().released();
    Decision.CardRemoved removal =
        new Decision.CardRemoved(given.signed(Signatory.OFFICER, "R-1"), true, "application 1");

    refused(given.by(OFFICER, removal), Reason.TOO_EARLY);
    given.does(OFFICER, followUp(Step.Found.PASSED));
    given.does(OFFICER, new Step.FilingDefective("no water figures"));
    refused(given.by(OFFICER, removal), Reason.INCOMPLETE);
    given.does(ENTERPRISE_USER, given.completed(given.today()));
    refused(
        given.by(
            OFFICER, new Decision.CardRemoved(given.signed(Signatory.OFFICER, "R-1"), true, null)),
        Reason.INCOMPLETE);
    given.does(OFFICER, removal).is(Stage.CLEAR);
  }

  private Step.FollowedUp followUp(Step.Found found) {
    return new Step.FollowedUp(given.today(), found, "record 1");
  }

  @Test
  void sameViolationAfterAStopIsForTheGovernmentAndAfterALimitIsNot() {
    given.stopped().served().released();
    refused(given.by(OFFICER, closure(Ground.C3)), Reason.TOO_EARLY);
    given.does(OFFICER, followUp(Step.Found.SAME_VIOLATION));
    given.does(OFFICER, closure(Ground.C3)).is(Stage.PROPOSED_RED);
    assertThat(given.file.state().card()).isEqualTo(Stage.Card.YELLOW);

    CaseFixture limit = new CaseFixture();
    limit.limited().served().released().does(OFFICER, followUp(Step.Found.SAME_VIOLATION));
    refused(limit.by(OFFICER, closure(Ground.C3)), Reason.NOT_FROM_HERE);
  }

  private static Step.ClosureProposed closure(Ground ground) {
    return new Step.ClosureProposed(
        ground, CaseFixture.RULE, ground + "@2015-01-01", false, "record 1");
  }

  @Test
  void brokenStopIsForTheGovernmentOnceItWasServed() {
    given.stopped();
    refused(given.by(OFFICER, closure(Ground.C2)), Reason.TOO_EARLY);
    given.served().does(OFFICER, closure(Ground.C2)).is(Stage.PROPOSED_RED);
  }

  @Test
  void governmentClosesOrDeclinesAndACourtBringsBackWhatWas() {
    given.stopped().served().does(OFFICER, closure(Ground.C2));
    given
        .does(
            OFFICER,
            new Decision.ClosureDeclined(given.signed(Signatory.GOVERNMENT, "G-1"), "mend first"))
        .is(Stage.YELLOW_STOP);
    given.does(OFFICER, closure(Ground.C2));
    given
        .does(OFFICER, new Decision.ClosureDecided(given.signed(Signatory.GOVERNMENT, "G-2")))
        .is(Stage.RED);
    given
        .does(
            OFFICER,
            new Decision.DecisionCancelled(
                given.signed(Signatory.LEGAL_OFFICER, "L-1"), "G-2", "ruling 7"))
        .is(Stage.YELLOW_STOP);
    given
        .does(
            OFFICER,
            new Decision.DecisionCancelled(
                given.signed(Signatory.LEGAL_OFFICER, "L-2"), "D-1", "ruling 8"))
        .is(Stage.CLEAR);
  }

  @Test
  void headCannotCloseAnEnterprise() {
    given.stopped().served().does(OFFICER, closure(Ground.C2));

    refused(
        given.by(OFFICER, new Decision.ClosureDecided(given.signed(Signatory.HEAD, "G-2"))),
        Reason.NOT_BY_THEM);
  }

  @Test
  void lateMarkClearsASuspicionEmptiesAVerificationAndDisputesADecision() {
    Finding finding = finding(Ground.L1, "2026-01-04");
    Detection.TruthChanged gone =
        new Detection.TruthChanged(finding.id(), null, "mark MAINTENANCE of 2026-01-06");

    given.detected(finding).does(SYSTEM, gone).is(Stage.CLEAR);

    CaseFixture verifying = new CaseFixture();
    verifying.verifying().does(SYSTEM, gone).is(Stage.VERIFYING);
    refused(verifying.by(OFFICER, verifying.confirmed()), Reason.INCOMPLETE);

    CaseFixture decided = new CaseFixture();
    decided.limited();
    CaseState before = decided.file.state();
    decided.does(SYSTEM, gone);
    assertThat(decided.file.state()).isEqualTo(before);
    assertThat(decided.file.flags()).containsExactly(Flag.DATA_DISPUTE);
  }

  @Test
  void proposalWithoutAGroundLeftCannotBeDecided() {
    given.proposed();
    given.does(
        SYSTEM,
        new Detection.TruthChanged(finding(Ground.L1, "2026-01-04").id(), null, "late mark"));

    refused(
        given.by(OFFICER, given.decided(Measure.LIMIT, "D-1", "L1@2015-01-01")), Reason.INCOMPLETE);
  }

  @Test
  void sameEventAgainChangesNothingAndAnotherOfItsNameIsRefused() {
    Finding finding = finding(Ground.L1, "2026-01-04");
    given.by(SYSTEM, "x", new Detection.Detected(finding));
    CaseFile once = given.file;

    assertThat(given.by(SYSTEM, "x", new Detection.Detected(finding)))
        .isInstanceOf(Outcome.Known.class);
    assertThat(given.file).isEqualTo(once);
    refused(
        given.by(SYSTEM, "x", new Detection.Detected(finding(Ground.L2, "2026-01-04"))),
        Reason.ID_TAKEN);
  }

  @Test
  void eventWithoutLawOrEvidenceOrFromBeforeIsRefused() {
    given.verifying();
    CaseEvent whole = given.event(OFFICER, "x", given.confirmed());

    for (CaseEvent wanting :
        List.of(
            new CaseEvent(
                whole.caseId(),
                "x",
                whole.enterprise(),
                whole.at(),
                OFFICER,
                "",
                whole.evidenceHash(),
                whole.what()),
            new CaseEvent(
                whole.caseId(),
                "x",
                whole.enterprise(),
                whole.at(),
                OFFICER,
                "law",
                "abc",
                whole.what()))) {
      refused(given.file.on(wanting).outcome(), Reason.INCOMPLETE);
    }
    given.on("2026-01-04");
    refused(given.by(OFFICER, given.confirmed()), Reason.OUT_OF_ORDER);
  }

  @Test
  void whatHasNoPlaceIsRefusedWithWhatIsPossible() {
    Outcome outcome = given.by(OFFICER, given.confirmed());

    refused(outcome, Reason.NOT_FROM_HERE);
    assertThat(((Outcome.Refused) outcome).text())
        .contains("CONFIRMED does not happen in CLEAR")
        .contains("possible now: [DETECTED");
  }

  @Test
  void enterpriseFilesReportsAndRecordsNoService() {
    given.stopped();

    refused(
        given.by(
            ENTERPRISE_USER,
            new Step.Recorded(Milestone.DECISION_SERVED, given.today(), "receipt")),
        Reason.NOT_BY_THEM);
    given.served();
    given.does(
        ENTERPRISE_USER, new Step.Recorded(Milestone.INTERIM_REPORT, given.today(), "report"));
  }

  @Test
  void serviceBeforeTheDecisionOrTwiceIsRefused() {
    given.stopped();
    refused(
        given.by(
            OFFICER,
            new Step.Recorded(Milestone.DECISION_SERVED, given.today().minusDays(1), "receipt")),
        Reason.TOO_EARLY);
    given.served();
    refused(
        given.by(OFFICER, new Step.Recorded(Milestone.DECISION_SERVED, given.today(), "receipt")),
        Reason.TOO_LATE);
  }

  @Test
  void sparedEnterpriseIsWatchedOnceItsRectificationIsAccepted() {
    given.spared().served();
    given
        .does(
            OFFICER,
            new Decision.RectificationAccepted(
                given.signed(Signatory.OFFICER, "A-1"), "inspection 1"))
        .is(Stage.RELEASED_WATCH);
  }

  @Test
  void closedOneEndsWithItsPermitAndNothingHappensAfter() {
    given.stopped().served().does(OFFICER, closure(Ground.C2));
    given.does(OFFICER, new Decision.ClosureDecided(given.signed(Signatory.GOVERNMENT, "G-1")));
    given
        .does(OFFICER, new Decision.PermitRevoked(given.signed(Signatory.PERMIT_AUTHORITY, "P-1")))
        .is(Stage.TERMINATED);

    refused(
        given.by(SYSTEM, new Detection.Detected(finding(Ground.L1, "2026-01-06"))),
        Reason.NOT_FROM_HERE);
  }

  @Test
  void foldOfTheEventsIsTheCase() {
    given.limited().served().detected(finding(Ground.P4, "2026-01-06"));
    List<CaseEvent> events = given.file.history().stream().map(CaseFile.Entry::event).toList();

    assertThat(CaseFile.fold(events)).isEqualTo(given.file);
    assertThatThrownBy(() -> CaseFile.fold(events.subList(1, events.size())))
        .hasMessageContaining("does not happen in CLEAR");
  }

  @Test
  void secondCaseOfAnEnterpriseWithAnOpenOneIsRefused() {
    Finding finding = finding(Ground.L1, "2026-01-04");
    CaseBook book =
        CaseBook.empty().on(given.event(SYSTEM, "a", new Detection.Detected(finding))).book();
    CaseEvent second =
        new CaseEvent(
            "C-2",
            "b",
            CaseFixture.ENTERPRISE,
            given.now,
            SYSTEM,
            "L1",
            CaseFixture.HASH,
            new Detection.Detected(finding));

    refused(book.on(second).outcome(), Reason.CARD_OPEN);
    assertThat(book.openCaseOf(CaseFixture.ENTERPRISE)).isPresent();
  }

  @Test
  void flagsAreRaisedAndLoweredWithASignature() {
    given.limited();
    given.does(OFFICER, flag(true));
    assertThat(given.file.flags()).containsExactly(Flag.LISTED_SUPERVISION);
    given.does(OFFICER, flag(false));
    assertThat(given.file.flags()).isEmpty();
  }

  private Decision.FlagSet flag(boolean raised) {
    return new Decision.FlagSet(
        given.signed(Signatory.HEAD, "S-1"), Flag.LISTED_SUPERVISION, raised, "two quarters");
  }

  private static void refused(Outcome outcome, Reason reason) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> {
              assertThat(refused.reason()).as(refused.text()).isEqualTo(reason);
              assertThat(refused.instead()).isNotBlank();
            });
  }
}
