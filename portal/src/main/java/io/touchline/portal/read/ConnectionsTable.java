package io.touchline.portal.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.ConnectionRecord;
import io.touchline.contract.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * How each data logger is connected. The later claim stands, and a GONE ends that of its own
 * gateway alone: a logger that moves may be seen leaving after it was seen coming.
 */
public final class ConnectionsTable implements Subscription.Handler<ConnectionRecord> {

  private final Jdbi jdbi;

  public ConnectionsTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void apply(Handle handle, List<Incoming<ConnectionRecord>> records) {
    for (Incoming<ConnectionRecord> incoming : records) {
      ConnectionRecord connection = incoming.value();
      if (connection == null) {
        handle.execute("delete from portal.connection where mn = ?", incoming.key());
      } else {
        handle.execute(
            """
            insert into portal.connection as c (mn, gateway, record) values (?, ?, cast(? as json))
            on conflict (mn) do update set gateway = excluded.gateway, record = excluded.record
            where c.gateway = excluded.gateway or excluded.record ->> 'state' = 'CONNECTED'""",
            connection.mn(),
            connection.gateway(),
            incoming.json());
      }
    }
  }

  /** Every logger that a gateway has seen, by MN. */
  public Map<String, ConnectionRecord> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select record from portal.connection")
                .map((row, context) -> record(row.getString("record")))
                .collect(Collectors.toMap(ConnectionRecord::mn, Function.identity())));
  }

  private static ConnectionRecord record(String json) {
    try {
      return Json.mapper().readValue(json, ConnectionRecord.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the table holds what was not read", impossible);
    }
  }
}
