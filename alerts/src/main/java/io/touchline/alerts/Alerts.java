package io.touchline.alerts;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.Topics;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The alerts role: the inbox that fills the ledger, and the ledger. */
public final class Alerts implements AutoCloseable {

  private final ExceedanceLedger ledger;
  private final Inbox inbox;

  private Alerts(ExceedanceLedger ledger, Inbox inbox) {
    this.ledger = ledger;
    this.inbox = inbox;
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
    ExceedanceLedger ledger = new ExceedanceLedger(database.jdbi());
    Inbox inbox = new Inbox("alerts", database, kafka, subscriptions(topics, ledger), clock);
    inbox.start();
    return new Alerts(ledger, inbox);
  }

  /** The schema of the ledger and of every inbox. */
  public static void migrate(Database database) {
    database.migrate("alerts", "io/touchline/alerts/migration");
  }

  /** The ledger to read from, in a process that does not fill it itself. */
  public static ExceedanceLedger ledgerOf(Database database) {
    return new ExceedanceLedger(database.jdbi());
  }

  private static List<Subscription<?>> subscriptions(Topics topics, ExceedanceLedger ledger) {
    return List.of(
        new Subscription<>(topics.outlets(), OutletRecord.class, new OutletNames()),
        new Subscription<>(topics.exceedances(), ExceedanceRecord.class, ledger));
  }

  public ExceedanceLedger ledger() {
    return ledger;
  }

  public Progress progress() {
    return inbox.progress();
  }

  @Override
  public void close() {
    inbox.close();
  }
}
