package io.touchline.app.role;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.touchline.app.Logging;
import io.touchline.app.StopSignals;
import io.touchline.app.Texts;
import io.touchline.app.settings.Configuration;
import io.touchline.app.settings.Setting;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One role against real servers, until it is asked to stop. */
public abstract class RoleCommand implements Callable<Integer> {

  private final List<Setting<?>> settings;

  @Spec private CommandSpec spec;

  @Option(names = "--config", paramLabel = "FILE", descriptionKey = "role.config")
  private Path file;

  /**
   * A role.
   *
   * @param settings all keys that it knows
   */
  protected RoleCommand(List<Setting<?>> settings) {
    this.settings = settings;
  }

  @Override
  public final Integer call() throws InterruptedException {
    Configuration configuration = Configuration.read(file, System.getenv(), settings);
    Logging.toStandardError();
    StopSignals signals = new StopSignals();
    signals.install();
    run(configuration, signals);
    return 0;
  }

  /**
   * Runs until the signals say so.
   *
   * @throws io.touchline.app.Complaint where it cannot start or go on
   */
  protected abstract void run(Configuration configuration, StopSignals signals)
      throws InterruptedException;

  /** Opened first, so that a role that waits for its servers can be seen waiting; or none. */
  protected final Optional<MetricsPage> metrics(
      Configuration configuration, PrometheusMeterRegistry registry, Readiness readiness) {
    String host = configuration.get(RoleSettings.METRICS_HOST);
    return configuration
        .get(RoleSettings.METRICS_PORT)
        .map(
            port -> {
              MetricsPage page = MetricsPage.start(host, port, registry, readiness);
              say("role.metrics", "http://" + host + ":" + page.port() + "/metrics");
              return page;
            });
  }

  protected final void say(String key, Object... arguments) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Texts.get(key, arguments));
    out.flush();
  }
}
