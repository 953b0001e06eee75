package io.touchline.alerts.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alerts.AlertFixture.HandClock;
import io.touchline.alerts.Alerts;
import io.touchline.alerts.Database;
import io.touchline.alerts.Incoming;
import io.touchline.alerts.Records;
import io.touchline.alerts.Subscription;
import io.touchline.contract.EnterpriseRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.Json;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.RegionRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.Decision;
import io.touchline.domain.cases.Measure;
import io.touchline.domain.cases.Role;
import io.touchline.domain.cases.Signature;
import io.touchline.domain.cases.Signature.Signatory;
import io.touchline.domain.cases.Stage;
import io.touchline.domain.cases.Step;
import io.touchline.domain.cases.What;
import io.touchline.domain.code.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Cases in a database, on a clock that is set by hand, with people who take part. */
final class CaseScene implements AutoCloseable {

  static final String ENTERPRISE = "91630000MA7XXXXX1A";
  static final String XINING = "630100";
  static final Participant OFFICER = new Participant("li", Role.OFFICER, "6301", null);
  static final Participant HEAD = new Participant("zhang", Role.HEAD, "6301", null);
  static final Participant LEGAL = new Participant("sun", Role.LEGAL_OFFICER, null, null);
  static final Participant PLANT = new Participant("plant", Role.ENTERPRISE, null, ENTERPRISE);
  static final Participant ELSEWHERE = new Participant("wu", Role.OFFICER, "1401", null);

  final HandClock clock = new HandClock();
  final Database database;
  final CaseIntake intake = new CaseIntake(clock);
  final Enforcement enforcement;
  final CardLists lists;
  final CaseCheck check;

  CaseScene(String url) {
    database = Database.open(url, "postgres", "postgres");
    Alerts.migrate(database);
    enforcement = new Enforcement(database.jdbi(), clock);
    lists = new CardLists(database.jdbi(), clock);
    check = new CaseCheck(database.jdbi(), clock);
    on("2026-01-05");
  }

  CaseScene on(String day) {
    clock.set(ChinaTime.parse(day + "T09:00:00+08:00"));
    return this;
  }

  LocalDate today() {
    return ChinaTime.date(clock.instant());
  }

  static Instant at(String day) {
    return ChinaTime.instant(LocalDate.parse(day).atStartOfDay());
  }

  /** What the registry says. */
  CaseScene registered() {
    apply(
        intake.regions(),
        List.of(
            new RegionRecord(1, XINING, "西宁市", "630000", RegionCode.Level.PREFECTURE, null),
            new RegionRecord(1, "630103", "城中区", XINING, RegionCode.Level.COUNTY, null)));
    apply(
        intake.enterprises(),
        List.of(
            new EnterpriseRecord(
                1,
                ENTERPRISE,
                "某某化工有限公司",
                "630103",
                "chemicals",
                null,
                null,
                List.of(new EnterpriseRecord.Permit("P-63-1", null, null, null)),
                null)));
    return outlet();
  }

  CaseScene outlet() {
    apply(intake.outlets(), List.of(Records.outlet("MN1", ENTERPRISE, "某某化工", "630103", "城中区")));
    return this;
  }

  void exceeds(ExceedanceRecord... records) {
    apply(intake.exceedances(), List.of(records));
  }

  /** A day over the limit. */
  void exceeds(String day) {
    exceeds(Records.day("MN1", at(day), 1, ExceedanceRecord.State.OPEN, "1"));
  }

  void total(TotalRecord... records) {
    apply(intake.totals(), List.of(records));
  }

  void finds(QualityRecord... records) {
    apply(intake.findings(), List.of(records));
  }

  private <T> void apply(Subscription.Handler<T> handler, List<T> records) {
    List<Incoming<T>> incoming =
        records.stream()
            .map(
                value ->
                    new Incoming<>("topic", 0, 0, "key", value, Json.text(value), clock.instant()))
            .toList();
    database.jdbi().useTransaction(handle -> handler.apply(handle, incoming));
  }

  /** The one case of the enterprise that is open, or the latest. */
  String caseId() {
    return enforcement.list(HEAD, CaseQuery.all().of(ENTERPRISE)).cases().get(0).state().caseId();
  }

  CaseView view() {
    return enforcement.one(HEAD, caseId()).orElseThrow();
  }

  CaseFile file() {
    return view().file();
  }

  CaseScene is(Stage stage) {
    assertThat(view().line().state().stage()).isEqualTo(stage);
    assertThat(file().state().stage()).isEqualTo(stage);
    return this;
  }

  Answer enter(Participant who, What what) {
    return enforcement.enter(who, caseId(), NewEvent.of(what));
  }

  CaseScene does(Participant who, What what) {
    Answer answer = enter(who, what);
    assertThat(answer)
        .as(answer instanceof Answer.Refused refused ? refused.why() : "")
        .isInstanceOf(Answer.Entered.class);
    return this;
  }

  /** From the exceedance to the decision to limit production. */
  CaseScene limited() {
    exceeds("2026-01-04");
    return verified().does(HEAD, decided(Measure.LIMIT, "D-1", "L1@2015-01-01"));
  }

  CaseScene verified() {
    return does(OFFICER, new Step.WorkOrderIssued("li", today().plusDays(2)))
        .does(OFFICER, confirmed());
  }

  Step.Confirmed confirmed() {
    return new Step.Confirmed("filing 1", today(), List.of(Step.Evidence.MONITORING_REPORT));
  }

  CaseScene recorded(Step.Milestone milestone) {
    return does(OFFICER, new Step.Recorded(milestone, today(), "receipt"));
  }

  Step.PlanFiled plan() {
    return new Step.PlanFiled(today(), List.of(Step.PlanPart.values()), "https://example.org/plan");
  }

  Step.CompletionFiled completed(String finished) {
    return new Step.CompletionFiled(
        LocalDate.parse(finished), today(), List.of(Step.CompletionPart.values()));
  }

  Decision.YellowDecided decided(Measure measure, String number, String... rows) {
    return new Decision.YellowDecided(
        signed(Signatory.HEAD, number),
        measure,
        number,
        "approval 1",
        false,
        today().minusDays(1),
        List.of(Decision.DocumentPart.values()),
        measure == Measure.LIMIT ? 3 : null,
        null,
        null,
        List.of(rows),
        List.of());
  }

  Signature signed(Signatory signatory, String document) {
    return new Signature(signatory, signatory + " of the city", document, today());
  }

  List<String> strings(String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  void sql(String... statements) {
    database.jdbi().useTransaction(handle -> List.of(statements).forEach(handle::execute));
  }

  @Override
  public void close() {
    database.close();
  }
}
