package io.touchline.portal.read;

import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.RateRecord;
import io.touchline.domain.rate.Counters;
import java.sql.Date;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What was due, came and is valid, day by day. */
public final class RatesTable implements Subscription.Handler<RateRecord> {

  /**
   * One outlet over some days, all its factors together.
   *
   * @param completed as data stand now
   * @param realTime what had come in its time
   */
  public record OutletRate(String mn, Counters completed, Counters realTime) {}

  private final Jdbi jdbi;

  public RatesTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void apply(Handle handle, List<Incoming<RateRecord>> records) {
    PreparedBatch gone =
        handle.prepareBatch(
            """
            delete from portal.rate_day
            where mn = :mn and day = :day and revision < :revision""");
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into portal.rate_day (mn, day, factor, revision, due, received, due_valid, valid,
              received_in_time, due_valid_in_time, valid_in_time, hours)
            values (:mn, :day, :factor, :revision, :due, :received, :due_valid, :valid,
              :received_in_time, :due_valid_in_time, :valid_in_time, :hours)
            on conflict do nothing""");
    Map<String, RateRecord> newest = new HashMap<>();
    for (Incoming<RateRecord> incoming : records) {
      RateRecord rate = incoming.value();
      if (rate != null) {
        newest.merge(rate.key(), rate, (a, b) -> a.revision() > b.revision() ? a : b);
      }
    }
    for (RateRecord rate : newest.values()) {
      gone.bind("mn", rate.mn())
          .bind("day", Date.valueOf(rate.day()))
          .bind("revision", rate.revision())
          .add();
      rate.factors().forEach((factor, counted) -> add(batch, rate, factor, counted));
    }
    if (gone.size() > 0) {
      gone.execute();
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static void add(
      PreparedBatch batch, RateRecord rate, String factor, RateRecord.Factor counted) {
    batch
        .bind("mn", rate.mn())
        .bind("day", Date.valueOf(rate.day()))
        .bind("factor", factor)
        .bind("revision", rate.revision())
        .bind("due", counted.completed().due())
        .bind("received", counted.completed().received())
        .bind("due_valid", counted.completed().dueValid())
        .bind("valid", counted.completed().valid())
        .bind("received_in_time", counted.realTime().received())
        .bind("due_valid_in_time", counted.realTime().dueValid())
        .bind("valid_in_time", counted.realTime().valid())
        .bind("hours", counted.hours())
        .add();
  }

  /** Every outlet of which days of a month were counted, by MN. */
  public List<OutletRate> of(YearMonth month) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select mn, sum(due) as due, sum(received) as received,
                      sum(due_valid) as due_valid, sum(valid) as valid,
                      sum(received_in_time) as received_in_time,
                      sum(due_valid_in_time) as due_valid_in_time,
                      sum(valid_in_time) as valid_in_time
                    from portal.rate_day where day between :from and :to group by mn order by mn""")
                .bind("from", Date.valueOf(month.atDay(1)))
                .bind("to", Date.valueOf(month.atEndOfMonth()))
                .map(
                    (row, context) ->
                        new OutletRate(
                            row.getString("mn"),
                            new Counters(
                                row.getInt("due"),
                                row.getInt("received"),
                                row.getInt("due_valid"),
                                row.getInt("valid")),
                            new Counters(
                                row.getInt("due"),
                                row.getInt("received_in_time"),
                                row.getInt("due_valid_in_time"),
                                row.getInt("valid_in_time"))))
                .list());
  }

  /** The latest month of which anything was counted. */
  public Optional<YearMonth> latest() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select max(day) as day from portal.rate_day")
                .map((row, context) -> Optional.ofNullable(row.getDate("day")))
                .one()
                .map(day -> YearMonth.from(day.toLocalDate())));
  }
}
