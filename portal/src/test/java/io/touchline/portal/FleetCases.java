package io.touchline.portal;

import io.touchline.alerts.Database;
import io.touchline.alerts.cases.Answer;
import io.touchline.alerts.cases.Enforcement;
import io.touchline.alerts.cases.NewEvent;
import io.touchline.alerts.cases.Participant;
import io.touchline.contract.OutletRecord;
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

/** Enforcement cases of some enterprises of the fleet, entered as people would enter them. */
final class FleetCases {

  static final Duration AGO = Duration.ofDays(40);

  private static final Participant OFFICER = new Participant("officer", Role.OFFICER, null, null);
  private static final Participant HEAD = new Participant("head", Role.HEAD, null, null);

  private final Enforcement enforcement;
  private final LocalDate today;

  private FleetCases(Database database, Clock clock) {
    enforcement = new Enforcement(database.jdbi(), clock);
    today = ChinaTime.date(clock.instant());
  }

  /** A limit of forty days ago with its terms, and cases that are verified now. */
  static void enter(Database database, Clock clock, List<OutletRecord> outlets) {
    for (OutletRecord outlet : outlets) {
      database
          .jdbi()
          .useHandle(
              handle -> {
                handle.execute(
                    "insert into alerts.region (code, name) values (?, ?) on conflict do nothing",
                    outlet.regionCode(),
                    outlet.regionName());
                handle.execute(
                    """
                    insert into alerts.discharger (code, name, region_code) values (?, ?, ?)
                    on conflict do nothing""",
                    outlet.enterpriseCode(),
                    outlet.enterpriseName(),
                    outlet.regionCode());
              });
    }
    new FleetCases(database, Clock.offset(clock, AGO.negated())).limited(outlets.get(2));
    FleetCases now = new FleetCases(database, clock);
    for (OutletRecord outlet : List.of(outlets.get(10), outlets.get(11), outlets.get(12))) {
      now.verifying(outlet);
    }
  }

  private String verifying(OutletRecord outlet) {
    Answer answer =
        enforcement.begin(
            OFFICER, outlet.enterpriseCode(), NewEvent.of(new Detection.Detected(finding(outlet))));
    String caseId = ((Answer.Entered) answer).now().caseId();
    enter(OFFICER, caseId, new Step.WorkOrderIssued("officer", today.plusDays(2)));
    return caseId;
  }

  private void limited(OutletRecord outlet) {
    String caseId = verifying(outlet);
    enter(
        OFFICER,
        caseId,
        new Step.Confirmed("青环立〔2026〕1号", today, List.of(Step.Evidence.MONITORING_REPORT)));
    enter(
        HEAD,
        caseId,
        new Decision.YellowDecided(
            new Signature(Signature.Signatory.HEAD, "模拟负责人", "青环限〔2026〕1号", today),
            Measure.LIMIT,
            "青环限〔2026〕1号",
            "青环批〔2026〕1号",
            false,
            today.minusDays(1),
            List.of(Decision.DocumentPart.values()),
            3,
            null,
            null,
            finding(outlet).lawRows(),
            List.of()));
    enter(OFFICER, caseId, new Step.Recorded(Step.Milestone.DECISION_SERVED, today, "送达回证"));
  }

  private void enter(Participant who, String caseId, What what) {
    Answer answer = enforcement.enter(who, caseId, NewEvent.of(what));
    if (answer instanceof Answer.Refused refused) {
      throw new IllegalStateException(refused.why() + "; " + refused.instead());
    }
  }

  /** A day over the limit, a week before. */
  private Finding finding(OutletRecord outlet) {
    Instant from = ChinaTime.instant(today.minusDays(7).atStartOfDay());
    Facts.Exceedance exceedance =
        new Facts.Exceedance(
            outlet.mn(),
            "a21026",
            AveragingPeriod.DAY,
            "a21026/DAY/fleet",
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
            Facts.of(outlet.enterpriseCode(), outlet.regionCode())
                .withExceedances(List.of(exceedance)),
            Law.asSeen())
        .findings()
        .get(0);
  }
}
