package io.touchline.alerts.channel;

import static io.touchline.alerts.AlertFixture.NINE;
import static io.touchline.alerts.Records.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.touchline.alerts.AlertFixture;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.fixtures.TestPostgres;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourierIT {

  private static final Instant EIGHT = NINE.minus(Duration.ofHours(1));

  private static TestPostgres postgres;

  @TempDir private Path folder;
  private AlertFixture alerts;
  private LocalServer server;
  private Courier courier;

  @BeforeAll
  static void startServer() {
    postgres = TestPostgres.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    postgres.close();
  }

  @BeforeEach
  void open() throws Exception {
    Files.writeString(folder.resolve("sign"), "SECRET");
    server = new LocalServer();
    alerts = new AlertFixture(postgres);
    alerts.sql(
        """
        insert into alerts.channel (id, kind, settings, per_minute)
        values ('hook', 'WEBHOOK', '{"secret":"sign"}', 1000), ('app', 'IN_APP', '{}', 20)""");
    alerts.sql("insert into alerts.person (id, name) values ('wang', '王')");
    alerts.sql(
        "insert into alerts.person_address values ('wang', 'hook', '" + server.base() + "/h')");
    alerts.sql(
        "insert into alerts.route (id, recipients, channels) values ('all', 'person:wang', '*')");
    courier = courier();
  }

  private Courier courier() {
    return new Courier(
        alerts.database(), new Notifiers(new Secrets(folder), alerts.clock()), alerts.clock());
  }

  @AfterEach
  void close() {
    courier.close();
    alerts.close();
    server.close();
  }

  @Test
  void whatIsDueIsDeliveredOnceAndWrittenDown() {
    courier.start();
    open("MN", 20);

    eventually().until(() -> states().equals(Set.of("DELIVERED")));
    assertThat(server.requests())
        .hasSize(20)
        .extracting(r -> r.header("X-event-id"))
        .doesNotHaveDuplicates();
    assertThat(alerts.strings("select outcome from alerts.delivery_outcome"))
        .hasSize(20)
        .containsOnly("Delivered");
  }

  @Test
  void aServerThatGoesAwayAndComesBackGetsEverything() {
    server.goAway();
    courier.start();
    open("MN", 10);
    eventually().until(() -> states().equals(Set.of("RETRY")));
    assertThat(courier.troubles()).containsOnlyKeys("hook");
    server.comeBack();
    alerts.clock().forward(Duration.ofMinutes(1));

    eventually().until(() -> states().equals(Set.of("DELIVERED")));
    assertThat(server.requests())
        .extracting(r -> r.header("X-event-id"))
        .hasSize(10)
        .doesNotHaveDuplicates();
    assertThat(courier.troubles()).isEmpty();
  }

  @Test
  void aProcessKilledWhileSendingLeavesALeaseAfterWhichItIsSentAgainUnderTheSameId() {
    open("MN", 1);
    Deliveries killed = new Deliveries(alerts.clock());
    List<Deliveries.Channel> channels =
        alerts.database().jdbi().inTransaction(killed::channelsWithWork);
    Deliveries.Claim claim =
        alerts.database().jdbi().inTransaction(h -> killed.claim(h, channels.get(0)));
    new Notifiers(new Secrets(folder), alerts.clock())
        .of(ChannelKind.WEBHOOK, channels.get(0).settings())
        .send(claim.message());
    // Nothing more is written: here it dies.
    courier.start();
    await().during(Duration.ofSeconds(1)).until(() -> states().equals(Set.of("SENDING")));
    alerts.clock().forward(Duration.ofMinutes(3));

    eventually().until(() -> states().equals(Set.of("DELIVERED")));
    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().get(0).header("X-event-id"))
        .isEqualTo(server.requests().get(1).header("X-event-id"));
    assertThat(server.requests().get(0).body()).isEqualTo(server.requests().get(1).body());
  }

  @Test
  void twoCouriersSendEachMessageOnce() {
    try (Courier other = courier()) {
      courier.start();
      other.start();
      open("MN", 60);

      eventually().until(() -> states().equals(Set.of("DELIVERED")));
      assertThat(server.requests()).hasSize(60);
    }
  }

  @Test
  void aChannelKeepsItsRate() {
    alerts.sql("update alerts.channel set per_minute = 3 where id = 'hook'");
    courier.start();
    open("MN", 7);
    eventually().until(() -> server.requests().size() == 3);
    await().during(Duration.ofSeconds(1)).until(() -> server.requests().size() == 3);
    alerts.clock().forward(Duration.ofSeconds(61));
    eventually().until(() -> server.requests().size() == 6);
    alerts.clock().forward(Duration.ofSeconds(61));

    eventually().until(() -> states().equals(Set.of("DELIVERED")));
    assertThat(server.requests()).hasSize(7);
  }

  @Test
  void aChannelThatHangsHoldsUpNoOther() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      alerts.sql(
          "update alerts.person_address set address = 'http://127.0.0.1:"
              + mute.getLocalPort()
              + "/'");
      alerts.sql("insert into alerts.person_address values ('wang', 'app', 'wang')");
      courier.start();
      open("MN", 5);

      await()
          .atMost(Duration.ofSeconds(8))
          .until(
              () ->
                  alerts
                          .strings(
                              """
                              select id::text from alerts.delivery
                              where channel_id = 'app' and state = 'DELIVERED'""")
                          .size()
                      == 5);
    }
  }

  @Test
  void aRefusedMessageIsGivenUpAndSaysWhy() {
    server.answers(410, "gone");
    courier.start();
    open("MN", 1);

    eventually().until(() -> states().equals(Set.of("GAVE_UP")));
    assertThat(alerts.strings("select detail from alerts.delivery_outcome"))
        .containsExactly("status 410: gone");
  }

  @Test
  void aMissingSecretIsSaidAndLosesNothing() throws Exception {
    Files.delete(folder.resolve("sign"));
    courier.start();
    open("MN", 1);
    eventually().until(() -> states().equals(Set.of("RETRY")));
    assertThat(courier.troubles().get("hook")).contains("sign", "cannot be read");
    Files.writeString(folder.resolve("sign"), "SECRET");
    alerts.clock().forward(Duration.ofMinutes(1));

    eventually().until(() -> states().equals(Set.of("DELIVERED")));
  }

  @Test
  void anSmtpServerThatGoesAwayAndComesBackLosesNothing() {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    GreenMail mail = new GreenMail(setup);
    mail.start();
    int port = mail.getSmtp().getPort();
    alerts.sql(
        "update alerts.channel set kind = 'EMAIL', settings = '{\"host\":\"127.0.0.1\",\"port\":"
            + port
            + ",\"from\":\"t@example.cn\",\"security\":\"NONE\"}' where id = 'hook'");
    alerts.sql("update alerts.person_address set address = 'wang@example.cn'");
    courier.start();
    open("A", 3);
    eventually().until(() -> mail.getReceivedMessages().length == 3);
    mail.stop();
    open("B", 4);
    eventually().until(() -> states().equals(Set.of("DELIVERED", "RETRY")));
    GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    again.start();
    try {
      alerts.clock().forward(Duration.ofMinutes(1));
      eventually().until(() -> states().equals(Set.of("DELIVERED")));
      assertThat(again.getReceivedMessages()).hasSize(4);
    } finally {
      again.stop();
    }
  }

  @Test
  void aDatabaseThatGoesAwayLosesNothing() {
    courier.start();
    for (int round = 0; round < 5; round++) {
      open("R" + round + "-", 10);
      postgres.cutConnections(alerts.url());
    }
    eventually()
        .until(
            () -> {
              alerts.clock().forward(Duration.ofSeconds(30));
              return states().equals(Set.of("DELIVERED"));
            });
    assertThat(server.requests().stream().map(r -> r.header("X-event-id")).distinct()).hasSize(50);
  }

  private void open(String mn, int count) {
    for (int at = 0; at < count; at++) {
      String name = mn + at;
      await()
          .ignoreExceptions()
          .until(
              () -> {
                alerts.exceedance(day(name, EIGHT, 1, State.OPEN, "0.63"));
                return true;
              });
    }
  }

  private Set<String> states() {
    return alerts.strings("select state from alerts.delivery").stream().collect(Collectors.toSet());
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(60)).ignoreExceptions();
  }
}
