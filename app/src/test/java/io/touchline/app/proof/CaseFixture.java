package io.touchline.app.proof;

import io.touchline.contract.CaseEventRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.cases.Actor;
import io.touchline.domain.cases.CaseEvent;
import io.touchline.domain.cases.Chain;
import io.touchline.domain.cases.Decision;
import io.touchline.domain.cases.Detecting;
import io.touchline.domain.cases.Detection;
import io.touchline.domain.cases.Facts;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Law;
import io.touchline.domain.cases.Measure;
import io.touchline.domain.cases.Role;
import io.touchline.domain.cases.Signature;
import io.touchline.domain.cases.Step;
import io.touchline.domain.cases.What;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Events of a case, each chained to the one before. */
final class CaseFixture {

  static final String CASE = "C-2026-0001";
  static final String ENTERPRISE = "91630000MA7XXXXX1A";

  private static final Actor SYSTEM = new Actor(Role.SYSTEM, "case engine");
  private static final Actor OFFICER = new Actor(Role.OFFICER, "李执法");

  private final List<CaseEventRecord> records = new ArrayList<>();
  private Chain.Link last;
  private Instant now;

  CaseFixture(Instant now) {
    this.now = now;
  }

  /** The finding that an exceedance is. */
  static Finding finding(ExceedanceRecord of) {
    return Detecting.in(
            Facts.of(ENTERPRISE, "630100").withExceedances(List.of(of.toFact())), Law.asSeen())
        .findings()
        .get(0);
  }

  /** The finding that a day's mass over the permitted amount is. */
  static Finding finding(TotalRecord of) {
    Facts.OverTotal total =
        new Facts.OverTotal(
            "permitted amount",
            of.factor(),
            of.period(),
            of.start(),
            of.start().plus(Duration.ofDays(1)),
            of.massMg(),
            of.substitutedMg(),
            of.permittedMg(),
            of.revision());
    return Detecting.in(Facts.of(ENTERPRISE, "630100").withTotals(List.of(total)), Law.asSeen())
        .findings()
        .get(0);
  }

  CaseFixture detected(Finding finding) {
    return event(SYSTEM, finding.lawRows().get(0), new Detection.Detected(finding));
  }

  /** Verified, decided and served. */
  CaseFixture limited() {
    LocalDate day = ChinaTime.date(now);
    event(SYSTEM, "T2", new Step.WorkOrderIssued("李执法", day.plusDays(2)));
    event(
        OFFICER,
        "D18",
        new Step.Confirmed("青环立〔2026〕12号", day, List.of(Step.Evidence.MONITORING_REPORT)));
    event(
        OFFICER,
        "L1",
        new Decision.YellowDecided(
            new Signature(Signature.Signatory.HEAD, "局长 王某", "青环限〔2026〕7号", day),
            Measure.LIMIT,
            "青环限〔2026〕7号",
            "审批 2026-31",
            false,
            day,
            List.of(Decision.DocumentPart.values()),
            3,
            null,
            null,
            List.of(records.get(0).toDomain().event().law()),
            List.of()));
    return event(
        OFFICER, "D5", new Step.Recorded(Step.Milestone.DECISION_SERVED, day, "送达回证 2026-44"));
  }

  CaseFixture event(Actor actor, String law, What what) {
    now = now.plus(Duration.ofMinutes(1));
    String id = what instanceof Detection detection ? detection.eventId() : "e" + records.size();
    last =
        Chain.next(
            last, new CaseEvent(CASE, id, ENTERPRISE, now, actor, law, "ab".repeat(32), what));
    records.add(CaseEventRecord.of(last));
    return this;
  }

  List<CaseEventRecord> records() {
    return List.copyOf(records);
  }
}
