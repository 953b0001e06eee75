package io.touchline.alerts.cases;

import static io.touchline.alerts.cases.CaseScene.HEAD;
import static io.touchline.alerts.cases.CaseScene.LEGAL;
import static io.touchline.alerts.cases.CaseScene.OFFICER;
import static io.touchline.alerts.cases.CaseScene.PLANT;
import static io.touchline.alerts.cases.CaseScene.XINING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchline.domain.cases.CardList;
import io.touchline.domain.cases.Decision;
import io.touchline.domain.cases.Due;
import io.touchline.domain.cases.Duty;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Ground;
import io.touchline.domain.cases.ListPeriod;
import io.touchline.domain.cases.ListRow;
import io.touchline.domain.cases.Measure;
import io.touchline.domain.cases.Signature.Signatory;
import io.touchline.domain.cases.Stage;
import io.touchline.domain.cases.Step;
import io.touchline.domain.cases.Step.Milestone;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of a case through the database, on a clock that is set by hand: exceeds, verified,
 * yellow with a limit, still exceeding, stop, filed, follow-up, the same violation, proposed red,
 * the government's number, the list. Once with every duty done in time, once with every one missed.
 * The server is killed in between.
 */
class CaseStoryIT {

  @TempDir Path folder;

  private EmbeddedPostgres server;
  private int port;
  private CaseScene given;

  @BeforeEach
  void open() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server = started();
    given = new CaseScene(server.getJdbcUrl("postgres", "postgres"));
    given.registered();
    given.enforcement.adopt(LEGAL, "D18@2023-07-01", true, "read in the ministry's gazette");
    given.enforcement.adopt(LEGAL, "D18+@2023-07-01", true, "read in the ministry's gazette");
  }

  @AfterEach
  void close() throws IOException {
    given.close();
    server.close();
  }

  private EmbeddedPostgres started() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        // As an installation has it; the test server's own settings lose what was committed last.
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("fsync", "on")
        .setServerConfig("full_page_writes", "on")
        .setPort(port)
        .start();
  }

  /** Kills the server as a power cut would and starts it again on what it left. */
  private void crash() throws IOException {
    String pid = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid")).get(0);
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
    all.add(postmaster);
    assertThat(postmaster.destroyForcibly()).isTrue();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    server.close();
    server = started();
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> given.enforcement.law() != null);
  }

  @Test
  void everyDutyInTime() throws IOException {
    given.exceeds("2026-01-04");
    given.is(Stage.SUSPECTED);
    assertDue(Duty.D18, Due.State.RUNNING, "2026-01-20");
    given.does(OFFICER, new Step.WorkOrderIssued("li", LocalDate.parse("2026-01-07")));
    given.on("2026-01-20").does(OFFICER, given.confirmed()).is(Stage.PROPOSED_YELLOW);
    assertDue(Duty.D18, Due.State.MET, "2026-01-20");
    assertThat(given.view().proposal().measure()).isEqualTo(Measure.LIMIT);
    crash();

    given.on("2026-01-26").does(HEAD, given.decided(Measure.LIMIT, "D-1", "L1@2015-01-01"));
    given.is(Stage.YELLOW_LIMIT);
    assertDue(Duty.D5, Due.State.RUNNING, "2026-02-04");
    given.on("2026-02-04").recorded(Milestone.DECISION_SERVED);
    given.recorded(Milestone.DECISION_PUBLISHED).recorded(Milestone.SUPERVISED);
    given.recorded(Milestone.CORRECTION_ORDER_SERVED);
    given.on("2026-02-11").recorded(Milestone.INTERIM_REPORT);
    assertDue(Duty.D8, Due.State.RUNNING, "2026-03-03");
    given.on("2026-03-03").does(PLANT, given.plan());
    given.on("2026-03-06").recorded(Milestone.RECHECKED);
    assertDue(Duty.D6, Due.State.RUNNING, "2026-05-04");

    given.on("2026-03-11").exceeds("2026-03-10");
    given.is(Stage.PROPOSED_YELLOW);
    assertThat(given.view().proposal().measure()).isEqualTo(Measure.STOP);
    assertThat(given.view().proposal().grounds()).containsExactly(Ground.P4);
    given.on("2026-03-16").does(HEAD, given.decided(Measure.STOP, "D-2", "P4@2015-01-01"));
    given.on("2026-03-25").recorded(Milestone.DECISION_SERVED);
    given.on("2026-04-16").does(PLANT, given.plan());
    crash();

    given.on("2026-05-22").does(PLANT, given.completed("2026-04-29")).is(Stage.RELEASED_WATCH);
    assertDue(Duty.D14, Due.State.RUNNING, "2026-06-22");
    given
        .on("2026-06-22")
        .does(OFFICER, new Step.FollowedUp(given.today(), Step.Found.SAME_VIOLATION, "record 9"));
    given.on("2026-06-23").does(OFFICER, closure()).is(Stage.PROPOSED_RED);
    given
        .on("2026-06-29")
        .does(
            OFFICER, new Decision.ClosureDecided(given.signed(Signatory.GOVERNMENT, "宁政〔2026〕9号")))
        .is(Stage.RED);
    crash();

    given.on("2026-07-03");
    ListPeriod quarter = ListPeriod.of(ListPeriod.Kind.QUARTER, LocalDate.parse("2026-06-30"));
    CardList.Published list = published(quarter);
    assertThat(list.content().rows())
        .extracting(ListRow::colour, ListRow::decision, ListRow::enterprise)
        .contains(org.assertj.core.groups.Tuple.tuple(Stage.Card.RED, "宁政〔2026〕9号", "某某化工有限公司"));
    given.on("2027-03-15").recorded(Milestone.ANNUAL_REPORT);
    assertThat(dues()).extracting(Due::state).doesNotContain(Due.State.MISSED, Due.State.MET_LATE);
    assertThat(given.check.tables().faults()).isEmpty();
  }

  @Test
  void everyDutyMissed() throws IOException {
    given.exceeds("2026-01-04");
    given.does(OFFICER, new Step.WorkOrderIssued("li", LocalDate.parse("2026-01-07")));
    given.on("2026-01-21");
    assertDue(Duty.D18, Due.State.MISSED, "2026-01-20");
    assertThat(given.enter(OFFICER, new Step.Confirmed("filing 1", given.today(), List.of())))
        .isInstanceOf(Answer.AgainstTheRules.class);
    given.does(OFFICER, given.confirmed());
    crash();

    assertDue(Duty.D18, Due.State.MET_LATE, "2026-01-20");
    given.on("2026-01-26").does(HEAD, given.decided(Measure.LIMIT, "D-1", "L1@2015-01-01"));
    given.on("2026-02-05");
    assertDue(Duty.D5, Due.State.MISSED, "2026-02-04");
    given.recorded(Milestone.DECISION_SERVED);
    assertDue(Duty.D5, Due.State.MET_LATE, "2026-02-04");
    given.recorded(Milestone.CORRECTION_ORDER_SERVED);
    given.on("2026-03-10");
    assertDue(Duty.D16, Due.State.MISSED, "2026-02-12");
    assertDue(Duty.D8, Due.State.MISSED, "2026-03-04");
    assertDue(Duty.D19, Due.State.MISSED, "2026-03-09");
    crash();

    given.does(PLANT, given.plan());
    given.recorded(Milestone.INTERIM_REPORT).recorded(Milestone.RECHECKED);
    assertDue(Duty.D8, Due.State.MET_LATE, "2026-03-04");
    assertDue(Duty.D16, Due.State.MET_LATE, "2026-02-12");
    assertDue(Duty.D19, Due.State.MET_LATE, "2026-03-09");
    given.on("2026-03-12").exceeds("2026-03-11");
    assertDue(Duty.D9, Due.State.MISSED, null);
    given.does(HEAD, new Decision.NotApproved(given.signed(Signatory.HEAD, "N-1"), "one day only"));
    given.on("2026-05-06");
    assertDue(Duty.D6, Due.State.MISSED, "2026-05-05");
    given.on("2026-06-22").does(PLANT, given.completed("2026-05-28"));
    assertDue(Duty.D10, Due.State.MET_LATE, "2026-06-18");
    assertDue(Duty.D6, Due.State.MET_LATE, "2026-05-05");
    given.on("2026-07-23");
    assertDue(Duty.D14, Due.State.MISSED, "2026-07-22");
    given.does(OFFICER, new Step.FollowedUp(given.today(), Step.Found.PASSED, "record 9"));
    assertDue(Duty.D14, Due.State.MET_LATE, "2026-07-22");
    given.on("2027-03-16");
    assertDue(Duty.D17, Due.State.MISSED, "2027-03-15");
    assertThat(given.check.tables().faults()).isEmpty();
  }

  private Step.ClosureProposed closure() {
    Finding broken = given.file().state().yellow().orElseThrow().findings().get(0);
    return new Step.ClosureProposed(Ground.C3, broken.rule(), "C3@2015-01-01", false, "record 9");
  }

  private CardList.Published published(ListPeriod quarter) {
    assertThat(given.lists.draft(OFFICER, XINING, quarter, null))
        .isInstanceOf(CardLists.Done.class);
    assertThat(given.lists.review(OFFICER, XINING, quarter)).isInstanceOf(CardLists.Done.class);
    assertThat(given.lists.publish(HEAD, XINING, quarter, given.signed(Signatory.HEAD, "公告 3 号")))
        .isInstanceOf(CardLists.Done.class);
    return given.lists.published(XINING, quarter).orElseThrow();
  }

  private List<Due> dues() {
    return given.view().dues();
  }

  private void assertDue(Duty duty, Due.State state, String last) {
    assertThat(dues())
        .as("%s on %s", duty, given.today())
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
