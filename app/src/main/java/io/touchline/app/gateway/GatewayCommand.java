package io.touchline.app.gateway;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.touchline.app.StopSignals;
import io.touchline.app.role.MetricsPage;
import io.touchline.app.role.Readiness;
import io.touchline.app.role.RoleCommand;
import io.touchline.app.role.RoleSettings;
import io.touchline.app.settings.Configuration;
import io.touchline.contract.Topics;
import io.touchline.ingest.Gateway;
import io.touchline.ingest.GatewayCounters;
import io.touchline.ingest.GatewaySettings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code gateway}: one gateway against real servers, until it is asked to stop. */
@Command(name = "gateway", sortOptions = false)
public final class GatewayCommand extends RoleCommand {

  public GatewayCommand() {
    super(GatewayConfiguration.ALL);
  }

  @Override
  protected void run(Configuration configuration, StopSignals signals) throws InterruptedException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Listening listening = new Listening();
    Optional<MetricsPage> metrics = metrics(configuration, registry, listening);
    GatewaySettings settings = GatewayConfiguration.settings(configuration);
    Gateway gateway = gateway(settings, configuration, registry);
    try (gateway) {
      int port = gateway.start();
      listening.now = true;
      say("gateway.listens", settings.host() + ":" + port);
      settings
          .doors()
          .tls()
          .ifPresent(tls -> say("gateway.listens.tls", tls.host() + ":" + gateway.tlsPort()));
      settings
          .doors()
          .https()
          .ifPresent(
              https -> say("gateway.listens.https", https.host() + ":" + gateway.httpsPort()));
      signals.await(Long.MAX_VALUE);
      listening.now = false;
      say("gateway.drains");
    } finally {
      metrics.ifPresent(MetricsPage::close);
    }
    sayCounters(gateway.counters());
  }

  private static Gateway gateway(
      GatewaySettings settings, Configuration configuration, PrometheusMeterRegistry registry) {
    return new Gateway(
        settings,
        new Topics(configuration.get(RoleSettings.PREFIX)),
        configuration.kafka(),
        registry,
        Clock.systemUTC());
  }

  private void sayCounters(GatewayCounters counters) {
    say(
        "gateway.closed",
        Long.toString(counters.received()),
        Long.toString(counters.accepted()),
        Long.toString(counters.quarantined()),
        Long.toString(counters.failed()),
        Long.toString(counters.acknowledged()));
  }

  private static final class Listening implements Readiness {
    volatile boolean now;

    @Override
    public boolean isAlive() {
      return true;
    }

    @Override
    public List<String> causes() {
      return now ? List.of() : List.of("not listening: waiting for Kafka, or stopping");
    }
  }
}
