package io.touchline.alerts.cases;

import static io.touchline.alerts.cases.CaseScene.LEGAL;
import static io.touchline.alerts.cases.CaseScene.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.cases.Step;
import io.touchline.fixtures.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemindersIT {

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
    given = new CaseScene(postgres.newDatabase()).registered();
    given.sql(
        "insert into alerts.channel (id, kind, settings, per_minute) values ('app', 'IN_APP', '{}', 20)",
        "insert into alerts.person (id, name) values ('li', '李'), ('wu', '吴')",
        "insert into alerts.person (id, name, enterprise_code) values ('boss', '厂长', '"
            + CaseScene.ENTERPRISE
            + "')",
        "insert into alerts.person_address values ('li', 'app', 'li'), ('wu', 'app', 'wu'), ('boss', 'app', 'boss')",
        """
        insert into alerts.app_user (login, password_hash, role, region_prefix, person_id) values
          ('li', '-', 'OFFICER', '6301', 'li'), ('wu', '-', 'OFFICER', '1401', 'wu')""");
  }

  @AfterEach
  void close() {
    given.close();
  }

  @Test
  void deadlineIsToldThreeDaysBeforeOnItsDayAndOnceItHasPassedEachOnce() {
    given.enforcement.adopt(LEGAL, "D18@2023-07-01", true, "read");
    given.exceeds("2026-01-04");

    for (String day :
        List.of(
            "2026-01-10", "2026-01-17", "2026-01-18", "2026-01-20", "2026-01-21", "2026-02-01")) {
      tick(day);
      tick(day);
    }

    assertThat(told()).containsExactly("li D18 REMINDER", "li D18 DUE", "li D18 OVERDUE");
  }

  @Test
  void nobodyIsToldThatTheyMissedATermOfUnseenLaw() {
    given.exceeds("2026-01-04");

    tick("2026-01-20");
    tick("2026-01-25");

    assertThat(told()).containsExactly("li D18 DUE");
  }

  @Test
  void whatTheEnterpriseOwesIsToldToItsPeopleTooAndNotOnceItIsDone() {
    given.limited();
    given.on("2026-01-06").recorded(Step.Milestone.DECISION_SERVED);
    tick("2026-01-26");
    assertThat(told())
        .contains("boss D8 REMINDER", "li D8 REMINDER")
        .doesNotContain("wu D8 REMINDER");

    given.does(OFFICER, given.plan());
    tick("2026-01-27");

    assertThat(told()).doesNotContain("boss D8 DUE", "boss D8 OVERDUE");
  }

  private void tick(String day) {
    given.on(day);
    given.database.jdbi().useTransaction(h -> new Reminders().tell(h, given.clock.instant()));
  }

  private List<String> told() {
    return given.strings(
        """
        select r.person_id || ' ' || r.duty || ' ' || r.step from alerts.case_reminder r
        join alerts.delivery d on d.id = r.delivery_id
        order by r.told_at, r.person_id, r.duty""");
  }
}
