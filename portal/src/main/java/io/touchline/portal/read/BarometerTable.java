package io.touchline.portal.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.BarometerRecord;
import io.touchline.contract.Json;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Where regions stand on the way to their targets, month by month, as it was said last. */
public final class BarometerTable implements Subscription.Handler<BarometerRecord> {

  private final Jdbi jdbi;

  public BarometerTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void apply(Handle handle, List<Incoming<BarometerRecord>> records) {
    for (Incoming<BarometerRecord> incoming : records) {
      BarometerRecord month = incoming.value();
      if (month == null) {
        handle.execute("delete from portal.barometer where key = ?", incoming.key());
      } else {
        handle.execute(
            """
            insert into portal.barometer (key, region, factor, target_year, month, record)
            values (?, ?, ?, ?, ?, cast(? as json))
            on conflict (key) do update set record = excluded.record""",
            incoming.key(),
            month.region(),
            month.factor(),
            month.targetYear(),
            Timestamp.from(month.month()),
            incoming.json());
      }
    }
  }

  /**
   * The months of some regions within a time, by region and factor, oldest first.
   *
   * @param from inclusive
   * @param before exclusive
   */
  public List<BarometerRecord> between(Collection<String> regions, Instant from, Instant before) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select record from portal.barometer
                    where region = any(:regions) and month >= :from and month < :before
                    order by region, factor, month, target_year""")
                .bindArray("regions", String.class, regions.toArray())
                .bind("from", Timestamp.from(from))
                .bind("before", Timestamp.from(before))
                .map((row, context) -> record(row.getString("record")))
                .list());
  }

  private static BarometerRecord record(String json) {
    try {
      return Json.mapper().readValue(json, BarometerRecord.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the table holds what was not read", impossible);
    }
  }
}
