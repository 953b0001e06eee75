package io.touchline.portal.read;

import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.ReadingRecord;
import io.touchline.domain.Decimal;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes what each outlet says just now: the newest real-time or minute value of each factor, and
 * when the outlet was last heard of. Of a batch only the newest goes to the database.
 */
public final class ReadingsTable implements Subscription.Handler<ReadingRecord> {

  /** Real-time and minute data; an hour's mean is no live value. */
  private static final Set<String> LIVE = Set.of("2011", "2051");

  private record Key(String mn, String factor) {}

  private record Live(ReadingRecord reading, ReadingRecord.Factor factor) {}

  @Override
  public void apply(Handle handle, List<Incoming<ReadingRecord>> records) {
    Map<Key, Live> newest = new HashMap<>();
    Map<String, Instant> heard = new HashMap<>();
    for (Incoming<ReadingRecord> incoming : records) {
      ReadingRecord reading = incoming.value();
      if (reading == null) {
        continue;
      }
      heard.merge(reading.mn(), reading.receivedAt(), (a, b) -> a.isAfter(b) ? a : b);
      if (LIVE.contains(reading.cn())) {
        reading
            .factors()
            .forEach(
                (code, factor) ->
                    newest.merge(
                        new Key(reading.mn(), code),
                        new Live(reading, factor),
                        (a, b) -> a.reading().dataTime().isAfter(b.reading().dataTime()) ? a : b));
      }
    }
    putLive(handle, newest);
    putContact(handle, heard);
  }

  private static void putLive(Handle handle, Map<Key, Live> newest) {
    if (newest.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into portal.latest_reading
              (mn, factor, data_time, received_at, cn, value, converted, unit, flag, raw)
            values (:mn, :factor, :data_time, :received_at, :cn, :value, :converted, :unit, :flag,
                    :raw)
            on conflict (mn, factor) do update set
              data_time = excluded.data_time, received_at = excluded.received_at,
              cn = excluded.cn, value = excluded.value, converted = excluded.converted,
              unit = excluded.unit, flag = excluded.flag, raw = excluded.raw
            where excluded.data_time >= latest_reading.data_time""");
    newest.forEach(
        (key, live) ->
            batch
                .bind("mn", key.mn())
                .bind("factor", key.factor())
                .bind("data_time", Timestamp.from(live.reading().dataTime()))
                .bind("received_at", Timestamp.from(live.reading().receivedAt()))
                .bind("cn", live.reading().cn())
                .bind("value", number(live.factor().value()))
                .bind("converted", number(live.factor().converted()))
                .bind("unit", live.factor().unit())
                .bind("flag", live.factor().flag())
                .bind("raw", live.factor().raw())
                .add());
    batch.execute();
  }

  private static void putContact(Handle handle, Map<String, Instant> heard) {
    if (heard.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into portal.contact (mn, received_at) values (:mn, :received_at)
            on conflict (mn) do update set received_at = excluded.received_at
            where excluded.received_at > contact.received_at""");
    heard.forEach((mn, at) -> batch.bind("mn", mn).bind("received_at", Timestamp.from(at)).add());
    batch.execute();
  }

  private static BigDecimal number(Decimal decimal) {
    return decimal == null ? null : decimal.number();
  }
}
