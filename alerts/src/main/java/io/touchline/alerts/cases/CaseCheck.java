package io.touchline.alerts.cases;

import io.touchline.contract.CaseEventRecord;
import io.touchline.contract.Json;
import io.touchline.domain.cases.Chain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks whether what is kept of cases was changed: each event against its hash and the one before,
 * each end against the head kept apart and against the access log, the log itself, and published
 * lists. Held against topic {@code cases} too, it finds what somebody changed who could change all
 * tables.
 */
public final class CaseCheck {

  /** What does not fit. */
  public record Fault(String subject, Kind kind, String what) {}

  /** Kinds of faults. */
  public enum Kind {
    /** A row is not what was hashed. */
    CHANGED,
    /** One is missing in between. */
    MISSING,
    /** The end is missing. */
    CUT_OFF,
    /** The topic has it, the tables have not, or they say something else. */
    NOT_AS_PUBLISHED
  }

  /**
   * What a check says.
   *
   * @param faults none where nothing was touched
   */
  public record Report(Instant at, long cases, long events, long accesses, List<Fault> faults) {

    public boolean isIntact() {
      return faults.isEmpty();
    }
  }

  /** What the access log says of a case's end. */
  private record Seen(long events, String hash) {}

  private final Jdbi jdbi;
  private final Clock clock;

  public CaseCheck(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Checks the tables. */
  public Report tables() {
    return against(List.of());
  }

  /**
   * Checks the tables, also against what was published.
   *
   * @param published all of topic {@code cases}, in its order
   */
  public Report against(List<CaseEventRecord> published) {
    return jdbi.inTransaction(
        org.jdbi.v3.core.transaction.TransactionIsolationLevel.REPEATABLE_READ,
        handle -> {
          List<Fault> faults = new ArrayList<>();
          Map<String, Seen> seen = new HashMap<>();
          long accesses = accesses(handle, faults, seen);
          Map<String, List<CaseEventRecord>> events = events(handle, faults);
          Map<String, Chain.Head> heads = heads(handle);
          TreeMap<String, Boolean> all = new TreeMap<>();
          events.keySet().forEach(id -> all.put(id, true));
          heads.keySet().forEach(id -> all.put(id, true));
          seen.keySet().forEach(id -> all.put(id, true));
          for (String id : all.keySet()) {
            chain(id, events.getOrDefault(id, List.of()), heads.get(id), seen.get(id), faults);
          }
          published(published, events, faults);
          lists(handle, faults);
          long count = events.values().stream().mapToLong(List::size).sum();
          return new Report(clock.instant(), all.size(), count, accesses, List.copyOf(faults));
        });
  }

  /** One case; empty where there is none. */
  public Optional<Report> one(String caseId) {
    return jdbi.withHandle(
        handle ->
            CaseStore.find(handle, caseId)
                .map(
                    stored -> {
                      List<Fault> faults = new ArrayList<>();
                      chain(caseId, stored.events(), stored.head(), null, faults);
                      return new Report(clock.instant(), 1, stored.events().size(), 0, faults);
                    }));
  }

  /** Writes down that it was checked. */
  public void keep(Report report) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                """
                insert into alerts.case_check (at, cases, events, accesses, faults)
                values (?, ?, ?, ?, cast(? as json))""",
                Timestamp.from(report.at()),
                report.cases(),
                report.events(),
                report.accesses(),
                Json.text(report.faults())));
  }

  /** When it was checked last; empty where it never was. */
  public Optional<Instant> checkedAt() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select max(at) as at from alerts.case_check")
                .map((row, context) -> Optional.ofNullable(row.getTimestamp("at")))
                .one()
                .map(Timestamp::toInstant));
  }

  private static long accesses(Handle handle, List<Fault> faults, Map<String, Seen> seen) {
    Chain.Head head =
        handle
            .createQuery("select number, hash from alerts.access_head")
            .map((row, context) -> new Chain.Head(row.getLong("number"), row.getString("hash")))
            .one();
    String previous = Chain.GENESIS;
    long number = 0;
    try (var lines =
        handle
            .createQuery("select * from alerts.access_log order by number")
            .setFetchSize(1_000)
            .map(AccessLog::line)
            .iterator()) {
      while (lines.hasNext()) {
        AccessLog.Line line = lines.next();
        number++;
        if (line.number() != number || !line.previousHash().equals(previous)) {
          faults.add(
              new Fault("access log", Kind.MISSING, "line " + line.number() + " follows no line"));
          number = line.number();
        } else if (!line.expectedHash().equals(line.hash())) {
          faults.add(new Fault("access log", Kind.CHANGED, "line " + number + " was changed"));
        }
        previous = line.hash();
        if (line.action().equals("ENTERED")) {
          String[] said = line.detail().split(" ", -1);
          seen.put(
              line.subject(),
              new Seen(Long.parseLong(said[said.length - 2]), said[said.length - 1]));
        }
      }
    }
    if (number != head.sequence() || !previous.equals(head.hash())) {
      faults.add(
          new Fault(
              "access log",
              Kind.CUT_OFF,
              "it was kept with " + head.sequence() + " lines and has " + number));
    }
    return number;
  }

  private static Map<String, List<CaseEventRecord>> events(Handle handle, List<Fault> faults) {
    Map<String, List<CaseEventRecord>> events = new TreeMap<>();
    handle
        .createQuery("select * from alerts.case_event order by case_id, sequence")
        .map((row, context) -> event(row, faults))
        .list()
        .stream()
        .filter(Objects::nonNull)
        .forEach(
            event -> events.computeIfAbsent(event.caseId(), id -> new ArrayList<>()).add(event));
    return events;
  }

  /** The record, where it can be read and its columns say the same. */
  private static CaseEventRecord event(ResultSet row, List<Fault> faults) throws SQLException {
    String caseId = row.getString("case_id");
    try {
      CaseEventRecord event = CaseStore.event(row.getString("record"));
      if (event.caseId() == null || event.what() == null || event.details() == null) {
        throw new IllegalArgumentException(
            "event " + row.getLong("sequence") + " is no event any more");
      }
      boolean same =
          event.caseId().equals(caseId)
              && event.sequence() == row.getLong("sequence")
              && row.getString("event_id").equals(event.eventId())
              && row.getString("hash").equals(event.hash())
              && row.getString("previous_hash").equals(event.previousHash());
      if (!same) {
        faults.add(
            new Fault(
                caseId,
                Kind.CHANGED,
                "the columns of event "
                    + row.getLong("sequence")
                    + " are not those of its record"));
      }
      return event;
    } catch (IllegalArgumentException e) {
      faults.add(new Fault(caseId, Kind.CHANGED, e.getMessage()));
      return null;
    }
  }

  private static Map<String, Chain.Head> heads(Handle handle) {
    Map<String, Chain.Head> heads = new HashMap<>();
    handle
        .createQuery("select * from alerts.case_head")
        .map(
            (row, context) ->
                heads.put(
                    row.getString("case_id"),
                    new Chain.Head(row.getLong("sequence"), row.getString("hash"))))
        .list();
    return heads;
  }

  private static void chain(
      String caseId, List<CaseEventRecord> events, Chain.Head head, Seen seen, List<Fault> faults) {
    Chain.Verdict verdict;
    try {
      verdict = Chain.verify(events.stream().map(CaseEventRecord::toDomain).toList(), head);
    } catch (IllegalArgumentException e) {
      faults.add(new Fault(caseId, Kind.CHANGED, e.getMessage()));
      return;
    }
    if (verdict instanceof Chain.Broken broken) {
      Kind kind =
          switch (broken.fault()) {
            case CONTENT -> Kind.CHANGED;
            case ORDER -> Kind.MISSING;
            case CUT_OFF -> Kind.CUT_OFF;
          };
      faults.add(new Fault(caseId, kind, "event " + broken.sequence() + ": " + broken.what()));
    } else if (head == null || head.sequence() != events.size()) {
      faults.add(
          new Fault(caseId, Kind.CUT_OFF, "the head kept apart is not the end of the events"));
    } else if (seen != null
        && (seen.events() != head.sequence() || !seen.hash().equals(head.hash()))) {
      faults.add(
          new Fault(
              caseId,
              Kind.CUT_OFF,
              "the access log saw " + seen.events() + " events that end in " + seen.hash()));
    }
  }

  private static void published(
      List<CaseEventRecord> published,
      Map<String, List<CaseEventRecord>> events,
      List<Fault> faults) {
    for (CaseEventRecord one : published) {
      List<CaseEventRecord> stored = events.getOrDefault(one.caseId(), List.of());
      CaseEventRecord same =
          stored.stream().filter(e -> e.sequence() == one.sequence()).findFirst().orElse(null);
      if (!one.equals(same)) {
        faults.add(
            new Fault(
                one.caseId(),
                Kind.NOT_AS_PUBLISHED,
                "event "
                    + one.sequence()
                    + " was published as "
                    + one.hash()
                    + ", stored is "
                    + (same == null ? "nothing" : same.hash())));
      }
    }
  }

  private static void lists(Handle handle, List<Fault> faults) {
    handle
        .createQuery(
            "select prefecture, first_day, kind, version, content, content_hash from alerts.card_list")
        .map(
            (row, context) ->
                ListStore.hash(row.getString("content")).equals(row.getString("content_hash"))
                    ? null
                    : new Fault(
                        "list "
                            + row.getString("prefecture")
                            + ' '
                            + row.getString("kind")
                            + ' '
                            + row.getDate("first_day")
                            + ' '
                            + row.getInt("version"),
                        Kind.CHANGED,
                        "its content is not what was hashed"))
        .list()
        .stream()
        .filter(Objects::nonNull)
        .forEach(faults::add);
  }
}
