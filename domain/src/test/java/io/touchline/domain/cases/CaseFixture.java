package io.touchline.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.FrameRef;
import io.touchline.domain.cases.Decision.DocumentPart;
import io.touchline.domain.cases.Signature.Signatory;
import io.touchline.domain.cases.Step.Milestone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A case that goes its way on a clock of its own. */
final class CaseFixture {

  static final String CASE = "C-2026-0001";
  static final String ENTERPRISE = "91630000MA7XXXXX1A";
  static final String MN = "MN1";
  static final String RULE = "a21026/DAY/CONVERTED/permit/table 3/35/2020-01-01";
  static final String HASH = "ab".repeat(32);
  static final Actor SYSTEM = new Actor(Role.SYSTEM, "case engine");
  static final Actor OFFICER = new Actor(Role.OFFICER, "officer Li");
  static final Actor ENTERPRISE_USER = new Actor(Role.ENTERPRISE, "plant manager");

  CaseFile file = CaseFile.open(CASE, ENTERPRISE);
  Instant now = at("2026-01-05");
  private int events;

  static Instant at(String day) {
    return ChinaTime.parse(day + "T09:00:00+08:00");
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  CaseFixture on(String day) {
    now = at(day);
    return this;
  }

  LocalDate today() {
    return ChinaTime.date(now);
  }

  Outcome by(Actor actor, What what) {
    return by(actor, "e" + ++events, what);
  }

  Outcome by(Actor actor, String eventId, What what) {
    CaseFile.Result result = file.on(event(actor, eventId, what));
    file = result.file();
    return result.outcome();
  }

  CaseEvent event(Actor actor, String eventId, What what) {
    return new CaseEvent(CASE, eventId, ENTERPRISE, now, actor, "law of the day", HASH, what);
  }

  CaseFixture does(Actor actor, What what) {
    Outcome outcome = by(actor, what);
    assertThat(outcome)
        .as(outcome instanceof Outcome.Refused refused ? refused.text() : "")
        .isInstanceOf(Outcome.Moved.class);
    return this;
  }

  CaseFixture is(Stage stage) {
    assertThat(file.state().stage()).isEqualTo(stage);
    return this;
  }

  CaseFixture detected(Finding finding) {
    return does(SYSTEM, new Detection.Detected(finding));
  }

  CaseFixture verifying() {
    return detected(finding(Ground.L1, "2026-01-04"))
        .does(SYSTEM, new Step.WorkOrderIssued("officer Li", today().plusDays(2)));
  }

  CaseFixture proposed(Finding... more) {
    verifying();
    for (Finding finding : more) {
      detected(finding);
    }
    return does(OFFICER, confirmed());
  }

  Step.Confirmed confirmed() {
    return new Step.Confirmed("filing 1", today(), List.of(Step.Evidence.MONITORING_REPORT));
  }

  CaseFixture limited() {
    return proposed().does(OFFICER, decided(Measure.LIMIT, "D-1", "L1@2015-01-01"));
  }

  CaseFixture stopped() {
    return proposed(finding(Ground.P3, "2026-01-04"))
        .does(OFFICER, decided(Measure.STOP, "D-1", "P3@2015-01-01"));
  }

  CaseFixture spared() {
    return proposed(finding(Ground.P3, "2026-01-04"))
        .does(OFFICER, decided(Measure.EXEMPT, "D-1", "X@2015-01-01"));
  }

  CaseFixture served() {
    return recorded(Milestone.DECISION_SERVED);
  }

  CaseFixture recorded(Milestone milestone) {
    return does(OFFICER, new Step.Recorded(milestone, today(), "receipt"));
  }

  CaseFixture released() {
    return does(ENTERPRISE_USER, plan()).does(ENTERPRISE_USER, completed(today()));
  }

  Step.PlanFiled plan() {
    return new Step.PlanFiled(today(), List.of(Step.PlanPart.values()), "https://example.org/plan");
  }

  Step.CompletionFiled completed(LocalDate finished) {
    return new Step.CompletionFiled(finished, today(), List.of(Step.CompletionPart.values()));
  }

  Decision.YellowDecided decided(Measure measure, String number, String... rows) {
    return decided(measure, number, measure == Measure.LIMIT ? 3 : null, List.of(), rows);
  }

  Decision.YellowDecided decided(
      Measure measure, String number, Integer months, List<String> adopted, String... rows) {
    return new Decision.YellowDecided(
        signed(Signatory.HEAD, number),
        measure,
        number,
        "approval 1",
        false,
        today().minusDays(1),
        List.of(DocumentPart.values()),
        months,
        measure == Measure.EXEMPT ? "sewage plant of the town" : null,
        measure == Measure.EXEMPT ? "art. 7" : null,
        List.of(rows),
        adopted);
  }

  Signature signed(Signatory signatory, String document) {
    return new Signature(signatory, signatory + " of the city", document, today());
  }

  static Finding finding(Ground ground, String day) {
    return finding(ground, day, 1);
  }

  static Finding finding(Ground ground, String day, int revision) {
    Instant from = ChinaTime.instant(day(day).atStartOfDay());
    return new Finding(
        ground + "|" + MN + '|' + RULE + '|' + day,
        ground,
        List.of(GroundRow.at(ground, from).orElseThrow().id()),
        List.of(),
        MN,
        "a21026",
        RULE,
        from,
        from.plus(Duration.ofDays(1)),
        Decimal.of("70"),
        Decimal.of("35"),
        TimesOver.of(Decimal.of("70"), Decimal.of("35")),
        3,
        revision,
        (revision == 1 ? "cd" : "ef").repeat(32),
        "over the standard");
  }

  static Facts.Exceedance exceedance(String day, String worst, int revision) {
    Instant from = ChinaTime.instant(day(day).atStartOfDay());
    return new Facts.Exceedance(
        MN,
        "a21026",
        AveragingPeriod.DAY,
        RULE,
        null,
        Decimal.of("35"),
        false,
        from,
        from.plus(Duration.ofDays(1)),
        1,
        Decimal.of(worst),
        3,
        revision,
        List.of(new FrameRef("touchline.packets", 1, 7, "00".repeat(16))));
  }
}
