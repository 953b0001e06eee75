package io.touchline.portal.read;

import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.RegionRecord;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Names of regions and what they lie in, as the registry and its outlets say. */
public final class RegionsTable implements Subscription.Handler<RegionRecord> {

  /**
   * A region.
   *
   * @param parent null where nobody says it
   */
  public record Region(String code, String name, String parent) {}

  private final Jdbi jdbi;

  public RegionsTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void apply(Handle handle, List<Incoming<RegionRecord>> records) {
    for (Incoming<RegionRecord> incoming : records) {
      RegionRecord region = incoming.value();
      if (region == null) {
        handle.execute("delete from portal.region where code = ?", incoming.key());
      } else {
        handle.execute(
            """
            insert into portal.region (code, name, parent) values (?, ?, ?)
            on conflict (code) do update set name = excluded.name, parent = excluded.parent""",
            region.code(),
            region.name(),
            region.parent());
      }
    }
  }

  /** All that are registered, and those that an outlet names besides, by code. */
  public List<Region> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select code, name, parent from portal.region
                    union all
                    select region_code, max(record ->> 'regionName'), null from portal.outlet o
                    where region_code is not null
                      and not exists (select from portal.region r where r.code = o.region_code)
                    group by region_code
                    order by code""")
                .map(
                    (row, context) ->
                        new Region(
                            row.getString("code"), row.getString("name"), row.getString("parent")))
                .list());
  }

  /** What enterprises say of their sectors: a code and mostly its name, as D4411 火力发电. */
  public List<String> sectors() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select distinct sector from alerts.enterprise where sector is not null"
                        + " order by 1")
                .mapTo(String.class)
                .list());
  }
}
