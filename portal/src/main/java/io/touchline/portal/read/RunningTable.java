package io.touchline.portal.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.Json;
import io.touchline.contract.RunningMeansRecord;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What hours and days that run come to so far. A period that stands among the means is over: its
 * running value is not read any more.
 */
public final class RunningTable implements Subscription.Handler<RunningMeansRecord> {

  private final Jdbi jdbi;

  public RunningTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void apply(Handle handle, List<Incoming<RunningMeansRecord>> records) {
    for (Incoming<RunningMeansRecord> incoming : records) {
      if (incoming.value() == null) {
        handle.execute("delete from portal.running_mean where key = ?", incoming.key());
      } else {
        handle.execute(
            """
            insert into portal.running_mean (key, mn, record) values (?, ?, cast(? as json))
            on conflict (key) do update set record = excluded.record""",
            incoming.key(),
            incoming.value().mn(),
            incoming.json());
      }
    }
  }

  /** The hour, then the day, of an outlet that have not been formed yet. */
  public List<RunningMeansRecord> of(String mn) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select record from portal.running_mean r where mn = :mn and not exists (
                      select from portal.period_mean m
                      where m.mn = r.mn and m.period = r.record ->> 'period'
                        and m.started_at = cast(r.record ->> 'start' as timestamptz))
                    order by record ->> 'period' desc""")
                .bind("mn", mn)
                .map((row, context) -> record(row.getString("record")))
                .list());
  }

  private static RunningMeansRecord record(String json) {
    try {
      return Json.mapper().readValue(json, RunningMeansRecord.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the table holds what was not read", impossible);
    }
  }
}
