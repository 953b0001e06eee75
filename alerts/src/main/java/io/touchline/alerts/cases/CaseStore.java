package io.touchline.alerts.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.contract.CaseEventRecord;
import io.touchline.contract.CaseRecord;
import io.touchline.contract.Json;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.Chain;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of cases. Events are only added; whoever adds holds the case's head meanwhile. */
final class CaseStore {

  private CaseStore() {}

  /** A name that no case has. */
  static String newId(Handle handle, Instant at) {
    long number =
        handle.createQuery("select nextval('alerts.case_number')").mapTo(Long.class).one();
    return "C-" + io.touchline.domain.ChinaTime.date(at).getYear() + "-%06d".formatted(number);
  }

  /** Empty where there is no such case. */
  static Optional<StoredCase> find(Handle handle, String caseId) {
    return read(handle, caseId, head(handle, caseId, ""));
  }

  /** The same, held until the transaction ends. */
  static Optional<StoredCase> locked(Handle handle, String caseId) {
    return read(handle, caseId, head(handle, caseId, " for update"));
  }

  private static Optional<StoredCase> read(
      Handle handle, String caseId, Optional<Chain.Head> head) {
    List<CaseEventRecord> events =
        handle
            .createQuery(
                "select record from alerts.case_event where case_id = :case order by sequence")
            .bind("case", caseId)
            .map((row, context) -> event(row.getString("record")))
            .list();
    return events.isEmpty() && head.isEmpty()
        ? Optional.empty()
        : Optional.of(new StoredCase(caseId, events, head.orElse(StoredCase.NOTHING)));
  }

  private static Optional<Chain.Head> head(Handle handle, String caseId, String lock) {
    return handle
        .createQuery("select sequence, hash from alerts.case_head where case_id = :case" + lock)
        .bind("case", caseId)
        .map((row, context) -> new Chain.Head(row.getLong("sequence"), row.getString("hash")))
        .findOne();
  }

  static CaseEventRecord event(String json) {
    try {
      return Json.mapper().readValue(json, CaseEventRecord.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a stored event is no event any more: " + json, e);
    }
  }

  /** Every case of an enterprise, the latest first. */
  static List<String> of(Handle handle, String enterprise) {
    return handle
        .createQuery(
            """
            select case_id from alerts.case_state where enterprise = :enterprise
            order by opened_at desc, case_id desc""")
        .bind("enterprise", enterprise)
        .mapTo(String.class)
        .list();
  }

  /** The one that is open; empty where none is. */
  static Optional<String> openOf(Handle handle, String enterprise) {
    return handle
        .createQuery(
            "select case_id from alerts.case_state where enterprise = :enterprise and is_open")
        .bind("enterprise", enterprise)
        .mapTo(String.class)
        .findOne();
  }

  /** Only one transaction at a time brings something new of an enterprise. */
  static void lockEnterprise(Handle handle, String enterprise) {
    handle
        .createQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:k, 6))) x")
        .bind("k", "case of " + enterprise)
        .mapTo(Integer.class)
        .one();
  }

  /**
   * Adds a link, with all that follows from it, to be sent too.
   *
   * @param file the case afterwards
   * @param nextDue first day on which something is owed, null where nothing is
   * @throws IllegalStateException where somebody else added one meanwhile
   */
  static CaseRecord add(Handle handle, CaseFile file, Chain.Link link, LocalDate nextDue) {
    CaseEventRecord event = CaseEventRecord.of(link);
    Chain.Head head = new Chain.Head(link.sequence(), link.hash());
    handle.execute(
        """
        insert into alerts.case_event
          (case_id, sequence, event_id, at, previous_hash, hash, record)
        values (?, ?, ?, ?, ?, ?, cast(? as json))""",
        event.caseId(),
        event.sequence(),
        event.eventId(),
        Timestamp.from(event.at()),
        event.previousHash(),
        event.hash(),
        Json.text(event));
    moveHead(handle, event.caseId(), head);
    CaseRecord record = CaseRecord.of(file, head);
    writeState(handle, file, record, nextDue);
    Outbox.add(handle, Outbox.Kind.CASE_EVENT, event.key(), Json.text(event));
    Outbox.add(handle, Outbox.Kind.CASE_STATE, event.caseId(), Json.text(record));
    return record;
  }

  private static void moveHead(Handle handle, String caseId, Chain.Head head) {
    int moved =
        head.sequence() == 1
            ? handle.execute(
                """
                insert into alerts.case_head (case_id, sequence, hash) values (?, ?, ?)
                on conflict do nothing""",
                caseId,
                head.sequence(),
                head.hash())
            : handle.execute(
                """
                update alerts.case_head set sequence = ?, hash = ?
                where case_id = ? and sequence = ?""",
                head.sequence(),
                head.hash(),
                caseId,
                head.sequence() - 1);
    if (moved != 1) {
      throw new IllegalStateException(
          "case " + caseId + " got another event meanwhile: look at it again");
    }
  }

  private static void writeState(
      Handle handle, CaseFile file, CaseRecord record, LocalDate nextDue) {
    handle
        .createUpdate(
            """
            insert into alerts.case_state
              (case_id, enterprise, stage, is_open, grounds, opened_at, next_due, record)
            values (:case, :enterprise, :stage, :open, :grounds, :opened, :due,
                    cast(:record as json))
            on conflict (case_id) do update set stage = excluded.stage,
              is_open = excluded.is_open, grounds = excluded.grounds,
              next_due = excluded.next_due, record = excluded.record""")
        .bind("case", record.caseId())
        .bind("enterprise", record.enterprise())
        .bind("stage", record.stage().name())
        .bind("open", record.stage().isOpen())
        .bindArray("grounds", String.class, record.grounds())
        .bind("opened", Timestamp.from(file.history().get(0).event().at()))
        .bind("due", nextDue)
        .bind("record", Json.text(record))
        .execute();
  }
}
