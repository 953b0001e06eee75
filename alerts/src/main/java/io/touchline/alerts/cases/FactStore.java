package io.touchline.alerts.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.contract.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Facts as rows, each at its highest revision. */
final class FactStore {

  private FactStore() {}

  /**
   * Keeps what is new.
   *
   * @return what changed, by the enterprise that it is of; what is of none that is known waits
   */
  static Map<String, List<Fact>> keep(Handle handle, List<Fact> facts) {
    Map<String, List<Fact>> changed = new LinkedHashMap<>();
    for (Fact fact : facts) {
      Optional<Optional<String>> enterprise =
          handle
              .createQuery(
                  """
                  insert into alerts.case_fact
                    (id, kind, place, enterprise, started_at, revision, gone, fact)
                  values (:id, :kind, :place,
                    case when :kind = 'TOTAL' then :place
                      else (select enterprise_code from alerts.discharger_outlet
                            where mn = :place) end,
                    :from, :revision, :gone, cast(:fact as json))
                  on conflict (id) do update set revision = excluded.revision,
                    gone = excluded.gone, fact = excluded.fact,
                    enterprise = coalesce(excluded.enterprise, alerts.case_fact.enterprise)
                  where alerts.case_fact.revision < excluded.revision
                  returning enterprise""")
              .bind("id", fact.id())
              .bind("kind", fact.kind().name())
              .bind("place", fact.place())
              .bind("from", Timestamp.from(fact.from()))
              .bind("revision", fact.revision())
              .bind("gone", fact.gone())
              .bind("fact", Json.text(fact.value()))
              .map((row, context) -> Optional.ofNullable(row.getString("enterprise")))
              .findOne();
      enterprise
          .flatMap(name -> name)
          .ifPresent(code -> changed.computeIfAbsent(code, c -> new ArrayList<>()).add(fact));
    }
    return changed;
  }

  /** What waited until it was known whose outlet that is. */
  static List<Fact> found(Handle handle, String mn, String enterprise) {
    return handle
        .createQuery(
            """
            update alerts.case_fact set enterprise = :enterprise
            where place = :mn and enterprise is null returning *""")
        .bind("enterprise", enterprise)
        .bind("mn", mn)
        .map(FactStore::fact)
        .list();
  }

  /** Hints of an enterprise since an instant of which something is left. */
  static List<Fact> hints(Handle handle, String enterprise, Instant since) {
    return handle
        .createQuery(
            """
            select * from alerts.case_fact
            where enterprise = :enterprise and kind = 'HINT' and not gone
              and started_at >= :since order by started_at, id""")
        .bind("enterprise", enterprise)
        .bind("since", Timestamp.from(since))
        .map(FactStore::fact)
        .list();
  }

  private static Fact fact(ResultSet row, StatementContext context) throws SQLException {
    Fact.Kind kind = Fact.Kind.valueOf(row.getString("kind"));
    try {
      return new Fact(
          row.getString("id"),
          kind,
          row.getString("place"),
          row.getTimestamp("started_at").toInstant(),
          row.getInt("revision"),
          row.getBoolean("gone"),
          Json.mapper().readValue(row.getString("fact"), kind.type()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds a fact that is none", e);
    }
  }
}
