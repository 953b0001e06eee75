package io.touchline.alerts.cases;

import static io.touchline.alerts.cases.CaseScene.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchline.contract.CaseEventRecord;
import io.touchline.contract.Topics;
import io.touchline.domain.cases.Step;
import io.touchline.fixtures.TestBroker;
import io.touchline.fixtures.TestPostgres;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxIT {

  private static TestBroker broker;
  private static TestPostgres postgres;
  private static int tests;

  private Topics topics;
  private String url;
  private CaseScene given;

  @BeforeAll
  static void startServers() {
    broker = TestBroker.start();
    postgres = TestPostgres.start();
  }

  @AfterAll
  static void stopServers() throws Exception {
    broker.close();
    postgres.close();
  }

  @BeforeEach
  void open() {
    topics = new Topics("outbox" + ++tests + ".");
    broker.create(List.of(topics.cases(), topics.caseStates(), topics.cardLists()));
    url = postgres.newDatabase();
    given = new CaseScene(url).registered();
  }

  @AfterEach
  void close() {
    given.close();
  }

  @Test
  void everyEventGoesToItsTopicOnceInOrderWhateverDiesMeanwhile() {
    given.exceeds("2026-01-04");
    given.does(OFFICER, new Step.WorkOrderIssued("li", given.today()));
    run();
    // Committed at the broker, not ticked off here: as if it had died in between.
    given.sql("update alerts.outbox set sent_at = null");
    given.does(OFFICER, given.confirmed());
    run();
    given.recorded(Step.Milestone.FILING_PUT_OFF);
    postgres.cutConnections(url);
    run();
    // Numbered, and never sent.
    given.recorded(Step.Milestone.FILING_PUT_OFF);
    given.sql(
        "update alerts.outbox set batch = nextval('alerts.outbox_batch') where sent_at is null");
    run();

    List<CaseEventRecord> published = PublishedCases.read(broker.client(), topics);
    assertThat(published).isEqualTo(given.view().events()).hasSize(5);
    assertThat(given.check.against(published).faults()).isEmpty();
  }

  @Test
  void brokerThatIsAwayLosesNothing() {
    try (OutboxPublisher publisher = publisher()) {
      publisher.start();
      given.exceeds("2026-01-04");
      awaitSent();
      broker.pause();
      given.does(OFFICER, new Step.WorkOrderIssued("li", given.today()));
      broker.resume();
      given.does(OFFICER, given.confirmed());
      awaitSent();
    }

    assertThat(PublishedCases.read(broker.client(), topics)).isEqualTo(given.view().events());
  }

  private void run() {
    try (OutboxPublisher publisher = publisher()) {
      publisher.start();
      awaitSent();
    }
  }

  private OutboxPublisher publisher() {
    return new OutboxPublisher(given.database, broker.client(), topics, given.clock);
  }

  private void awaitSent() {
    await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .until(
            () -> given.strings("select key from alerts.outbox where sent_at is null").isEmpty());
  }
}
