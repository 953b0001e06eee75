package io.touchline.alerts.cases;

import io.touchline.alerts.book.Change;
import io.touchline.alerts.pipeline.Gathering;
import io.touchline.alerts.pipeline.Snapshot;
import io.touchline.contract.Json;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.alert.Grade;
import io.touchline.domain.alert.Subject;
import io.touchline.domain.calendar.WorkingDays;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.Chain;
import io.touchline.domain.cases.Due;
import io.touchline.domain.cases.Dues;
import io.touchline.domain.cases.Duty;
import io.touchline.domain.cases.Law;
import io.touchline.domain.cases.Step;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Tells people of deadlines by the channels of the alerts: three days before (own choice), on the
 * last day, and once it has passed. Worked out anew from the events each time and told once by
 * primary key, so that a restart neither loses nor doubles one. What an enterprise owes is told to
 * its own people and to the officers.
 */
public final class Reminders {

  private static final int DAYS_BEFORE = 3;

  private record Address(String person, String channel, String address, String language) {}

  private final WorkingDays calendar = WorkingDays.standard();

  /**
   * Tells what there is to tell now.
   *
   * @return how many messages were put on their way
   */
  public int tell(Handle handle, Instant now) {
    LocalDate today = ChinaTime.date(now);
    Law law = LawBook.read(handle);
    int told = 0;
    for (String caseId : withDuties(handle, today.plusDays(DAYS_BEFORE))) {
      Optional<StoredCase> stored = CaseStore.locked(handle, caseId);
      if (stored.isEmpty() || stored.get().verdict() instanceof Chain.Broken) {
        continue;
      }
      CaseFile file = stored.get().file();
      CaseLine line = CaseLines.one(handle, caseId).orElseThrow();
      for (Due due : Dues.of(file, law, calendar, now)) {
        Change step = step(due, today);
        if (step != null) {
          told += tell(handle, now, line, file, due, step);
        }
      }
    }
    return told;
  }

  private static List<String> withDuties(Handle handle, LocalDate until) {
    return handle
        .createQuery(
            "select case_id from alerts.case_state where next_due <= :until order by case_id")
        .bind("until", Date.valueOf(until))
        .mapTo(String.class)
        .list();
  }

  /** Nobody is told that they missed what an unseen row of law says. */
  private static Change step(Due due, LocalDate today) {
    LocalDate last = due.last();
    if (due.doneOn() != null || last == null) {
      return null;
    }
    if (today.isAfter(last)) {
      return due.state() == Due.State.MISSED ? Change.OVERDUE : null;
    }
    if (today.equals(last)) {
      return Change.DUE;
    }
    return today.plusDays(DAYS_BEFORE).isBefore(last) ? null : Change.REMINDER;
  }

  private static int tell(
      Handle handle, Instant now, CaseLine line, CaseFile file, Due due, Change step) {
    String snapshot = Json.text(snapshot(line, due, step));
    int told = 0;
    for (Address to : people(handle, line, file, due)) {
      boolean already =
          handle
              .createQuery(
                  """
                  select exists (select from alerts.case_reminder
                    where case_id = :case and duty = :duty and last_day = :last and step = :step
                      and person_id = :person and channel_id = :channel)""")
              .bind("case", file.caseId())
              .bind("duty", due.duty().name())
              .bind("last", Date.valueOf(due.last()))
              .bind("step", step.name())
              .bind("person", to.person())
              .bind("channel", to.channel())
              .mapTo(Boolean.class)
              .one();
      if (!already) {
        UUID delivery =
            Gathering.of(
                handle,
                to.person(),
                to.channel(),
                to.address(),
                to.language(),
                "case " + file.caseId(),
                now,
                now);
        handle.execute(
            """
            insert into alerts.case_reminder
              (case_id, duty, last_day, step, person_id, channel_id, delivery_id, told_at, snapshot)
            values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as json))""",
            file.caseId(),
            due.duty().name(),
            Date.valueOf(due.last()),
            step.name(),
            to.person(),
            to.channel(),
            delivery,
            Timestamp.from(now),
            snapshot);
        told++;
      }
    }
    return told;
  }

  private static Snapshot snapshot(CaseLine line, Due due, Change step) {
    Grade grade =
        switch (step) {
          case OVERDUE -> Grade.EXCEEDANCE;
          case DUE -> Grade.EARLY_WARNING;
          default -> Grade.NOTICE;
        };
    String caseId = line.state().caseId();
    Instant last = ChinaTime.instant(due.last().atStartOfDay());
    return new Snapshot(
        UUID.nameUUIDFromBytes(caseId.getBytes(StandardCharsets.UTF_8)),
        step,
        Subject.DATA,
        grade,
        "CASE_" + due.duty(),
        caseId,
        caseId,
        line.state().enterprise(),
        line.enterpriseName(),
        line.regionCode(),
        line.regionName(),
        "",
        last,
        last,
        1,
        1,
        null,
        null,
        null,
        null,
        null,
        null,
        due.duty().english() + ", last day " + due.last());
  }

  /** Officers of the place who have an account, whoever owns the case, and the enterprise's own. */
  private static List<Address> people(Handle handle, CaseLine line, CaseFile file, Due due) {
    List<String> owners =
        file.history().stream()
            .map(entry -> entry.event().what())
            .filter(Step.WorkOrderIssued.class::isInstance)
            .map(what -> ((Step.WorkOrderIssued) what).owner())
            .toList();
    boolean enterprise = due.duty().debtor() == Duty.Debtor.ENTERPRISE;
    return handle
        .createQuery(
            """
            select a.person_id, a.channel_id, a.address, p.language
            from alerts.person_address a join alerts.person p on p.id = a.person_id
            join alerts.channel c on c.id = a.channel_id
            where c.enabled and (
              p.id = any(:owners)
              or (:enterprise and p.enterprise_code = :code)
              or exists (select from alerts.app_user u
                where u.person_id = p.id
                  and u.role in ('OFFICER', 'SUPERVISOR', 'LEGAL', 'HEAD')
                  and (u.region_prefix is null
                       or cast(:region as text) like u.region_prefix || '%')))
            order by a.person_id, a.channel_id""")
        .bindArray("owners", String.class, owners)
        .bind("enterprise", enterprise)
        .bind("code", line.state().enterprise())
        .bind("region", line.regionCode())
        .map(
            (row, context) ->
                new Address(
                    row.getString("person_id"),
                    row.getString("channel_id"),
                    row.getString("address"),
                    row.getString("language")))
        .list();
  }
}
