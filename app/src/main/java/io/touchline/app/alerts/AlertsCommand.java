package io.touchline.app.alerts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.touchline.alerts.Alerts;
import io.touchline.alerts.Database;
import io.touchline.alerts.Progress;
import io.touchline.alerts.cases.ListExport;
import io.touchline.alerts.channel.Secrets;
import io.touchline.alerts.http.AlertsServer;
import io.touchline.alerts.http.Outside;
import io.touchline.alerts.setup.SetupFile;
import io.touchline.app.Complaint;
import io.touchline.app.StopSignals;
import io.touchline.app.export.CardListPdf;
import io.touchline.app.registry.TopicRegistry;
import io.touchline.app.role.MetricsPage;
import io.touchline.app.role.RoleCommand;
import io.touchline.app.role.RoleSettings;
import io.touchline.app.settings.Configuration;
import io.touchline.contract.Topics;
import io.touchline.portal.Portal;
import io.touchline.portal.PortalSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code alerts}: the alerts role against real servers, until it is asked to stop. */
@Command(name = "alerts", sortOptions = false)
public final class AlertsCommand extends RoleCommand {

  public AlertsCommand() {
    super(AlertsConfiguration.ALL);
  }

  @Override
  protected void run(Configuration configuration, StopSignals signals) throws InterruptedException {
    prepare(configuration);
    Optional<String> role = configuration.get(AlertsConfiguration.ROLE);
    AlertsReadiness readiness = new AlertsReadiness();
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Optional<MetricsPage> metrics = metrics(configuration, meters, readiness);
    try (Database database = AlertsDatabase.open(configuration, role.orElse(null))) {
      run(configuration, database, readiness, meters, signals);
    } finally {
      metrics.ifPresent(MetricsPage::close);
    }
    say("alerts.stopped");
  }

  /** What needs the user's own rights: the schema and the set-up. */
  private void prepare(Configuration configuration) {
    try (Database database = AlertsDatabase.open(configuration, null)) {
      Alerts.migrate(database);
      configuration
          .get(AlertsConfiguration.SETUP)
          .ifPresent(setup -> apply(setup, database, secrets(configuration)));
    } catch (IllegalStateException e) {
      throw Complaint.because(e, "alerts.setup.wrong", e.getMessage());
    }
  }

  private void apply(String setup, Database database, Path secrets) {
    try {
      SetupFile.apply(Path.of(setup), database, new Secrets(secrets));
    } catch (IllegalArgumentException e) {
      throw Complaint.because(e, "alerts.setup.wrong", e.getMessage());
    }
    say("alerts.setup.done", setup);
  }

  private void run(
      Configuration configuration,
      Database database,
      AlertsReadiness readiness,
      MeterRegistry meters,
      StopSignals signals)
      throws InterruptedException {
    Topics topics = new Topics(configuration.get(RoleSettings.PREFIX));
    Map<String, Object> kafka = configuration.kafka();
    Clock clock = Clock.systemUTC();
    try (Alerts alerts = Alerts.run(database, kafka, topics, clock, secrets(configuration));
        Opened door = door(configuration, database, topics, kafka, clock);
        Opened pages = pages(configuration, alerts, topics, kafka, clock)) {
      readiness.follow(alerts::progress);
      Gauge.builder("touchline.cases.faults", alerts, Alerts::caseFaults)
          .description("Records of cases that the latest check found changed")
          .register(meters);
      say("alerts.runs", configuration.get(RoleSettings.KAFKA));
      pages.address().ifPresent(address -> say("alerts.pages", address));
      door.address().ifPresent(address -> say("alerts.listens", address));
      signals.await(Long.MAX_VALUE);
      readiness.stopping();
      Progress progress = alerts.progress();
      say("alerts.counted", progress.applied(), progress.parked());
    }
  }

  private static Opened door(
      Configuration configuration,
      Database database,
      Topics topics,
      Map<String, Object> kafka,
      Clock clock) {
    Optional<Integer> port = configuration.get(AlertsConfiguration.PORT);
    if (port.isEmpty()) {
      return Opened.NOTHING;
    }
    String host = configuration.get(AlertsConfiguration.HOST);
    VersionPublisher versions = new VersionPublisher(kafka);
    Outside outside =
        new Outside(
            mark -> versions.publish(topics.marks().name(), mark.mn(), mark),
            sample -> versions.publish(topics.samples().name(), sample.mn(), sample),
            new TopicRegistry(topics, kafka, clock),
            new ListExport(CardListPdf::of));
    AlertsServer server = AlertsServer.start(host, port.get(), database, outside, clock);
    return new Opened(
        Optional.of("http://" + host + ":" + server.port() + "/v1"),
        () -> {
          server.close();
          versions.close();
        });
  }

  /** The pages keep tables of their own, with the user's own rights. */
  private static Opened pages(
      Configuration configuration,
      Alerts alerts,
      Topics topics,
      Map<String, Object> kafka,
      Clock clock) {
    Optional<Integer> port = configuration.get(AlertsConfiguration.PAGES_PORT);
    if (port.isEmpty()) {
      return Opened.NOTHING;
    }
    String host = configuration.get(AlertsConfiguration.PAGES_HOST);
    PortalSettings settings =
        new PortalSettings(host, port.get(), PortalSettings.DEFAULT_SILENT_AFTER)
            .printing(CardListPdf::of);
    Database database = AlertsDatabase.open(configuration, null);
    VersionPublisher versions = new VersionPublisher(kafka);
    try {
      Portal portal =
          Portal.start(
              settings,
              database,
              alerts,
              mark -> versions.publish(topics.marks().name(), mark.mn(), mark),
              kafka,
              topics,
              clock);
      return new Opened(
          Optional.of("http://" + host + ":" + portal.port() + "/"),
          () -> {
            portal.close();
            versions.close();
            database.close();
          });
    } catch (RuntimeException e) {
      versions.close();
      database.close();
      throw e;
    }
  }

  private static Path secrets(Configuration configuration) {
    return Path.of(configuration.get(AlertsConfiguration.SECRETS));
  }

  /** A part of the role that may be left out: where it is, and how it ends. */
  private record Opened(Optional<String> address, Runnable ending) implements AutoCloseable {

    static final Opened NOTHING = new Opened(Optional.empty(), () -> {});

    @Override
    public void close() {
      ending.run();
    }
  }
}
