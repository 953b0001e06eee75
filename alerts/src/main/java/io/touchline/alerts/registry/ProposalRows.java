package io.touchline.alerts.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.contract.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Proposals in PostgreSQL: as they stand, and every step of them, which is only added to. */
final class ProposalRows {

  private static final String COLUMNS =
      """
      select id, state, change, enterprise, proposed_by, proposed_at, reason, decided_by,
             decided_at, decision, version
      from alerts.registry_proposal
      """;

  private ProposalRows() {}

  static void add(Handle handle, Proposal proposal) {
    handle
        .createUpdate(
            """
            insert into alerts.registry_proposal
              (id, state, change, enterprise, proposed_by, proposed_at, reason)
            values (:id, 'OPEN', cast(:change as json), :enterprise, :by, :at, :reason)""")
        .bind("id", proposal.id())
        .bind("change", Json.text(proposal.change()))
        .bind("enterprise", proposal.enterprise())
        .bind("by", proposal.proposedBy())
        .bind("at", Timestamp.from(proposal.proposedAt()))
        .bind("reason", proposal.reason())
        .execute();
    step(handle, proposal, proposal.proposedBy(), proposal.proposedAt(), proposal.reason());
  }

  static void decide(Handle handle, Proposal proposal) {
    handle
        .createUpdate(
            """
            update alerts.registry_proposal
            set state = :state, decided_by = :by, decided_at = :at, decision = :decision,
                version = :version
            where id = :id""")
        .bind("id", proposal.id())
        .bind("state", proposal.state().name())
        .bind("by", proposal.decidedBy())
        .bind("at", Timestamp.from(proposal.decidedAt()))
        .bind("decision", proposal.decision())
        .bind("version", proposal.version())
        .execute();
    step(handle, proposal, proposal.decidedBy(), proposal.decidedAt(), proposal.decision());
  }

  private static void step(Handle handle, Proposal to, String by, Instant at, String words) {
    handle.execute(
        """
        insert into alerts.registry_proposal_step (proposal_id, state, actor, at, words, version)
        values (?, ?, ?, ?, ?, ?)""",
        to.id(),
        to.state().name(),
        by,
        Timestamp.from(at),
        words,
        to.version());
  }

  /** Held until the transaction ends: one person decides at a time. */
  static Optional<Proposal> locked(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + "where id = :id for update")
        .bind("id", id)
        .map((row, context) -> proposal(row))
        .findOne();
  }

  static Optional<Proposal> one(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + "where id = :id")
        .bind("id", id)
        .map((row, context) -> proposal(row))
        .findOne();
  }

  /** Newest first. */
  static List<Proposal> all(Handle handle, Proposal.State state, int most) {
    return handle
        .createQuery(
            COLUMNS
                + """
                where cast(:state as text) is null or state = :state
                order by proposed_at desc, id limit :most""")
        .bind("state", state == null ? null : state.name())
        .bind("most", most)
        .map((row, context) -> proposal(row))
        .list();
  }

  static List<RegistryDesk.Step> steps(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            select state, actor, at, words, version from alerts.registry_proposal_step
            where proposal_id = :id order by number""")
        .bind("id", id)
        .map(
            (row, context) ->
                new RegistryDesk.Step(
                    Proposal.State.valueOf(row.getString("state")),
                    row.getString("actor"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("words"),
                    version(row)))
        .list();
  }

  private static Proposal proposal(ResultSet row) throws SQLException {
    Timestamp decided = row.getTimestamp("decided_at");
    return new Proposal(
        row.getObject("id", UUID.class),
        Proposal.State.valueOf(row.getString("state")),
        change(row.getString("change")),
        row.getString("enterprise"),
        row.getString("proposed_by"),
        row.getTimestamp("proposed_at").toInstant(),
        row.getString("reason"),
        row.getString("decided_by"),
        decided == null ? null : decided.toInstant(),
        row.getString("decision"),
        version(row));
  }

  private static Integer version(ResultSet row) throws SQLException {
    int version = row.getInt("version");
    return row.wasNull() ? null : version;
  }

  private static RegistryChange change(String json) {
    try {
      return Json.mapper().readValue(json, RegistryChange.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the database holds a change it was not given", impossible);
    }
  }
}
