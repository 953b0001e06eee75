package io.touchline.alerts.life;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.contract.Json;
import io.touchline.contract.MarkRecord;
import io.touchline.domain.Mark;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What a discharger says of its own outlets' time. Each version is published before it is kept: if
 * this process dies in between, the same version is published again, and the later instant counts.
 *
 * <p>What is incomplete is refused with {@link IllegalArgumentException}, what a state does not
 * allow with {@link IllegalStateException}, what is not there or another's with {@link
 * NoSuchElementException}.
 */
public final class MarkBook {

  /** The broker did not take it: nothing was kept, and it may be tried again. */
  public static final class NotPublished extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPublished(RuntimeException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /**
   * A mark, or another version of one.
   *
   * @param id absent for a new mark
   * @param factor absent for all of them
   */
  public record NewMark(
      String mn,
      String id,
      String factor,
      Instant from,
      Instant to,
      String mark,
      String reason,
      String attachment) {}

  private final Jdbi jdbi;
  private final Consumer<MarkRecord> publisher;
  private final Clock clock;

  /**
   * Made.
   *
   * @param publisher returns when the broker has the record, throws {@link IllegalStateException}
   *     where it has not
   */
  public MarkBook(Jdbi jdbi, Consumer<MarkRecord> publisher, Clock clock) {
    this.jdbi = jdbi;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * Adds a mark or another version of one.
   *
   * @param enterprise credit code of who marks: its outlets alone can be marked
   */
  public MarkRecord add(NewMark asked, String enterprise, String author) {
    String id = asked.id() == null ? UUID.randomUUID().toString() : asked.id();
    return jdbi.inTransaction(
        handle -> {
          own(handle, asked.mn(), enterprise);
          MarkRecord before = latest(handle, asked.mn(), id);
          return keep(
              handle,
              new MarkRecord(
                  MarkRecord.SCHEMA_VERSION,
                  asked.mn(),
                  id,
                  asked.factor(),
                  asked.from(),
                  asked.to(),
                  asked.mark(),
                  Mark.Origin.MANUAL,
                  author,
                  asked.reason(),
                  clock.instant(),
                  asked.attachment(),
                  before == null ? 1 : before.version() + 1,
                  Mark.State.SET));
        });
  }

  /** Takes a mark back; see {@link #add}. */
  public MarkRecord withdraw(
      String mn, String id, String reason, String enterprise, String author) {
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("a withdrawal has its reason in words");
    }
    return jdbi.inTransaction(
        handle -> {
          own(handle, mn, enterprise);
          MarkRecord before = latest(handle, mn, id);
          if (before == null) {
            throw new NoSuchElementException("there is no mark " + id + " here");
          }
          if (before.state() == Mark.State.WITHDRAWN) {
            throw new IllegalStateException("mark " + id + " is withdrawn already");
          }
          return keep(
              handle,
              new MarkRecord(
                  MarkRecord.SCHEMA_VERSION,
                  mn,
                  id,
                  before.factor(),
                  before.from(),
                  before.to(),
                  before.mark(),
                  Mark.Origin.MANUAL,
                  author,
                  reason,
                  clock.instant(),
                  before.attachment(),
                  before.version() + 1,
                  Mark.State.WITHDRAWN));
        });
  }

  /** Its outlet, or none that there is; one version of an outlet's marks is made at a time. */
  private static void own(Handle handle, String mn, String enterprise) {
    boolean owned =
        mn != null
            && handle
                .createQuery("select enterprise_code from alerts.outlet where mn = :mn for update")
                .bind("mn", mn)
                .mapTo(String.class)
                .findOne()
                .filter(owner -> owner.equals(enterprise))
                .isPresent();
    if (!owned) {
      throw new NoSuchElementException("there is no outlet " + mn + " here");
    }
  }

  private static MarkRecord latest(Handle handle, String mn, String id) {
    return handle
        .createQuery(
            """
            select record from alerts.mark where mn = :mn and id = :id
            order by version desc limit 1""")
        .bind("mn", mn)
        .bind("id", id)
        .map((row, context) -> read(row.getString("record")))
        .findOne()
        .orElse(null);
  }

  private MarkRecord keep(Handle handle, MarkRecord mark) {
    mark.toDomain();
    handle.execute(
        """
        insert into alerts.mark (mn, id, version, record, published_at)
        values (?, ?, ?, cast(? as json), ?)""",
        mark.mn(),
        mark.id(),
        mark.version(),
        Json.text(mark),
        Timestamp.from(mark.markedAt()));
    try {
      publisher.accept(mark);
    } catch (IllegalStateException e) {
      throw new NotPublished(e);
    }
    return mark;
  }

  private static MarkRecord read(String json) {
    try {
      return Json.mapper().readValue(json, MarkRecord.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the database holds a mark it was not given", impossible);
    }
  }
}
