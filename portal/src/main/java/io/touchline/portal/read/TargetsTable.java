package io.touchline.portal.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.Json;
import io.touchline.contract.TargetsRecord;
import io.touchline.domain.barometer.RegionTarget;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What each region may emit in its target years. */
public final class TargetsTable implements Subscription.Handler<TargetsRecord> {

  private final Jdbi jdbi;

  public TargetsTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void apply(Handle handle, List<Incoming<TargetsRecord>> records) {
    for (Incoming<TargetsRecord> incoming : records) {
      TargetsRecord targets = incoming.value();
      if (targets != null) {
        handle.execute(
            """
            insert into portal.target (region, record) values (?, cast(? as json))
            on conflict (region) do update set record = excluded.record""",
            targets.region(),
            incoming.json());
      }
    }
  }

  /** Those of a region; none where nobody set one. */
  public List<RegionTarget> of(String region) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select record from portal.target where region = :region")
                .bind("region", region)
                .map((row, context) -> record(row.getString("record")).targets())
                .findOne()
                .orElse(List.of()));
  }

  private static TargetsRecord record(String json) {
    try {
      return Json.mapper().readValue(json, TargetsRecord.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the table holds what was not read", impossible);
    }
  }
}
