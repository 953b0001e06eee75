package io.touchline.alerts;

import static io.touchline.alerts.Episodes.EIGHT;
import static io.touchline.alerts.Episodes.episode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.contract.Json;
import io.touchline.fixtures.TestPostgres;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExceedanceLedgerIT {

  private static final Instant PUBLISHED = Instant.parse("2026-11-20T02:10:00Z");

  private static TestPostgres postgres;

  private Database database;
  private ExceedanceLedger ledger;

  @BeforeAll
  static void startServer() {
    postgres = TestPostgres.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    postgres.close();
  }

  @BeforeEach
  void newDatabase() {
    database = Database.open(postgres.newDatabase(), "postgres", "postgres");
    Alerts.migrate(database);
    ledger = Alerts.ledgerOf(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anEmptyLedgerCountsNothingInEveryState() {
    assertThat(ledger.counts())
        .containsEntry(State.OPEN, 0L)
        .containsEntry(State.CLOSED, 0L)
        .containsEntry(State.WITHDRAWN, 0L);
    assertThat(ledger.open()).isEmpty();
  }

  @Test
  void anOlderRevisionNeverReplacesANewerOneButIsKept() {
    apply(episode("MN1", EIGHT, 3, State.CLOSED));
    apply(episode("MN1", EIGHT, 2, State.OPEN), episode("MN1", EIGHT, 1, State.OPEN));
    assertThat(ledger.counts()).containsEntry(State.CLOSED, 1L).containsEntry(State.OPEN, 0L);
    assertThat(ledger.revisions("MN1", episode("MN1", EIGHT, 1, State.OPEN).rule(), EIGHT))
        .extracting(ExceedanceRecord::revision)
        .containsExactly(1, 2, 3);
  }

  @Test
  void openEpisodesComeNewestFirstWithTheirOutlet() {
    apply(
        episode("MN1", EIGHT, 1, State.OPEN),
        episode("MN2", EIGHT.plusSeconds(3600), 1, State.OPEN),
        episode("MN3", EIGHT, 1, State.CLOSED));
    database
        .jdbi()
        .useHandle(
            handle ->
                new OutletNames()
                    .apply(handle, List.of(incoming(Episodes.outlet("MN2", "1号锅炉排口")))));
    assertThat(ledger.open()).extracting(e -> e.episode().mn()).containsExactly("MN2", "MN1");
    assertThat(ledger.open().get(0).outlet().name()).isEqualTo("1号锅炉排口");
    assertThat(ledger.open().get(1).outlet().name()).isNull();
    assertThat(ledger.of("MN3", 10)).hasSize(1);
  }

  @Test
  void anEpisodeComesBackAsItWasPublished() {
    ExceedanceRecord published = episode("MN1", EIGHT, 1, State.OPEN);
    apply(published);
    assertThat(ledger.open().get(0).episode()).isEqualTo(published);
    assertThat(ledger.open().get(0).publishedAt()).isEqualTo(PUBLISHED);
  }

  @Test
  void theLedgerRefusesToForget() {
    apply(episode("MN1", EIGHT, 1, State.OPEN));
    for (String crime :
        List.of(
            "update alerts.episode_revision set state = 'WITHDRAWN'",
            "delete from alerts.episode_revision",
            "truncate alerts.episode_revision")) {
      assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(crime)))
          .as(crime)
          .hasMessageContaining("only added to");
    }
  }

  private void apply(ExceedanceRecord... records) {
    database
        .jdbi()
        .useTransaction(
            handle ->
                ledger.apply(
                    handle, Stream.of(records).map(ExceedanceLedgerIT::incoming).toList()));
  }

  private static <T> Incoming<T> incoming(T value) {
    return new Incoming<>("exceedances", 0, 0, "key", value, Json.text(value), PUBLISHED);
  }
}
