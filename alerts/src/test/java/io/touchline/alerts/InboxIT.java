package io.touchline.alerts;

import static io.touchline.alerts.Episodes.EIGHT;
import static io.touchline.alerts.Episodes.episode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.contract.Json;
import io.touchline.contract.Topics;
import io.touchline.fixtures.Publisher;
import io.touchline.fixtures.TestBroker;
import io.touchline.fixtures.TestPostgres;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxIT {

  private static TestBroker broker;
  private static TestPostgres postgres;
  private static int tests;

  private String url;
  private Database database;
  private Topics topics;
  private Publisher publisher;
  private ExceedanceLedger ledger;
  private Inbox inbox;

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
  void newTopicsAndDatabase() {
    topics = new Topics("inbox" + ++tests + ".");
    broker.create(List.of(topics.exceedances()));
    publisher = new Publisher(broker, topics);
    url = postgres.newDatabase();
    database = Database.open(url, "postgres", "postgres");
    Alerts.migrate(database);
    ledger = Alerts.ledgerOf(database);
  }

  @AfterEach
  void close() {
    inbox.close();
    publisher.close();
    database.close();
  }

  @Test
  void whatWasPublishedIsInTheLedgerAndNothingLags() {
    for (int mn = 0; mn < 50; mn++) {
      publisher.exceedance(episode("MN" + mn, EIGHT, 1, State.OPEN));
    }
    publisher.flush();
    read(ledger);
    eventually()
        .untilAsserted(
            () -> {
              assertThat(inbox.progress().asOf()).isPresent();
              assertThat(inbox.progress().lag()).isZero();
              assertThat(inbox.progress().applied()).isEqualTo(50);
            });
    assertThat(ledger.counts()).containsEntry(State.OPEN, 50L);
  }

  @Test
  void freshnessGoesOnWhileRecordsKeepComing() {
    read(ledger);
    eventually().until(() -> inbox.progress().asOf().isPresent());
    Instant before = inbox.progress().asOf().orElseThrow();
    AtomicInteger sent = new AtomicInteger();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              publisher.exceedance(episode("MN" + sent.incrementAndGet(), EIGHT, 1, State.OPEN));
              publisher.flush();
              Instant now = inbox.progress().asOf().orElseThrow();
              return now.isAfter(before.plusSeconds(3)) && inbox.progress().applied() > 100;
            });
  }

  @Test
  void uncommittedRecordsAreNeverSeen() {
    publisher.sendAborted(
        broker,
        topics.exceedances().name(),
        "MN1",
        Json.text(episode("MN1", EIGHT, 9, State.WITHDRAWN)));
    publisher.exceedance(episode("MN1", EIGHT, 1, State.OPEN));
    publisher.flush();
    read(ledger);
    eventually().untilAsserted(() -> assertThat(inbox.progress().asOf()).isPresent());
    assertThat(ledger.counts()).containsEntry(State.OPEN, 1L).containsEntry(State.WITHDRAWN, 0L);
    assertThat(inbox.progress().lag()).isZero();
  }

  @Test
  void aRestartGoesOnFromTheStoredOffset() {
    publisher.exceedance(episode("MN1", EIGHT, 1, State.OPEN));
    publisher.flush();
    read(ledger);
    eventually().until(() -> inbox.progress().applied() == 1);
    inbox.close();

    publisher.exceedance(episode("MN1", EIGHT, 2, State.OPEN));
    publisher.flush();
    read(ledger);
    eventually().until(() -> inbox.progress().asOf().isPresent());
    assertThat(inbox.progress().applied()).isEqualTo(1);
    assertThat(ledger.open()).hasSize(1).first().matches(e -> e.episode().revision() == 2);
  }

  @Test
  void readingEverythingAgainChangesNothing() {
    for (int revision = 1; revision <= 5; revision++) {
      publisher.exceedance(episode("MN1", EIGHT, revision, State.OPEN));
    }
    publisher.exceedance(episode("MN1", EIGHT, 6, State.CLOSED));
    publisher.flush();
    read(ledger);
    eventually().until(() -> inbox.progress().applied() == 6);
    inbox.close();
    String before = everything();

    database.jdbi().useHandle(h -> h.execute("update alerts.inbox_offset set next_offset = 0"));
    read(ledger);
    eventually().until(() -> inbox.progress().applied() == 6);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aBatchThatRollsBackIsAppliedAgainWhole() {
    AtomicInteger attempts = new AtomicInteger();
    publisher.exceedance(episode("MN1", EIGHT, 1, State.OPEN));
    publisher.exceedance(episode("MN1", EIGHT.plusSeconds(7200), 1, State.OPEN));
    publisher.flush();
    read(
        (handle, records) -> {
          ledger.apply(handle, records);
          if (attempts.incrementAndGet() <= 2) {
            // The server is told to end this very connection: the failure of a lost database.
            handle.execute("select pg_terminate_backend(pg_backend_pid())");
          }
        });
    eventually().until(() -> inbox.progress().asOf().isPresent());
    assertThat(attempts).hasValueGreaterThanOrEqualTo(3);
    assertThat(ledger.open()).hasSize(2);
    assertThat(count("alerts.episode_revision")).isEqualTo(2);
    assertThat(inbox.progress().trouble()).isEmpty();
  }

  @Test
  void anUnreadableRecordIsSetAsideWholeAndTheOthersGoOn() {
    publisher.send(topics.exceedances().name(), "MN1", "MN1", "{\"mn\": 5, broken");
    publisher.send(
        topics.exceedances().name(), "MN1", "MN1", "{\"schemaVersion\":1,\"mn\":\"MN1\"}");
    publisher.exceedance(episode("MN1", EIGHT, 1, State.OPEN));
    publisher.flush();
    read(ledger);
    eventually().until(() -> inbox.progress().asOf().isPresent());
    assertThat(ledger.open()).hasSize(1);
    assertThat(inbox.progress().parked()).isEqualTo(2);
    String kept =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            """
                            select convert_from(record_value, 'UTF8') from alerts.inbox_parked
                            order by record_offset limit 1""")
                        .mapTo(String.class)
                        .one());
    assertThat(kept).isEqualTo("{\"mn\": 5, broken");
  }

  @Test
  void theDatabaseGoingAwayLosesNothing() {
    read(ledger);
    for (int round = 0; round < 20; round++) {
      for (int mn = 0; mn < 20; mn++) {
        publisher.exceedance(episode("MN" + mn, EIGHT.plusSeconds(86400L * round), 1, State.OPEN));
      }
      publisher.flush();
      postgres.cutConnections(url);
    }
    eventually().until(() -> count("alerts.episode_revision") == 400);
    eventually().until(() -> inbox.progress().lag() == 0 && inbox.progress().trouble().isEmpty());
    assertThat(count("alerts.episode")).isEqualTo(400);
    assertThat(sumOfOffsets()).isEqualTo(400);
  }

  @Test
  void theBrokerGoingAwayIsSaidAndLosesNothing() {
    publisher.exceedance(episode("MN1", EIGHT, 1, State.OPEN));
    publisher.flush();
    read(ledger);
    eventually().until(() -> inbox.progress().applied() == 1);
    broker.pause();
    eventually().until(() -> inbox.progress().trouble().isPresent());
    broker.resume();
    publisher.exceedance(episode("MN1", EIGHT, 2, State.CLOSED));
    publisher.flush();
    eventually().until(() -> ledger.counts().get(State.CLOSED) == 1);
    assertThat(count("alerts.episode_revision")).isEqualTo(2);
  }

  @Test
  void twoProcessesOfOneInboxApplyEachRecordOnce() {
    AtomicInteger applied = new AtomicInteger();
    Subscription.Handler<ExceedanceRecord> counting =
        (handle, records) -> {
          ledger.apply(handle, records);
          for (Incoming<ExceedanceRecord> record : records) {
            handle.execute(
                "insert into public.seen (mn, started) values (?, ?)",
                record.value().mn(),
                Timestamp.from(record.value().from()));
          }
          applied.addAndGet(records.size());
        };
    database
        .jdbi()
        .useHandle(h -> h.execute("create table public.seen (mn text, started timestamptz)"));
    read(counting);
    Inbox first = inbox;
    read(counting);
    for (int mn = 0; mn < 300; mn++) {
      publisher.exceedance(episode("MN" + mn, EIGHT, 1, State.OPEN));
    }
    publisher.flush();
    eventually().until(() -> ledger.counts().get(State.OPEN) == 300);
    eventually().until(() -> sumOfOffsets() == 300);
    first.close();
    assertThat(count("public.seen")).isEqualTo(300);
  }

  private void read(Subscription.Handler<ExceedanceRecord> handler) {
    inbox =
        new Inbox(
            "test",
            database,
            broker.client(),
            List.of(new Subscription<>(topics.exceedances(), ExceedanceRecord.class, handler)),
            Clock.systemUTC());
    inbox.start();
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(60)).ignoreExceptions();
  }

  private long count(String table) {
    return number("select count(*) from " + table);
  }

  private long sumOfOffsets() {
    return number("select sum(next_offset) from alerts.inbox_offset");
  }

  private long number(String sql) {
    return database.jdbi().withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
  }

  private String everything() {
    return database.jdbi().withHandle(InboxIT::dump);
  }

  private static String dump(Handle handle) {
    return handle
        .createQuery(
            """
            select coalesce((select json_agg(e order by mn, started_at) from alerts.episode e), '[]')
              || '' || coalesce((select json_agg(r order by mn, started_at, revision)
                                 from alerts.episode_revision r), '[]')""")
        .mapTo(String.class)
        .one();
  }
}
