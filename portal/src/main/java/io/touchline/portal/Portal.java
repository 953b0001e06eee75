package io.touchline.portal;

import io.touchline.alerts.Alerts;
import io.touchline.alerts.Database;
import io.touchline.alerts.Inbox;
import io.touchline.alerts.Progress;
import io.touchline.alerts.Subscription;
import io.touchline.contract.BarometerRecord;
import io.touchline.contract.BudgetRecord;
import io.touchline.contract.ConnectionRecord;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.RateRecord;
import io.touchline.contract.ReadingRecord;
import io.touchline.contract.RegionRecord;
import io.touchline.contract.RunningMeansRecord;
import io.touchline.contract.StationProposalRecord;
import io.touchline.contract.TargetsRecord;
import io.touchline.contract.Topics;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.portal.read.JudgedCount;
import io.touchline.portal.read.JudgedCounts;
import io.touchline.portal.read.MeansTable;
import io.touchline.portal.read.Quarantined;
import io.touchline.portal.read.ReadModels;
import io.touchline.portal.read.ReadingsTable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The portal role: the inbox that fills the read models, and the server of the pages. */
public final class Portal implements AutoCloseable {

  private final Inbox inbox;
  private final JudgedCounts counts;
  private final PortalServer server;

  private Portal(Inbox inbox, JudgedCounts counts, PortalServer server) {
    this.inbox = inbox;
    this.counts = counts;
    this.server = server;
  }

  /**
   * Brings the schema up to date, begins to read and opens the pages.
   *
   * @param database stays the caller's to close, after this
   * @param alerts started on the same database; its ledger is shown
   * @param marks publishes a mark: returns when the broker has it, throws where it has not
   * @param kafka consumer settings, {@code bootstrap.servers} at least
   * @throws IllegalStateException where the database is not usable or the port is taken
   */
  public static Portal start(
      PortalSettings settings,
      Database database,
      Alerts alerts,
      Consumer<MarkRecord> marks,
      Map<String, Object> kafka,
      Topics topics,
      Clock clock) {
    database.migrate("portal", "io/touchline/portal/migration");
    ReadModels models = ReadModels.of(database);
    Inbox inbox = new Inbox("portal", database, kafka, subscriptions(topics, models), clock);
    PortalServer server =
        PortalServer.start(
            settings,
            Pages.over(models, alerts, inbox::progress, settings, clock),
            alerts,
            alerts.marks(marks));
    inbox.start();
    return new Portal(inbox, models.counts(), server);
  }

  private static List<Subscription<?>> subscriptions(Topics topics, ReadModels models) {
    return List.of(
        new Subscription<>(topics.outlets(), OutletRecord.class, models.outlets()),
        new Subscription<>(topics.means(), MeansRecord.class, new MeansTable()),
        new Subscription<>(topics.readings(), ReadingRecord.class, new ReadingsTable()),
        new Subscription<>(topics.quality(), QualityRecord.class, models.findings()),
        new Subscription<>(topics.marks(), MarkRecord.class, models.marks()),
        new Subscription<>(topics.rates(), RateRecord.class, models.rates()),
        new Subscription<>(topics.budgets(), BudgetRecord.class, models.budgets()),
        new Subscription<>(topics.totals(), TotalRecord.class, models.totals()),
        new Subscription<>(topics.regions(), RegionRecord.class, models.regions()),
        new Subscription<>(topics.targets(), TargetsRecord.class, models.targets()),
        new Subscription<>(topics.barometer(), BarometerRecord.class, models.barometer()),
        new Subscription<>(topics.meansRunning(), RunningMeansRecord.class, models.running()),
        new Subscription<>(topics.connections(), ConnectionRecord.class, models.connections()),
        new Subscription<>(topics.proposals(), StationProposalRecord.class, models.proposals()),
        new Subscription<>(topics.quarantine(), Quarantined::of, models.quarantine()));
  }

  /** The port that the pages are at. */
  public int port() {
    return server.port();
  }

  public Progress progress() {
    return inbox.progress();
  }

  /** Judged and exceeding factor-hours (or factor-days) of all outlets together. */
  public JudgedCount judged(AveragingPeriod period) {
    return counts.ofAll(period);
  }

  @Override
  public void close() {
    server.close();
    inbox.close();
  }
}
