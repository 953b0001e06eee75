package io.touchline.app.gateway;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.touchline.app.Complaint;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** What a role tells Prometheus ({@code /metrics}) and whoever keeps it alive ({@code /health}). */
final class MetricsPage implements AutoCloseable {

  private static final int MOST_THREADS = 4;
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Javalin server;
  private final JvmGcMetrics collector;

  private MetricsPage(Javalin server, JvmGcMetrics collector) {
    this.server = server;
    this.collector = collector;
  }

  /**
   * Opens the page, and registers what is worth knowing of the JVM besides.
   *
   * @param works whether the role does what it is there for; asked at each look at {@code /health},
   *     which says 503 when it does not
   */
  static MetricsPage start(
      String host, int port, PrometheusMeterRegistry registry, BooleanSupplier works) {
    JvmGcMetrics collector = new JvmGcMetrics();
    collector.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    Javalin server = Javalin.create(config -> configure(config, registry, works));
    try {
      server.start(host, port);
    } catch (RuntimeException e) {
      collector.close();
      throw Complaint.because(e, "metrics.port.taken", host + ":" + port);
    }
    return new MetricsPage(server, collector);
  }

  private static void configure(
      JavalinConfig config, PrometheusMeterRegistry registry, BooleanSupplier works) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = false;
    config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 1);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.routes.get("/metrics", page -> page.contentType(PROMETHEUS).result(registry.scrape()));
    config.routes.get(
        "/health",
        page -> {
          boolean working = works.getAsBoolean();
          page.status(working ? 200 : 503).result(working ? "up\n" : "down\n");
        });
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
    collector.close();
  }
}
