package io.touchline.portal;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.touchline.alerts.Alerts;
import io.touchline.alerts.cases.ListExport;
import io.touchline.alerts.life.MarkBook;
import io.touchline.portal.page.Links;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server of the pages; its map is who may go where. What is not in it is not there. */
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
  static PortalServer start(PortalSettings settings, Pages pages, Alerts alerts, MarkBook marks) {
    Javalin server = Javalin.create(config -> configure(config, settings, pages, alerts, marks));
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

  private static void configure(
      JavalinConfig config, PortalSettings settings, Pages pages, Alerts alerts, MarkBook marks) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = false;
    config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    Assets assets = new Assets();
    Visitors visitors = new Visitors(alerts.accounts());
    Renderer renderer = new Renderer(assets, pages, visitors);
    Problems problems = new Problems(renderer);
    Health health = new Health(pages);
    RoutesConfig routes = config.routes;
    routes.before(SecurityHeaders::set);
    routes.beforeMatched(new Gate(visitors)::check);
    routes.get("/assets/*", assets::serve, Admits.EVERYBODY);
    routes.get("/health/live", health::live, Admits.EVERYBODY);
    routes.get("/health/ready", health::ready, Admits.EVERYBODY);
    door(routes, new SignInHandlers(visitors, renderer, pages, settings));
    rooms(routes, new PageHandlers(pages, renderer, visitors));
    alerts(routes, new AlertHandlers(pages, renderer, visitors, alerts.casework()));
    enterprise(routes, new EnterpriseHandlers(pages, renderer, visitors, marks));
    cases(routes, new CaseHandlers(pages, renderer, visitors, alerts.cases()));
    ListExport export = new ListExport(settings.printer());
    lists(routes, new CardListHandlers(pages, renderer, visitors, alerts.lists(), export));
    regions(routes, new RegionHandlers(pages, renderer, visitors));
    stations(routes, new StationHandlers(pages, renderer, visitors));
    routes.error(404, problems::notFound);
    routes.exception(Exception.class, problems::broken);
  }

  private static void door(RoutesConfig routes, SignInHandlers door) {
    routes.get(Links.FRONT, door::front, Admits.EVERYBODY);
    routes.get(Links.SIGN_IN, door::page, Admits.EVERYBODY);
    routes.post(Links.SIGN_IN, door::signIn, Admits.EVERYBODY);
    routes.post(Links.SIGN_OUT, door::signOut, Admits.SIGNED_IN);
  }

  private static void rooms(RoutesConfig routes, PageHandlers pages) {
    routes.get(Links.PUBLIC, pages::open, Admits.EVERYBODY);
    routes.get(Links.OFFICER, pages::officer, Admits.OFFICERS);
    routes.get(Links.WATCH, pages::watch, Admits.AUTHORITY);
    routes.get(Links.QUALITY, pages::quality, Admits.AUTHORITY);
    routes.get(Links.RATES, pages::rates, Admits.AUTHORITY);
    routes.get("/outlets/{mn}", pages::outlet, Admits.BUSINESS);
    routes.get("/outlets/{mn}/why", pages::why, Admits.BUSINESS);
    routes.get(Links.DESIGN, pages::design, Admits.SIGNED_IN);
  }

  private static void alerts(RoutesConfig routes, AlertHandlers alerts) {
    String one = Links.ALERTS + "/{id}";
    routes.get(Links.ALERTS, alerts::list, Admits.BUSINESS);
    routes.get(Links.ALERTS + ".csv", alerts::export, Admits.BUSINESS);
    routes.post(Links.ALERTS + "/acknowledge", alerts::acknowledge, Admits.OFFICERS);
    routes.get(one, alerts::page, Admits.BUSINESS);
    routes.post(one + "/acknowledge", alerts::acknowledgeOne, Admits.OFFICERS);
    routes.post(one + "/assign", alerts::assign, Admits.SUPERVISOR);
    routes.post(one + "/review", alerts::review, Admits.OFFICERS);
    routes.post(one + "/close", alerts::close, Admits.OFFICERS);
    routes.post(one + "/answer", alerts::answer, Admits.ENTERPRISE);
  }

  private static void enterprise(RoutesConfig routes, EnterpriseHandlers enterprise) {
    routes.get(Links.ENTERPRISE, enterprise::page, Admits.ENTERPRISE);
    routes.post(Links.ENTERPRISE + "/marks", enterprise::mark, Admits.ENTERPRISE);
    routes.post(Links.ENTERPRISE + "/marks/withdraw", enterprise::withdraw, Admits.ENTERPRISE);
  }

  private static void cases(RoutesConfig routes, CaseHandlers cases) {
    routes.get(Links.CASES, cases::list, Admits.CASE_PARTIES);
    routes.get(Links.CASES + "/{id}", cases::page, Admits.CASE_PARTIES);
    routes.post(Links.CASES + "/{id}/steps", cases::step, Admits.CASE_PARTIES);
  }

  private static void lists(RoutesConfig routes, CardListHandlers lists) {
    String one = Links.LISTS + "/{prefecture}/{period}";
    routes.get(Links.LISTS, lists::working, Admits.CASE_OFFICERS);
    routes.get(one, lists::one, Admits.CASE_OFFICERS);
    routes.get(one + "/file/{format}", lists::workingFile, Admits.CASE_OFFICERS);
    routes.post(one + "/draft", lists::draft, Admits.CASE_OFFICERS);
    routes.post(one + "/review", lists::review, Admits.CASE_OFFICERS);
    routes.post(one + "/publish", lists::publish, Admits.PUBLISHERS);
    String open = Links.PUBLIC_LISTS + "/{prefecture}/{period}";
    routes.get(Links.PUBLIC_LISTS, lists::published, Admits.EVERYBODY);
    routes.get(open, lists::publishedOne, Admits.EVERYBODY);
    routes.get(open + "/file/{format}", lists::publishedFile, Admits.EVERYBODY);
  }

  private static void regions(RoutesConfig routes, RegionHandlers regions) {
    routes.get(Links.REGIONS, regions::page, Admits.AUTHORITY);
    routes.get(Links.REGIONS + "/{code}", regions::page, Admits.AUTHORITY);
    routes.get(Links.ENTERPRISES + "/{code}", regions::enterprise, Admits.BUSINESS);
  }

  private static void stations(RoutesConfig routes, StationHandlers stations) {
    routes.get(Links.STATIONS, stations::stations, Admits.AUTHORITY);
    routes.get(Links.QUARANTINE, stations::quarantine, Admits.AUTHORITY);
    routes.get(Links.QUARANTINE + "/{partition}/{offset}", stations::piece, Admits.AUTHORITY);
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
