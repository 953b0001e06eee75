package io.touchline.app.demo;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.alerts.Alerts;
import io.touchline.alerts.Database;
import io.touchline.app.Complaint;
import io.touchline.app.Ports;
import io.touchline.app.Texts;
import io.touchline.app.alerts.VersionPublisher;
import io.touchline.app.broker.EmbeddedBroker;
import io.touchline.app.broker.TopicCreator;
import io.touchline.app.database.EmbeddedDatabase;
import io.touchline.app.export.CardListPdf;
import io.touchline.contract.Topics;
import io.touchline.fleet.demo.DemoFleet;
import io.touchline.fleet.demo.FleetProgress;
import io.touchline.fleet.demo.FleetReport;
import io.touchline.fleet.demo.FleetSettings;
import io.touchline.ingest.Gateway;
import io.touchline.ingest.GatewaySettings;
import io.touchline.portal.Portal;
import io.touchline.portal.PortalSettings;
import io.touchline.streams.JournalSettings;
import io.touchline.streams.JournalStreams;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Everything in one process. {@link #start} is the map: what there is, and in which order. */
final class Demo implements AutoCloseable {

  private final DemoSettings settings;
  private final DemoDirectory directory;
  private final Clock clock;
  private final Steps steps;
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);

  private EmbeddedBroker broker;
  private JournalStreams journal;
  private Gateway gateway;
  private int gatewayPort;
  private DemoFleet fleet;
  private FleetTotals fleetTotals;
  private TopicsTally tally;

  Demo(DemoSettings settings, DemoDirectory directory, PrintWriter out, Clock clock) {
    this.settings = settings;
    this.directory = directory;
    this.clock = clock;
    this.steps = new Steps(out);
  }

  /** Starts all of it; where a step fails, {@link #close} stops those before it. */
  void start() {
    broker =
        steps.start(
            "broker",
            () -> EmbeddedBroker.start(directory.of("broker"), settings.brokerPort()),
            EmbeddedBroker::bootstrapServers);
    steps.run("topics", this::topics);
    EmbeddedDatabase server =
        steps.start(
            "database",
            () -> EmbeddedDatabase.start(directory.of("database"), 0),
            database -> Ports.LOOPBACK + ":" + database.port());
    steps.run("registry", this::registry);
    journal = steps.start("journal", this::journal, running -> "");
    Database database = Database.open(server.jdbcUrl(), "postgres", null);
    steps.toStop("pool", database);
    Alerts alerts = steps.start("alerts", () -> alerts(database), running -> "");
    if (settings.pagePort() != null) {
      steps.start(
          "page",
          () -> portal(database, alerts),
          page -> "http://" + Ports.LOOPBACK + ":" + page.port() + "/");
    }
    gateway = steps.start("gateway", this::gateway, running -> Ports.LOOPBACK + ":" + gatewayPort);
    steps.run("fleet", this::fleet);
  }

  private String topics() {
    try (Admin admin = Admin.create(client())) {
      int created = new TopicCreator(admin).apply(topics.all()).size();
      tally = TopicsTally.since(topics, client());
      return Texts.get("demo.topics", Integer.toString(created));
    }
  }

  private String registry() {
    int outlets = DemoRegistry.importAll(settings.registry(), topics, client(), clock.instant());
    return Texts.get("demo.registry", Integer.toString(outlets));
  }

  private JournalStreams journal() {
    // The same member over restarts: it need not wait until a killed run is taken for dead.
    Map<String, Object> client = new HashMap<>(client());
    client.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "demo");
    JournalStreams streams =
        new JournalStreams(topics, JournalSettings.standard(), client, directory.of("journal"), 1);
    streams.start();
    return streams;
  }

  private Alerts alerts(Database database) {
    return DemoAlerts.start(directory.of("alerts"), database, client(), topics, clock);
  }

  private Portal portal(Database database, Alerts alerts) {
    int port = settings.pagePort();
    try {
      PortalSettings pages =
          PortalSettings.onLoopback(port)
              .printing(CardListPdf::of)
              .withDemo(DemoAccounts.in(directory.of("alerts"), database));
      VersionPublisher versions = new VersionPublisher(client());
      steps.toStop("marks", versions);
      return Portal.start(
          pages,
          database,
          alerts,
          mark -> versions.publish(topics.marks().name(), mark.mn(), mark),
          client(),
          topics,
          clock);
    } catch (IllegalStateException e) {
      // Free when it was looked at, and taken since: the one thing that a person can mend here.
      if (port != 0 && !Ports.isFree(port)) {
        throw Complaint.because(e, "port.taken", Integer.toString(port), Texts.get("role.page"));
      }
      throw e;
    }
  }

  private Gateway gateway() {
    Gateway starting =
        new Gateway(
            GatewaySettings.defaults()
                .withName("demo")
                .withAddress(Ports.LOOPBACK, settings.gatewayPort())
                .withLoops(1),
            topics,
            client(),
            new SimpleMeterRegistry(),
            clock);
    gatewayPort = starting.start();
    return starting;
  }

  private String fleet() {
    fleetTotals = new FleetTotals(directory.path());
    FleetSettings told =
        FleetSettings.of(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), gatewayPort),
                directory.of("fleet"))
            .withHistory(settings.days());
    fleet = new DemoFleet(told, clock, fleetTotals::watch);
    fleet.start();
    return Texts.get("demo.fleet", Integer.toString(DemoFleet.outlets().size()));
  }

  private Map<String, Object> client() {
    return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
  }

  /** How far the fleet is, null before it first said so. */
  FleetProgress progress() {
    return fleetTotals.latest();
  }

  boolean hasFailed() {
    return journal.hasFailed();
  }

  /**
   * Lets the fleet fall silent and what it sent be judged, and counts.
   *
   * @return the summary of this run and of all
   */
  DemoSummary finish() {
    FleetReport report = fleet.stop();
    gateway.close();
    Settling.await(topics, client());
    return new DemoSummary(fleetTotals.close(report), tally.count());
  }

  /** Stops all in the reverse order of the start. */
  @Override
  public void close() {
    steps.close();
  }
}
