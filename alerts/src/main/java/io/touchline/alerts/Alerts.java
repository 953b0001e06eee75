package io.touchline.alerts;

import io.touchline.alerts.book.Intake;
import io.touchline.alerts.cases.CardLists;
import io.touchline.alerts.cases.CaseIntake;
import io.touchline.alerts.cases.CaseKeeper;
import io.touchline.alerts.cases.Enforcement;
import io.touchline.alerts.cases.OutboxPublisher;
import io.touchline.alerts.channel.Courier;
import io.touchline.alerts.channel.Notifiers;
import io.touchline.alerts.channel.Secrets;
import io.touchline.alerts.http.Accounts;
import io.touchline.alerts.life.Casework;
import io.touchline.alerts.life.MarkBook;
import io.touchline.alerts.pipeline.AlertPipeline;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.Topics;
import io.touchline.contract.TotalRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The alerts role: the inbox that fills the ledger and the alerts, the clocks, and the courier that
 * carries messages out; and beside them the inbox of the cases, what carries their events to their
 * topic, and their keeper.
 */
public final class Alerts implements AutoCloseable {

  private static final Path NO_SECRETS = Path.of("secrets");

  private final ExceedanceLedger ledger;
  private final Database database;
  private final Clock clock;
  private final Inbox inbox;
  private final Timekeeper timekeeper;
  private final Courier courier;
  private final Inbox caseInbox;
  private final OutboxPublisher outbox;
  private final CaseKeeper keeper;

  private Alerts(
      Database database,
      Clock clock,
      Inbox inbox,
      Timekeeper timekeeper,
      Courier courier,
      Inbox caseInbox,
      OutboxPublisher outbox,
      CaseKeeper keeper) {
    this.ledger = ledgerOf(database);
    this.database = database;
    this.clock = clock;
    this.inbox = inbox;
    this.timekeeper = timekeeper;
    this.courier = courier;
    this.caseInbox = caseInbox;
    this.outbox = outbox;
    this.keeper = keeper;
  }

  /**
   * Brings the schema up to date and begins to read.
   *
   * @param database stays the caller's to close, after this
   * @param kafka consumer settings, {@code bootstrap.servers} at least
   * @throws IllegalStateException where the database is not usable
   */
  public static Alerts start(
      Database database, Map<String, Object> kafka, Topics topics, Clock clock) {
    migrate(database);
    return run(database, kafka, topics, clock, NO_SECRETS);
  }

  /**
   * Begins to read, with the schema as it stands.
   *
   * @param secrets directory of what channels keep secret, a file each
   */
  public static Alerts run(
      Database database, Map<String, Object> kafka, Topics topics, Clock clock, Path secrets) {
    ExceedanceLedger ledger = new ExceedanceLedger(database.jdbi());
    AlertPipeline pipeline = new AlertPipeline();
    Intake intake = new Intake(pipeline, clock);
    Inbox inbox =
        new Inbox("alerts", database, kafka, subscriptions(topics, ledger, intake), clock);
    Timekeeper timekeeper = new Timekeeper(database, intake, pipeline, clock);
    Courier courier = new Courier(database, new Notifiers(new Secrets(secrets), clock), clock);
    Inbox caseInbox =
        new Inbox("cases", database, kafka, new CaseIntake(clock).subscriptions(topics), clock);
    OutboxPublisher outbox = new OutboxPublisher(database, kafka, topics, clock);
    CaseKeeper keeper = new CaseKeeper(database, kafka, topics, pipeline, clock);
    inbox.start();
    timekeeper.start();
    courier.start();
    caseInbox.start();
    outbox.start();
    keeper.start();
    return new Alerts(database, clock, inbox, timekeeper, courier, caseInbox, outbox, keeper);
  }

  /** The schema of the ledger, of alerts and of every inbox. */
  public static void migrate(Database database) {
    database.migrate("alerts", "io/touchline/alerts/migration");
  }

  /** The ledger to read from, in a process that does not fill it itself. */
  public static ExceedanceLedger ledgerOf(Database database) {
    return new ExceedanceLedger(database.jdbi());
  }

  private static List<Subscription<?>> subscriptions(
      Topics topics, ExceedanceLedger ledger, Intake intake) {
    Subscription.Handler<ExceedanceRecord> alerting = intake.exceedances();
    return List.of(
        new Subscription<>(topics.outlets(), OutletRecord.class, new OutletNames()),
        new Subscription<>(
            topics.exceedances(),
            ExceedanceRecord.class,
            (handle, records) -> {
              ledger.apply(handle, records);
              alerting.apply(handle, records);
            }),
        new Subscription<>(topics.means(), MeansRecord.class, intake.means()),
        new Subscription<>(topics.quality(), QualityRecord.class, intake.findings()),
        new Subscription<>(topics.totals(), TotalRecord.class, intake.totals()));
  }

  public ExceedanceLedger ledger() {
    return ledger;
  }

  /** The steps that people take with alerts. */
  public Casework casework() {
    return new Casework(database.jdbi(), clock);
  }

  /** What people may do with cases. */
  public Enforcement cases() {
    return new Enforcement(database.jdbi(), clock);
  }

  /** Yellow and red lists. */
  public CardLists lists() {
    return new CardLists(database.jdbi(), clock);
  }

  /** Who may come in. */
  public Accounts accounts() {
    return new Accounts(database.jdbi(), clock);
  }

  /**
   * What dischargers say of their outlets' time.
   *
   * @param publisher see {@link MarkBook}
   */
  public MarkBook marks(Consumer<MarkRecord> publisher) {
    return new MarkBook(database.jdbi(), publisher, clock);
  }

  public Progress progress() {
    return inbox.progress().and(caseInbox.progress());
  }

  /** How much of what is kept of cases the latest check found changed; 0 where all is whole. */
  public int caseFaults() {
    return keeper.faults();
  }

  /** What keeps events of cases from their topic, empty while all is well. */
  public Optional<String> outboxTrouble() {
    return Optional.ofNullable(outbox.trouble());
  }

  /** What keeps which channel from sending, by channel; nothing of it is secret. */
  public Map<String, String> troubles() {
    return courier.troubles();
  }

  @Override
  public void close() {
    inbox.close();
    timekeeper.close();
    courier.close();
    caseInbox.close();
    keeper.close();
    outbox.close();
  }
}
