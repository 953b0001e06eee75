package io.touchline.portal.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.Json;
import io.touchline.contract.StationProposalRecord;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Stations that send and are not registered. */
public final class ProposalsTable implements Subscription.Handler<StationProposalRecord> {

  private final Jdbi jdbi;

  public ProposalsTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void apply(Handle handle, List<Incoming<StationProposalRecord>> records) {
    for (Incoming<StationProposalRecord> incoming : records) {
      if (incoming.value() == null) {
        handle.execute("delete from portal.proposal where mn = ?", incoming.key());
      } else {
        handle.execute(
            """
            insert into portal.proposal (mn, record) values (?, cast(? as json))
            on conflict (mn) do update set record = excluded.record""",
            incoming.value().mn(),
            incoming.json());
      }
    }
  }

  /** Those that were not registered since, the latest heard first. */
  public List<StationProposalRecord> open(int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select record from portal.proposal p
                    where not exists (select from portal.outlet o where o.mn = p.mn)
                    order by cast(record ->> 'lastSeen' as timestamptz) desc, mn limit :most""")
                .bind("most", most)
                .map((row, context) -> record(row.getString("record")))
                .list());
  }

  private static StationProposalRecord record(String json) {
    try {
      return Json.mapper().readValue(json, StationProposalRecord.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the table holds what was not read", impossible);
    }
  }
}
