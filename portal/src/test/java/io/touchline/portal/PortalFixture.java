package io.touchline.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.touchline.alerts.Alerts;
import io.touchline.alerts.Database;
import io.touchline.alerts.http.Passwords;
import io.touchline.alerts.http.Role;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.Topics;
import io.touchline.domain.AveragingPeriod;
import io.touchline.fixtures.Publisher;
import io.touchline.fixtures.TestBroker;
import io.touchline.fixtures.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A portal over the made-up fleet with its own broker and database, and one account of each role;
 * all have the same password.
 */
final class PortalFixture {

  static final Instant NOW = Fleet.at("2026-11-20T08:12:31");
  static final String PASSWORD = "long and secret";

  /** Exceeds by the hour; the account {@code plant} is its enterprise's. */
  static final String EXCEEDING = "8888863012100000003";

  private static final int MEANS = 78;

  /** Somebody is told of everything, so that the clocks run. */
  private static final String DUTY =
      """
      insert into alerts.channel (id, kind, settings, per_minute) values ('app', 'IN_APP', '{}', 60);
      insert into alerts.person (id, name) values ('duty', '值班员');
      insert into alerts.person_address (person_id, channel_id, address)
        values ('duty', 'app', 'duty');
      insert into alerts.route (id, recipients, channels) values ('all', 'person:duty', '*');
      """;

  private final Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), NOW));
  private final TestBroker broker = TestBroker.start();
  private final TestPostgres postgres = TestPostgres.start();
  private final Topics topics = new Topics("fed.");
  private final List<MarkRecord> marks = new CopyOnWriteArrayList<>();
  private final Fleet fleet = new Fleet(NOW);
  private final Database database;
  private final Alerts alerts;
  private final Portal portal;

  private PortalFixture() {
    broker.create(topics.all());
    database = Database.open(postgres.newDatabase(), "postgres", "postgres");
    alerts = Alerts.start(database, broker.client(), topics, clock);
    portal =
        Portal.start(
            PortalSettings.onLoopback(0)
                .printing(list -> ("%PDF of " + list.content().prefecture()).getBytes(UTF_8))
                .withDemo(List.of(new DemoAccount("officer", PASSWORD, Role.OFFICER))),
            database,
            alerts,
            marks::add,
            broker.client(),
            topics,
            clock);
  }

  /** Starts one and waits until all is on its pages. */
  static PortalFixture start(OutletRecord... more) {
    PortalFixture fixture = new PortalFixture();
    fixture.accounts();
    fixture.feed(List.of(more));
    FleetCases.enter(fixture.database, fixture.clock, fixture.fleet.outlets());
    return fixture;
  }

  private void feed(List<OutletRecord> more) {
    List<OutletRecord> outlets = fleet.outlets();
    int besides;
    try (Publisher publisher = new Publisher(broker, topics)) {
      for (OutletRecord outlet : outlets) {
        publisher.outlet(outlet);
      }
      more.forEach(publisher::outlet);
      publisher.flush();
      // Alerts name the enterprise of their outlet as it is known when they open.
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> count("alerts.outlet") == outlets.size() + more.size());
      for (OutletRecord outlet : outlets) {
        List<MeansRecord> means = fleet.means(outlet, 48, 30);
        means.forEach(publisher::means);
        FleetEpisodes.in(means).forEach(publisher::exceedance);
      }
      outlets.subList(0, 22).forEach(o -> publisher.reading(fleet.reading(o, NOW)));
      publisher.exceedance(FleetEpisodes.ofEnterprise(outlets.get(3), NOW));
      FleetDoubts.on(outlets, NOW).forEach(publisher::quality);
      FleetDoubts.rates(outlets, NOW).forEach(publisher::rates);
      FleetDoubts.marks(outlets, NOW).forEach(publisher::mark);
      FleetBudgets.of(outlets.get(2)).forEach(publisher::budget);
      publisher.quality(FleetBudgets.warning(outlets.get(2), NOW));
      besides =
          FleetRegions.publish(publisher, topics, outlets, NOW)
              + FleetStations.publish(publisher, broker, topics, outlets, NOW);
      publisher.flush();
    }
    long expected =
        outlets.size()
            + more.size()
            + (long) outlets.size() * MEANS
            + 22
            + FleetDoubts.on(outlets, NOW).size()
            + FleetDoubts.rates(outlets, NOW).size()
            + FleetDoubts.marks(outlets, NOW).size()
            + FleetBudgets.of(outlets.get(2)).size()
            + besides
            + 1;
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                portal.judged(AveragingPeriod.HOUR).judged() > 2_000
                    && portal.progress().and(alerts.progress()).lag() == 0
                    && alerts.progress().asOf().isPresent()
                    && portal.progress().applied() == expected);
  }

  private long count(String table) {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  private void accounts() {
    OutletRecord own = fleet.outlets().get(2);
    account("officer", Role.OFFICER, null, null);
    account("qinghai", Role.OFFICER, "63", null);
    account("shanxi", Role.OFFICER, "14", null);
    account("chief", Role.SUPERVISOR, null, null);
    account("plant", Role.ENTERPRISE, null, own.enterpriseCode());
    account("rival", Role.ENTERPRISE, null, fleet.outlets().get(10).enterpriseCode());
    account("legal", Role.LEGAL, null, null);
    account("head", Role.HEAD, null, null);
    account("operations", Role.OPERATIONS, null, null);
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute(
                  "insert into alerts.enterprise (code, sector, key_discharger) values (?, ?, true)",
                  own.enterpriseCode(),
                  "D4411 火力发电");
              handle.createScript(DUTY).execute();
            });
  }

  private void account(String login, Role role, String region, String enterprise) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into alerts.app_user
                      (login, password_hash, role, region_prefix, enterprise_code)
                    values (?, ?, ?, ?, ?)""",
                    login,
                    HASH,
                    role.name(),
                    region,
                    enterprise));
  }

  private static final String HASH = Passwords.hash(PASSWORD);

  Visit visit() {
    return new Visit(portal.port());
  }

  /** A visitor with a session of an account. */
  Visit as(String login) {
    return visit().withSession(alerts.accounts().open(login, PASSWORD, null).orElseThrow().token());
  }

  String address() {
    return "http://127.0.0.1:" + portal.port();
  }

  TestBroker broker() {
    return broker;
  }

  TestPostgres postgres() {
    return postgres;
  }

  Clock clock() {
    return clock;
  }

  Fleet fleet() {
    return fleet;
  }

  Database database() {
    return database;
  }

  /** Marks that were published from the pages. */
  List<MarkRecord> published() {
    return marks;
  }

  void close() throws Exception {
    portal.close();
    alerts.close();
    database.close();
    postgres.close();
    broker.close();
  }
}
