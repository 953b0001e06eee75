package io.touchline.domain.cases;

import static io.touchline.domain.cases.CaseFixture.ENTERPRISE;
import static io.touchline.domain.cases.CaseFixture.ENTERPRISE_USER;
import static io.touchline.domain.cases.CaseFixture.OFFICER;
import static io.touchline.domain.cases.CaseFixture.RULE;
import static io.touchline.domain.cases.CaseFixture.SYSTEM;
import static io.touchline.domain.cases.CaseFixture.day;
import static io.touchline.domain.cases.CaseFixture.exceedance;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.calendar.WorkingDays;
import io.touchline.domain.cases.Signature.Signatory;
import io.touchline.domain.cases.Step.Milestone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The whole way of a case on an injected clock: exceeds, verified, yellow with a limit, still
 * exceeding, stop, filed, follow-up, the same violation, proposed red, the government's number, the
 * list. Once with every duty done in time, once with every one missed.
 */
class StoryTest {

  /** The filing term of 2023 is of second hand; this office has read it and adopted it. */
  private static final Law LAW = Law.adopting("D18@2023-07-01", "D18+@2023-07-01");

  private static final Map<String, Register> REGISTRY =
      Map.of(
          ENTERPRISE,
          new Register(
              ENTERPRISE,
              "某某化工有限公司",
              "P-63-1",
              "chemicals",
              "630100",
              "西宁市",
              "城中区",
              Map.of("MN1", "1# stack"),
              "西宁市生态环境局",
              "0971-0000000"));

  private final CaseFixture given = new CaseFixture();
  private final List<Facts.Exceedance> exceedances = new ArrayList<>();

  @Test
  void everyDutyInTime() {
    // exceed → verify → yellow (limit)
    given.on("2026-01-05");
    exceeds("2026-01-04", "70");
    given
        .does(SYSTEM, new Step.WorkOrderIssued("officer Li", day("2026-01-07")))
        .is(Stage.VERIFYING);
    assertDue(Duty.D18, Due.State.RUNNING, "2026-01-20");
    given.on("2026-01-20").does(OFFICER, given.confirmed()).is(Stage.PROPOSED_YELLOW);
    assertDue(Duty.D18, Due.State.MET, "2026-01-20");
    given.on("2026-01-26").does(OFFICER, given.decided(Measure.LIMIT, "D-1", "L1@2015-01-01"));
    given.is(Stage.YELLOW_LIMIT);
    for (Duty duty : List.of(Duty.D1, Duty.D2, Duty.D3, Duty.D4)) {
      assertDue(duty, Due.State.MET, null);
    }
    assertDue(Duty.D5, Due.State.RUNNING, "2026-02-04");
    given.on("2026-02-04").served();
    assertDue(Duty.D5, Due.State.MET, "2026-02-04");
    given.recorded(Milestone.DECISION_PUBLISHED).recorded(Milestone.SUPERVISED);
    given.recorded(Milestone.CORRECTION_ORDER_SERVED);
    given.on("2026-02-11").recorded(Milestone.INTERIM_REPORT);
    // the new year's holidays do not count, the made-up Saturdays do
    assertDue(Duty.D8, Due.State.RUNNING, "2026-03-03");
    given.on("2026-03-03").does(ENTERPRISE_USER, given.plan());
    assertDue(Duty.D8, Due.State.MET, "2026-03-03");
    given.on("2026-03-06").recorded(Milestone.RECHECKED);
    assertDue(Duty.D19, Due.State.MET, "2026-03-06");
    assertDue(Duty.D6, Due.State.RUNNING, "2026-05-04");
    assertDue(Duty.D9, Due.State.ONGOING, null);

    // still exceeding → stop
    given.on("2026-03-11");
    exceeds("2026-03-10", "80");
    given.is(Stage.PROPOSED_YELLOW);
    assertDue(Duty.D9, Due.State.MISSED, null);
    assertThat(((ProposedYellow) given.file.state()).proposal().measure()).isEqualTo(Measure.STOP);
    given.on("2026-03-16").does(OFFICER, given.decided(Measure.STOP, "D-2", "P4@2015-01-01"));
    given.is(Stage.YELLOW_STOP);
    given.on("2026-03-25").served();
    assertDue(Duty.D5, Due.State.MET, "2026-03-25");
    assertDue(Duty.D7, Due.State.ONGOING, null);
    given.on("2026-04-16").does(ENTERPRISE_USER, given.plan());
    assertDue(Duty.D8, Due.State.MET, "2026-04-16");

    // filed → follow-up → same violation
    given.on("2026-05-22").does(ENTERPRISE_USER, given.completed(day("2026-04-29")));
    given.is(Stage.RELEASED_WATCH);
    assertDue(Duty.D10, Due.State.MET, "2026-05-22");
    assertDue(Duty.D11, Due.State.MET, null);
    assertDue(Duty.D7, Due.State.MET, null);
    assertDue(Duty.D14, Due.State.RUNNING, "2026-06-22");
    given.on("2026-06-22").does(OFFICER, followUp(Step.Found.SAME_VIOLATION));
    assertDue(Duty.D14, Due.State.MET, "2026-06-22");

    // red proposal → government number → list
    given.on("2026-06-23").does(OFFICER, closure()).is(Stage.PROPOSED_RED);
    assertThat(list("2026-06-30").rows())
        .singleElement()
        .extracting(ListRow::colour, ListRow::measure, ListRow::status)
        .containsExactly(Stage.Card.YELLOW, Measure.STOP, IssuedCard.Status.RELEASED);
    given
        .on("2026-06-29")
        .does(
            OFFICER, new Decision.ClosureDecided(given.signed(Signatory.GOVERNMENT, "宁政〔2026〕9号")));
    given.is(Stage.RED);
    assertDue(Duty.D12, Due.State.MET, null);
    given.on("2027-03-15").recorded(Milestone.ANNUAL_REPORT);
    assertDue(Duty.D17, Due.State.MET, "2027-03-15");
    assertDue(Duty.D16, Due.State.MET, null);
    assertDue(Duty.D15, Due.State.MET, null);
    assertThat(list("2026-06-30").rows())
        .singleElement()
        .extracting(ListRow::colour, ListRow::decision, ListRow::status, ListRow::exceedingDays)
        .containsExactly(Stage.Card.RED, "宁政〔2026〕9号", IssuedCard.Status.CLOSED, 3);
    assertThat(dues()).extracting(Due::state).doesNotContain(Due.State.MISSED, Due.State.MET_LATE);
  }

  @Test
  void everyDutyMissed() {
    given.on("2026-01-05");
    exceeds("2026-01-04", "70");
    given.does(SYSTEM, new Step.WorkOrderIssued("officer Li", day("2026-01-07")));
    given.on("2026-01-21");
    assertDue(Duty.D18, Due.State.MISSED, "2026-01-20");
    // D1 to D4: a decision without them is refused, so nobody can have missed them
    assertThat(given.by(OFFICER, new Step.Confirmed("filing 1", given.today(), List.of())))
        .isInstanceOf(Outcome.Refused.class);
    given.does(OFFICER, given.confirmed());
    assertDue(Duty.D18, Due.State.MET_LATE, "2026-01-20");
    Decision.YellowDecided whole = given.decided(Measure.LIMIT, "D-1", "L1@2015-01-01");
    for (Decision.YellowDecided wanting :
        List.of(
            without(whole, null, whole.toldOn(), whole.parts()),
            without(whole, whole.approval(), null, whole.parts()),
            without(whole, whole.approval(), whole.toldOn(), List.of()))) {
      assertThat(given.by(OFFICER, wanting)).isInstanceOf(Outcome.Refused.class);
    }
    given.on("2026-01-26").does(OFFICER, given.decided(Measure.LIMIT, "D-1", "L1@2015-01-01"));
    given.on("2026-02-05");
    assertDue(Duty.D5, Due.State.MISSED, "2026-02-04");
    given.served();
    assertDue(Duty.D5, Due.State.MET_LATE, "2026-02-04");
    assertDue(Duty.D13, Due.State.ONGOING, null);
    assertDue(Duty.D15, Due.State.ONGOING, null);
    given.recorded(Milestone.CORRECTION_ORDER_SERVED);

    given.on("2026-03-10");
    assertDue(Duty.D16, Due.State.MISSED, "2026-02-12");
    assertDue(Duty.D8, Due.State.MISSED, "2026-03-04");
    assertDue(Duty.D19, Due.State.MISSED, "2026-03-09");
    given.does(ENTERPRISE_USER, given.plan());
    assertDue(Duty.D8, Due.State.MET_LATE, "2026-03-04");
    given.recorded(Milestone.INTERIM_REPORT).recorded(Milestone.RECHECKED);
    assertDue(Duty.D16, Due.State.MET_LATE, "2026-02-12");
    assertDue(Duty.D19, Due.State.MET_LATE, "2026-03-09");
    given.on("2026-03-12");
    exceeds("2026-03-11", "80");
    assertDue(Duty.D9, Due.State.MISSED, null);
    given.does(
        OFFICER, new Decision.NotApproved(given.signed(Signatory.HEAD, "N-1"), "one day only"));

    given.on("2026-05-06");
    assertDue(Duty.D6, Due.State.MISSED, "2026-05-05");
    given.on("2026-06-22").does(ENTERPRISE_USER, given.completed(day("2026-05-28")));
    assertDue(Duty.D10, Due.State.MET_LATE, "2026-06-18");
    assertDue(Duty.D6, Due.State.MET_LATE, "2026-05-05");
    given.on("2026-07-23");
    assertDue(Duty.D14, Due.State.MISSED, "2026-07-22");
    given.does(OFFICER, followUp(Step.Found.PASSED));
    assertDue(Duty.D14, Due.State.MET_LATE, "2026-07-22");
    given.on("2027-03-16");
    assertDue(Duty.D17, Due.State.MISSED, "2027-03-15");
  }

  @Test
  void afterTheCodeNobodyIsToldThatTheyMissedATermOfAnOrderWhoseFateIsOpen() {
    given.on("2026-09-07").limited();
    given.on("2026-09-21");
    assertDue(Duty.D5, Due.State.NEEDS_CHECK, "2026-09-16");

    assertThat(
            Dues.of(given.file, Law.adopting("D5@2026-08-15"), WorkingDays.standard(), given.now))
        .filteredOn(due -> due.duty() == Duty.D5)
        .extracting(Due::state)
        .containsExactly(Due.State.MISSED);
  }

  @Test
  void termThatEndsInAYearWithoutNoticeHasNoEndYet() {
    given.on("2026-12-14").limited();

    assertDue(Duty.D5, Due.State.END_NOT_KNOWN, null);
    given.on("2026-12-16").served();
    assertDue(Duty.D5, Due.State.MET, null);
  }

  @Test
  void duesComeOutTheSameFromTheStoredEvents() {
    given.limited().served().on("2026-03-20");

    CaseFile restored =
        CaseFile.fold(given.file.history().stream().map(CaseFile.Entry::event).toList());

    assertThat(Dues.of(restored, LAW, WorkingDays.standard(), given.now)).isEqualTo(dues());
  }

  private void exceeds(String on, String worst) {
    exceedances.add(exceedance(on, worst, 1));
    Facts facts =
        Facts.of(ENTERPRISE, "630102").withExceedances(exceedances).under(given.file.state());
    List<Finding> now = Detecting.in(facts, LAW).findings();
    LateTruth.of(given.file, now, "live").stream()
        .filter(Detection.Detected.class::isInstance)
        .forEach(found -> given.does(SYSTEM, found));
  }

  private Step.FollowedUp followUp(Step.Found found) {
    return new Step.FollowedUp(given.today(), found, "record 9");
  }

  private static Step.ClosureProposed closure() {
    return new Step.ClosureProposed(Ground.C3, RULE, "C3@2015-01-01", false, "record 9");
  }

  private static Decision.YellowDecided without(
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
        null,
        null,
        of.lawRows(),
        of.adopted());
  }

  private CardList.Content list(String inQuarterOf) {
    return CardList.draft(
            "630100",
            ListPeriod.of(ListPeriod.Kind.QUARTER, day(inQuarterOf)),
            given.now,
            List.of(given.file),
            REGISTRY)
        .content();
  }

  private List<Due> dues() {
    return Dues.of(given.file, LAW, WorkingDays.standard(), given.now);
  }

  private void assertDue(Duty duty, Due.State state, String last) {
    assertThat(dues())
        .as("%s on %s", duty, ChinaTime.date(given.now))
        .filteredOn(due -> due.duty() == duty)
        .singleElement()
        .satisfies(
            due -> {
              assertThat(due.state()).as("%s", due).isEqualTo(state);
              if (last != null) {
                assertThat(due.last()).isEqualTo(last);
              }
            });
  }
}
