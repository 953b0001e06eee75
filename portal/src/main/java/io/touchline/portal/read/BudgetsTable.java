package io.touchline.portal.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.BudgetRecord;
import io.touchline.contract.Json;
import io.touchline.domain.totals.Scope;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How much of their permitted amounts enterprises have left, as it was said last. */
public final class BudgetsTable implements Subscription.Handler<BudgetRecord> {

  private final Jdbi jdbi;

  public BudgetsTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void apply(Handle handle, List<Incoming<BudgetRecord>> records) {
    for (Incoming<BudgetRecord> incoming : records) {
      BudgetRecord budget = incoming.value();
      if (budget == null) {
        handle.execute("delete from portal.budget where key = ?", incoming.key());
      } else if (budget.scope() == Scope.Kind.ENTERPRISE) {
        handle.execute(
            """
            insert into portal.budget (key, enterprise, started_at, ended_on, record)
            values (?, ?, ?, ?, cast(? as json))
            on conflict (key) do update set record = excluded.record""",
            incoming.key(),
            budget.id(),
            Timestamp.from(budget.start()),
            budget.end(),
            incoming.json());
      }
    }
  }

  /** Those of an enterprise that run on a day, the longest period first. */
  public List<BudgetRecord> of(String enterprise, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select record from portal.budget
                    where enterprise = :enterprise and started_at <= :now
                      and ended_on >= cast(cast(:now as timestamptz) at time zone '+08' as date) - 1
                    order by ended_on desc, key""")
                .bind("enterprise", enterprise)
                .bind("now", Timestamp.from(now))
                .map((row, context) -> record(row.getString("record")))
                .list());
  }

  private static BudgetRecord record(String json) {
    try {
      return Json.mapper().readValue(json, BudgetRecord.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the table holds what was not read", impossible);
    }
  }
}
