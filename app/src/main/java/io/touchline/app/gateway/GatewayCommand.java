package io.touchline.app.gateway;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.touchline.app.Logging;
import io.touchline.app.StopSignals;
import io.touchline.app.Texts;
import io.touchline.app.role.MetricsPage;
import io.touchline.app.role.Readiness;
import io.touchline.app.role.RoleSettings;
import io.touchline.app.settings.Configuration;
import io.touchline.contract.Topics;
import io.touchline.ingest.Gateway;
import io.touchline.ingest.GatewayCounters;
import io.touchline.ingest.GatewaySettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gateway}: one gateway against real servers, until it is asked to stop. */
@Command(name = "gateway", sortOptions = false)
public final class GatewayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--config", paramLabel = "FILE", descriptionKey = "gateway.config")
  private Path file;

  @Override
  public Integer call() throws InterruptedException {
    Configuration configuration =
        Configuration.read(file, System.getenv(), GatewayConfiguration.ALL);
    Logging.toStandardError();
    StopSignals signals = new StopSignals();
    signals.install();
    return run(configuration, signals);
  }

  /** The metrics come first, so that a gateway that waits for Kafka can be seen waiting. */
  private int run(Configuration configuration, StopSignals signals) throws InterruptedException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Listening listening = new Listening();
    MetricsPage metrics = metrics(configuration, registry, listening);
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
      if (metrics != null) {
        metrics.close();
      }
    }
    sayCounters(gateway.counters());
    return 0;
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

  /** Null where no port is set. */
  private MetricsPage metrics(
      Configuration configuration, PrometheusMeterRegistry registry, Listening listening) {
    String host = configuration.get(RoleSettings.METRICS_HOST);
    return configuration
        .get(RoleSettings.METRICS_PORT)
        .map(
            port -> {
              MetricsPage page = MetricsPage.start(host, port, registry, listening);
              say("gateway.metrics", "http://" + host + ":" + page.port() + "/metrics");
              return page;
            })
        .orElse(null);
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

  private void say(String key, Object... arguments) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Texts.get(key, arguments));
    out.flush();
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
