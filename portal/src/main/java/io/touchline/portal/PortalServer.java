package io.touchline.portal;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server of the pages; {@link #routes} is its map. */
final class PortalServer implements AutoCloseable {

  private static final int MOST_THREADS = 16;
  private static final int FEWEST_THREADS = 4;

  private final Javalin server;

  private PortalServer(Javalin server) {
    this.server = server;
  }

  /**
   * Opens the pages.
   *
   * @throws IllegalStateException where the port is taken
   */
  static PortalServer start(PortalSettings settings, Pages pages) {
    Javalin server = Javalin.create(config -> configure(config, pages));
    try {
      server.start(settings.host(), settings.port());
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "the pages could not be opened at "
              + settings.host()
              + ":"
              + settings.port()
              + ": choose another port, or end what listens there",
          e);
    }
    return new PortalServer(server);
  }

  private static void configure(JavalinConfig config, Pages pages) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = false;
    config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    Assets assets = new Assets();
    Renderer renderer = new Renderer(assets, pages);
    routes(
        config.routes,
        assets,
        new PageHandlers(pages, renderer),
        new Problems(renderer),
        new Health(pages));
  }

  private static void routes(
      RoutesConfig routes, Assets assets, PageHandlers pages, Problems problems, Health health) {
    routes.before(SecurityHeaders::set);
    routes.get("/", pages::watch);
    routes.get("/quality", pages::quality);
    routes.get("/rates", pages::rates);
    routes.get("/outlets/{mn}", pages::outlet);
    routes.get("/outlets/{mn}/why", pages::why);
    routes.get("/assets/*", assets::serve);
    routes.get("/health/live", health::live);
    routes.get("/health/ready", health::ready);
    routes.error(404, problems::notFound);
    routes.exception(Exception.class, problems::broken);
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
