package io.touchline.alerts;

import static io.touchline.alerts.AlertFixture.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.contract.Topics;
import io.touchline.fixtures.Publisher;
import io.touchline.fixtures.TestBroker;
import io.touchline.fixtures.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The role from topics to messages, with its servers going away meanwhile. */
class AlertsIT {

  private static final Instant EIGHT = NINE.minus(Duration.ofHours(1));
  private static final int OUTLETS = 30;

  private static TestBroker broker;
  private static TestPostgres postgres;
  private static int tests;

  private Topics topics;
  private Publisher publisher;
  private AlertFixture fixture;
  private Alerts alerts;

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
  void start() {
    topics = new Topics("alerts" + ++tests + ".");
    broker.create(
        List.of(
            topics.outlets(),
            topics.exceedances(),
            topics.means(),
            topics.quality(),
            topics.totals(),
            topics.regions(),
            topics.enterprises(),
            topics.cases(),
            topics.caseStates(),
            topics.cardLists()));
    publisher = new Publisher(broker, topics);
    fixture = new AlertFixture(postgres);
    fixture.sql(
        "insert into alerts.channel (id, kind, settings, per_minute) values ('app', 'IN_APP', '{}', 20)");
    fixture.sql("insert into alerts.person (id, name) values ('wang', '王')");
    fixture.sql("insert into alerts.person_address values ('wang', 'app', 'wang')");
    fixture.sql(
        "insert into alerts.route (id, recipients, channels) values ('all', 'person:wang', '*')");
    alerts = run();
  }

  private Alerts run() {
    return Alerts.start(fixture.database(), broker.client(), topics, fixture.clock());
  }

  @AfterEach
  void stop() {
    alerts.close();
    publisher.close();
    fixture.close();
  }

  @Test
  void fromTopicToMessageEndAndWithdrawal() {
    publisher.outlet(Episodes.outlet("MN1", "1号锅炉排口"));
    publisher.flush();
    eventually().until(() -> fixture.strings("select mn from alerts.outlet").contains("MN1"));
    publisher.exceedance(Records.day("MN1", EIGHT, 1, State.OPEN, "0.63"));
    publisher.exceedance(Records.episode("MN1", EIGHT, 1, State.CLOSED, "0.2"));
    publisher.quality(Records.finding("MN1", Kind.CLOCK_OFF, EIGHT, NINE, null));
    publisher.flush();
    eventually().until(() -> delivered() == 3);
    for (int hour = 1; hour <= 3; hour++) {
      publisher.means(Records.compliant("MN1", EIGHT.plus(Duration.ofHours(hour))));
    }
    publisher.exceedance(Records.day("MN1", EIGHT, 2, State.WITHDRAWN, "0.63"));
    publisher.flush();

    eventually().until(() -> fixture.events().containsAll(List.of("ENDED", "WITHDRAWN")));
    eventually().until(() -> fixture.tales().contains("wang app WITHDRAWN"));
    assertThat(alerts.ledger().counts()).containsEntry(State.WITHDRAWN, 1L);
  }

  @Test
  void serversThatGoAwayLoseNothingAndDoubleNothing() {
    for (int round = 1; round <= 6; round++) {
      for (int outlet = 0; outlet < OUTLETS; outlet++) {
        publisher.exceedance(Records.day("MN" + outlet, EIGHT, round, State.OPEN, "0.63"));
      }
      publisher.flush();
      if (round == 3) {
        // A producer of its own on each side: what is tried is the reading.
        publisher.close();
        broker.pause();
        broker.resume();
        publisher = new Publisher(broker, topics);
      } else if (round == 5) {
        alerts.close();
        alerts = run();
      } else {
        postgres.cutConnections(fixture.url());
      }
    }

    // Time goes on, so that the lease of a message whose outcome was lost runs out.
    eventually()
        .until(
            () -> {
              fixture.clock().forward(Duration.ofMinutes(1));
              return alerts.progress().lag() == 0 && delivered() == OUTLETS;
            });
    eventually()
        .until(
            () ->
                fixture
                    .strings("select distinct revision::text from alerts.alert_ground")
                    .equals(List.of("6")));
    assertThat(fixture.alerts()).hasSize(OUTLETS);
    assertThat(fixture.tales()).hasSize(OUTLETS).containsOnly("wang app OPENED");
    assertThat(alerts.progress().parked()).isZero();
  }

  private long delivered() {
    return fixture
        .strings(
            """
            select t.alert_id::text from alerts.tale t
            join alerts.delivery d on d.id = t.delivery_id where d.state = 'DELIVERED'""")
        .size();
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(90)).ignoreExceptions();
  }
}
