package io.touchline.alerts.cases;

import static io.touchline.alerts.cases.CaseScene.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.alerts.pipeline.AlertPipeline;
import io.touchline.contract.CaseEventRecord;
import io.touchline.domain.cases.Step;
import io.touchline.fixtures.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who may do everything in the database changes what is kept. */
class CaseCheckIT {

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
    given.registered().exceeds("2026-01-04");
    given.verified();
  }

  @AfterEach
  void close() {
    given.close();
  }

  @Test
  void whatNobodyTouchedIsWhole() {
    CaseCheck.Report report = given.check.against(published());

    assertThat(report.faults()).isEmpty();
    assertThat(report.cases()).isEqualTo(1);
    assertThat(report.events()).isEqualTo(3);
    assertThat(report.accesses()).isPositive();
  }

  @Test
  void eventsAndTheLogTakeNoChange() {
    for (String table : List.of("case_event", "access_log", "law_adoption")) {
      assertThatThrownBy(() -> given.sql("delete from alerts." + table))
          .hasStackTraceContaining("only added to");
      assertThatThrownBy(() -> given.sql("truncate alerts." + table))
          .hasStackTraceContaining("only added to");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CHANGED | update alerts.case_event set record = (replace(record::text, '\"li\"', '\"wu\"'))::json where sequence = 2",
        "CHANGED | update alerts.case_event set event_id = 'other' where sequence = 2",
        "CHANGED | update alerts.case_event set record = '{}' where sequence = 2",
        "MISSING | delete from alerts.case_event where sequence = 2",
        "CUT_OFF | delete from alerts.case_event where sequence = 3",
        "CUT_OFF | delete from alerts.case_event",
        "CHANGED | update alerts.access_log set login = 'somebody' where number = 2",
        "MISSING | delete from alerts.access_log where number = 2",
        "CUT_OFF | delete from alerts.access_log where number = (select max(number) from alerts.access_log)"
      })
  void changeIsFoundAndSaidWhere(CaseCheck.Kind kind, String change) {
    tamper(change);

    assertThat(given.check.tables().faults())
        .as(change)
        .isNotEmpty()
        .extracting(CaseCheck.Fault::kind)
        .contains(kind);
  }

  @Test
  void endCutOffWithItsHeadShowsInTheLog() {
    tamper(
        "delete from alerts.case_event where sequence = 3",
        """
        update alerts.case_head set sequence = 2,
          hash = (select hash from alerts.case_event where sequence = 2)""");

    assertThat(given.check.tables().faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).contains("access log saw 3 events"));
  }

  @Test
  void whatWasPublishedShowsWhatAllTablesNoLongerKnow() {
    List<CaseEventRecord> published = published();
    tamper(
        "delete from alerts.case_event",
        "delete from alerts.case_head",
        "delete from alerts.access_log",
        "update alerts.access_head set number = 0, hash = repeat('0', 64)");

    assertThat(given.check.tables().faults()).isEmpty();
    assertThat(given.check.against(published).faults())
        .hasSize(3)
        .extracting(CaseCheck.Fault::kind)
        .containsOnly(CaseCheck.Kind.NOT_AS_PUBLISHED);
  }

  @Test
  void nothingIsAddedToAChangedCase() {
    String id = given.caseId();
    tamper(
        "update alerts.case_event set record = (replace(record::text, '\"li\"', '\"wu\"'))::json where sequence = 2");

    assertThat(given.enforcement.enter(OFFICER, id, NewEvent.of(given.confirmed())))
        .isInstanceOf(Answer.Tampered.class);
    assertThat(given.enforcement.one(OFFICER, id).orElseThrow().verdict().toString())
        .contains("CONTENT");
  }

  @Test
  void checkOfTheNightIsKeptAndItsFindingIsAnAlert() {
    try (CaseKeeper keeper =
        new CaseKeeper(given.database, this::published, new AlertPipeline(), given.clock)) {
      given.on("2026-01-06");
      assertThat(keeper.check().isIntact()).isTrue();
      assertThat(given.check.checkedAt()).contains(given.clock.instant());
      tamper("delete from alerts.case_event where sequence = 3");
      given.on("2026-01-09");

      keeper.tick();

      assertThat(keeper.faults()).isPositive();
      assertThat(given.strings("select rule from alerts.alert")).containsExactly("TAMPERED");
      assertThat(given.strings("select faults::text from alerts.case_check order by number"))
          .hasSize(2)
          .last()
          .asString()
          .contains("CUT_OFF");
    }
  }

  private List<CaseEventRecord> published() {
    return given
        .strings("select value from alerts.outbox where kind = 'CASE_EVENT' order by number")
        .stream()
        .map(CaseStore::event)
        .toList();
  }

  private void tamper(String... changes) {
    for (String change : changes) {
      given.sql("set session_replication_role = replica", change, "reset session_replication_role");
    }
  }

  @Test
  void aStepThatIsRefusedIsNoEvent() {
    given.enter(OFFICER, new Step.FilingDefective("none was filed"));

    assertThat(given.view().events()).hasSize(3);
  }
}
