package io.touchline.alerts;

import io.touchline.contract.OutletRecord;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Keeps what people call each outlet, from topic {@code outlets}. The topic's order decides. */
final class OutletNames implements Subscription.Handler<OutletRecord> {

  @Override
  public void apply(Handle handle, List<Incoming<OutletRecord>> records) {
    for (Incoming<OutletRecord> incoming : records) {
      if (incoming.value() == null) {
        // Its episodes stay and keep their MN.
        handle.execute("delete from alerts.outlet where mn = ?", incoming.key());
      } else {
        put(handle, incoming.value());
      }
    }
  }

  private static void put(Handle handle, OutletRecord outlet) {
    handle.execute(
        """
        insert into alerts.outlet
          (mn, code, name, enterprise_code, enterprise_name, region_code, region_name, medium)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (mn) do update set
          code = excluded.code, name = excluded.name,
          enterprise_code = excluded.enterprise_code, enterprise_name = excluded.enterprise_name,
          region_code = excluded.region_code, region_name = excluded.region_name,
          medium = excluded.medium""",
        outlet.mn(),
        outlet.code(),
        outlet.name(),
        outlet.enterpriseCode(),
        outlet.enterpriseName(),
        outlet.regionCode(),
        outlet.regionName(),
        outlet.medium() == null ? null : outlet.medium().name());
  }
}
