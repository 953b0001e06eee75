package io.touchline.app.role;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.touchline.app.Complaint;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * What a role tells Prometheus ({@code /metrics}), whoever keeps it alive ({@code /health/live})
 * and whoever sends it work ({@code /health/ready}, and {@code /health} alike).
 */
public final class MetricsPage implements AutoCloseable {

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
   * @param readiness asked at each look; what is not ready or alive is told with 503, and the
   *     causes a line each
   */
  public static MetricsPage start(
      String host, int port, PrometheusMeterRegistry registry, Readiness readiness) {
    JvmGcMetrics collector = new JvmGcMetrics();
    collector.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    Javalin server = Javalin.create(config -> configure(config, registry, readiness));
    try {
      server.start(host, port);
    } catch (RuntimeException e) {
      collector.close();
      throw Complaint.because(e, "metrics.port.taken", host + ":" + port);
    }
    return new MetricsPage(server, collector);
  }

  private static void configure(
      JavalinConfig config, PrometheusMeterRegistry registry, Readiness readiness) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = false;
    config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 1);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.routes.get("/metrics", page -> page.contentType(PROMETHEUS).result(registry.scrape()));
    config.routes.get("/health", page -> tell(page, readiness.causes().isEmpty(), readiness));
    config.routes.get("/health/ready", page -> tell(page, readiness.causes().isEmpty(), readiness));
    config.routes.get("/health/live", page -> tell(page, readiness.isAlive(), readiness));
  }

  private static void tell(Context page, boolean holds, Readiness readiness) {
    String answer = holds ? "up" : "down\n" + String.join("\n", readiness.causes());
    page.status(holds ? 200 : 503).result(answer.strip() + "\n");
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
    collector.close();
  }
}
