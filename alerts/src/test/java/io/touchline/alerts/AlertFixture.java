package io.touchline.alerts;

import io.touchline.alerts.book.Alert;
import io.touchline.alerts.book.AlertRows;
import io.touchline.alerts.book.Intake;
import io.touchline.alerts.pipeline.AlertPipeline;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.Json;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.fixtures.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A database with alerts in it, a clock that is set by hand, and what topics would bring. */
public final class AlertFixture implements AutoCloseable {

  public static final Instant NINE = ChinaTime.parse("2026-11-20T09:00:00+08:00");

  /** Time as the test has it. */
  public static final class HandClock extends Clock {

    private volatile Instant now = NINE;

    public void forward(Duration duration) {
      now = now.plus(duration);
    }

    public void set(Instant instant) {
      now = instant;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ChinaTime.OFFSET;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final HandClock clock = new HandClock();
  private final String url;
  private final Database database;
  private final AlertPipeline pipeline = new AlertPipeline();
  private final Intake intake = new Intake(pipeline, clock);
  private final Timekeeper timekeeper;

  public AlertFixture(TestPostgres postgres) {
    url = postgres.newDatabase();
    database = Database.open(url, "postgres", "postgres");
    Alerts.migrate(database);
    timekeeper = new Timekeeper(database, intake, pipeline, clock);
  }

  public HandClock clock() {
    return clock;
  }

  public String url() {
    return url;
  }

  public Database database() {
    return database;
  }

  public void outlet(String mn, String name) {
    apply(new OutletNames(), List.of(Episodes.outlet(mn, name)));
  }

  public void outlet(OutletRecord outlet) {
    apply(new OutletNames(), List.of(outlet));
  }

  public void exceedance(ExceedanceRecord... records) {
    apply(intake.exceedances(), List.of(records));
  }

  public void finding(QualityRecord... records) {
    apply(intake.findings(), List.of(records));
  }

  public void means(MeansRecord... records) {
    apply(intake.means(), List.of(records));
  }

  public void total(TotalRecord... records) {
    apply(intake.totals(), List.of(records));
  }

  private <T> void apply(Subscription.Handler<T> handler, List<T> records) {
    List<Incoming<T>> incoming =
        records.stream()
            .map(
                value ->
                    new Incoming<>("topic", 0, 0, "key", value, Json.text(value), clock.instant()))
            .toList();
    database.jdbi().useTransaction(handle -> handler.apply(handle, new ArrayList<>(incoming)));
  }

  /** Lets time go on, and what comes due with it. */
  public void later(Duration duration) {
    clock.forward(duration);
    timekeeper.tick();
  }

  public List<Alert> alerts() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select * from alerts.alert order by opened_at, place, id")
                    .map(AlertRows::read)
                    .list());
  }

  public Alert onlyAlert() {
    List<Alert> all = alerts();
    if (all.size() != 1) {
      throw new AssertionError("one alert was expected: " + all);
    }
    return all.get(0);
  }

  /** What happened to all alerts, in order. */
  public List<String> events() {
    return strings("select event from alerts.alert_history order by number");
  }

  /** Who was told what, as {@code person channel CHANGE}. */
  public List<String> tales() {
    return strings(
        """
        select person_id || ' ' || channel_id || ' ' || change from alerts.tale
        where not taken_back order by told_at, person_id, channel_id, change""");
  }

  public List<String> strings(String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  public void sql(String sql) {
    database.jdbi().useHandle(handle -> handle.execute(sql));
  }

  @Override
  public void close() {
    database.close();
  }
}
