package io.touchline.app.demo;

import io.touchline.alerts.Database;
import io.touchline.alerts.cases.Answer;
import io.touchline.alerts.cases.CaseQuery;
import io.touchline.alerts.cases.Enforcement;
import io.touchline.alerts.cases.NewEvent;
import io.touchline.alerts.cases.Participant;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A few made-up cases in different states, entered as people would enter them. */
final class DemoCases {

  private static final Participant OFFICER = new Participant("officer", Role.OFFICER, null, null);
  private static final Participant HEAD = new Participant("head", Role.HEAD, null, null);
  private static final String STEEL = "91630105000000027D";
  private static final String CHEMICALS = "91630122000000035U";
  private static final String POWER = "91630121000000019P";
  private static final String CEMENT = "91630222000000051N";

  private final Enforcement enforcement;
  private final LocalDate today;

  private DemoCases(Enforcement enforcement, LocalDate today) {
    this.enforcement = enforcement;
    this.today = today;
  }

  /** So long ago that some of the terms have run out. */
  private static final Duration LONG_AGO = Duration.ofDays(40);

  /** Enters them, once. */
  static void seed(Database database, Clock clock) {
    at(database, Clock.offset(clock, LONG_AGO.negated()))
        .limited(POWER, "888888630121000000000001");
    DemoCases demo = at(database, clock);
    demo.suspected(CEMENT, "888888630222000000000005");
    demo.verifying(CHEMICALS, "888888630122000000000003");
    demo.limited(STEEL, "888888630105000000000002");
  }

  private static DemoCases at(Database database, Clock clock) {
    return new DemoCases(new Enforcement(database.jdbi(), clock), ChinaTime.date(clock.instant()));
  }

  private String suspected(String enterprise, String mn) {
    boolean there = !enforcement.list(OFFICER, CaseQuery.all().of(enterprise)).cases().isEmpty();
    if (there) {
      return null;
    }
    Answer answer =
        enforcement.begin(
            OFFICER, enterprise, NewEvent.of(new Detection.Detected(finding(enterprise, mn))));
    return ((Answer.Entered) answer).now().caseId();
  }

  private String verifying(String enterprise, String mn) {
    String caseId = suspected(enterprise, mn);
    if (caseId != null) {
      enter(OFFICER, caseId, new Step.WorkOrderIssued("officer", today.plusDays(2)));
    }
    return caseId;
  }

  private void limited(String enterprise, String mn) {
    String caseId = verifying(enterprise, mn);
    if (caseId == null) {
      return;
    }
    enter(
        OFFICER,
        caseId,
        new Step.Confirmed("模拟立案 1 号", today, List.of(Step.Evidence.MONITORING_REPORT)));
    enter(HEAD, caseId, decision(finding(enterprise, mn).lawRows()));
    enter(OFFICER, caseId, new Step.Recorded(Step.Milestone.DECISION_SERVED, today, "模拟送达回证"));
  }

  private Decision.YellowDecided decision(List<String> lawRows) {
    return new Decision.YellowDecided(
        new Signature(Signature.Signatory.HEAD, "模拟负责人", "模拟限产 1 号", today),
        Measure.LIMIT,
        "模拟限产 1 号",
        "模拟审批 1 号",
        false,
        today.minusDays(1),
        List.of(Decision.DocumentPart.values()),
        3,
        null,
        null,
        lawRows,
        List.of());
  }

  private void enter(Participant who, String caseId, What what) {
    Answer answer = enforcement.enter(who, caseId, NewEvent.of(what));
    if (answer instanceof Answer.Refused refused) {
      throw new IllegalStateException(
          "a made-up case was refused: " + refused.why() + "; " + refused.instead());
    }
  }

  /** A day over the limit, last week. */
  private Finding finding(String enterprise, String mn) {
    Instant from = ChinaTime.instant(today.minusDays(7).atStartOfDay());
    Facts.Exceedance exceedance =
        new Facts.Exceedance(
            mn,
            "a21026",
            AveragingPeriod.DAY,
            "a21026/DAY/demo",
            null,
            Decimal.of("35"),
            false,
            from,
            AveragingPeriod.DAY.endOf(from),
            1,
            Decimal.of("57.05"),
            1,
            1,
            List.of());
    return Detecting.in(
            Facts.of(enterprise, "630100").withExceedances(List.of(exceedance)), Law.asSeen())
        .findings()
        .get(0);
  }
}
