package io.touchline.portal.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.Json;
import io.touchline.contract.OutletRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The registry's outlets as they stand now. The topic's order decides which profile is newest. */
public final class OutletTable implements Subscription.Handler<OutletRecord> {

  private final Jdbi jdbi;

  public OutletTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void apply(Handle handle, List<Incoming<OutletRecord>> records) {
    for (Incoming<OutletRecord> incoming : records) {
      OutletRecord outlet = incoming.value();
      if (outlet == null) {
        handle.execute("delete from portal.outlet where mn = ?", incoming.key());
      } else {
        handle.execute(
            """
            insert into portal.outlet (mn, region_code, enterprise_name, record)
            values (?, ?, ?, cast(? as json))
            on conflict (mn) do update set
              region_code = excluded.region_code,
              enterprise_name = excluded.enterprise_name,
              record = excluded.record""",
            outlet.mn(),
            outlet.regionCode(),
            outlet.enterpriseName(),
            incoming.json());
      }
    }
  }

  /** All of them, by region, enterprise and MN. */
  public List<OutletRecord> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select record from portal.outlet order by region_code, enterprise_name, mn")
                .map((row, context) -> record(row.getString("record")))
                .list());
  }

  /** Those of these MNs that the registry knows, by MN. */
  public Map<String, OutletRecord> of(Collection<String> mns) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select record from portal.outlet where mn = any(:mns)")
                .bindArray("mns", String.class, mns)
                .map((row, context) -> record(row.getString("record")))
                .collect(Collectors.toMap(OutletRecord::mn, Function.identity())));
  }

  /** Those of one enterprise, by MN. */
  public List<OutletRecord> ofEnterprise(String code) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select record from portal.outlet
                    where record ->> 'enterpriseCode' = :code order by mn""")
                .bind("code", code)
                .map((row, context) -> record(row.getString("record")))
                .list());
  }

  /** Those that lie in a region itself, not in one within it, by enterprise and MN. */
  public List<OutletRecord> inRegion(String code) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select record from portal.outlet
                    where region_code = :code order by enterprise_name, mn""")
                .bind("code", code)
                .map((row, context) -> record(row.getString("record")))
                .list());
  }

  /** How many there are. */
  public int count() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("select count(*) from portal.outlet").mapTo(Integer.class).one());
  }

  public Optional<OutletRecord> find(String mn) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select record from portal.outlet where mn = :mn")
                .bind("mn", mn)
                .map((row, context) -> record(row.getString("record")))
                .findOne());
  }

  private static OutletRecord record(String json) {
    try {
      return Json.mapper().readValue(json, OutletRecord.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the table holds what was not read", impossible);
    }
  }
}
