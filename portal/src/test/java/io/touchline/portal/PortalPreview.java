package io.touchline.portal;

import io.touchline.alerts.Alerts;
import io.touchline.alerts.Database;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.Topics;
import io.touchline.fixtures.Publisher;
import io.touchline.fixtures.TestBroker;
import io.touchline.fixtures.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps a portal over the made-up fleet open to look at: run it, open its port, end it. */
final class PortalPreview {

  private static final int SILENT = 13;

  private PortalPreview() {}

  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    Clock clock = Clock.systemUTC();
    Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    try (TestPostgres postgres = TestPostgres.start();
        TestBroker broker = TestBroker.start()) {
      broker.create(topics.all());
      try (Publisher publisher = new Publisher(broker, topics);
          Database database = Database.open(postgres.newDatabase(), "postgres", "postgres");
          Alerts alerts = Alerts.start(database, broker.client(), topics, clock);
          Portal portal =
              Portal.start(
                  PortalSettings.onLoopback(port),
                  database,
                  alerts,
                  publisher::mark,
                  broker.client(),
                  topics,
                  clock)) {
        Fleet fleet = new Fleet(clock.instant());
        List<OutletRecord> outlets = fleet.outlets();
        for (OutletRecord outlet : outlets) {
          publisher.outlet(outlet);
          List<MeansRecord> means = fleet.means(outlet, 96, 40);
          means.forEach(publisher::means);
          FleetEpisodes.in(means).forEach(publisher::exceedance);
        }
        FleetDoubts.on(outlets, clock.instant()).forEach(publisher::quality);
        FleetDoubts.rates(outlets, clock.instant()).forEach(publisher::rates);
        FleetDoubts.marks(outlets, clock.instant()).forEach(publisher::mark);
        publisher.flush();
        System.out.println("http://127.0.0.1:" + portal.port());
        do {
          Instant now = clock.instant();
          for (int at = 0; at < outlets.size(); at++) {
            if (at != SILENT) {
              publisher.reading(fleet.reading(outlets.get(at), now));
            }
          }
          publisher.flush();
        } while (!new CountDownLatch(1).await(10, TimeUnit.SECONDS));
      }
    }
  }
}
