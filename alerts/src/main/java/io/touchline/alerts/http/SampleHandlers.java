package io.touchline.alerts.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.touchline.contract.Json;
import io.touchline.contract.SampleRecord;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Unit;
import io.touchline.domain.sample.Sample;
import io.touchline.domain.sample.SampleKind;
import io.touchline.hj212.Factor;
import io.touchline.hj212.FactorCatalogue;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What laboratories measured at an outlet, as dischargers and officers report it: each its own
 * kinds, and nobody changes what the other side reported. Each version is published before it is
 * kept, as those of marks are. A sample that came by a file is not known here; under the same name
 * a version of here counts from 1 too, and of equal versions the later reported stands.
 */
final class SampleHandlers {

  /**
   * A factor of a sample, or another version of it.
   *
   * @param id absent for a new sample; factors of one sample share it
   * @param to absent where it was taken at one moment
   * @param qualifier {@value SampleRecord#BELOW} where the value is a detection limit that it lies
   *     below
   */
  record NewSample(
      String mn,
      String id,
      String factor,
      SampleKind kind,
      Instant from,
      Instant to,
      Decimal value,
      String unit,
      String qualifier,
      EmissionLimit.Basis basis,
      String method,
      String laboratory,
      String reason,
      String attachment) {}

  record Withdrawal(String reason) {}

  /** A version as it is kept; {@code enterprise} is null where the authority reported it. */
  private record Kept(SampleRecord sample, String enterprise) {}

  private final Jdbi jdbi;
  private final Consumer<SampleRecord> publisher;
  private final Clock clock;
  private final FactorCatalogue catalogue = FactorCatalogue.standard();

  /**
   * Made.
   *
   * @param publisher returns when the broker has the record, throws where it has not
   */
  SampleHandlers(Jdbi jdbi, Consumer<SampleRecord> publisher, Clock clock) {
    this.jdbi = jdbi;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** Another version lets an adoption lapse: what was adopted is no longer what stands. */
  Object add(Context ctx, Caller caller) {
    NewSample asked = Requests.body(ctx, NewSample.class);
    String id = asked.id() == null ? UUID.randomUUID().toString() : asked.id();
    return jdbi.inTransaction(
        handle -> {
          seen(handle, asked.mn(), caller);
          check(asked, caller);
          Kept before = latest(handle, asked.mn(), id, asked.factor());
          if (before != null) {
            ofTheirOwn(before, caller);
          }
          return keep(
              handle,
              caller.enterprise(),
              new SampleRecord(
                  SampleRecord.SCHEMA_VERSION,
                  asked.mn(),
                  id,
                  asked.factor(),
                  asked.kind(),
                  asked.from(),
                  asked.to(),
                  asked.value(),
                  asked.unit() == null ? null : Unit.of(asked.unit()).text(),
                  asked.qualifier(),
                  asked.basis(),
                  asked.method(),
                  asked.laboratory(),
                  caller.login(),
                  asked.reason(),
                  clock.instant(),
                  asked.attachment(),
                  null,
                  before == null ? 1 : before.sample().version() + 1,
                  Sample.State.SET));
        });
  }

  Object withdraw(Context ctx, Caller caller) {
    String reason = Requests.body(ctx, Withdrawal.class).reason();
    if (reason == null || reason.isBlank()) {
      throw new Refusal(400, "a withdrawal has its reason in words");
    }
    return jdbi.inTransaction(
        handle -> {
          Kept before = standing(handle, ctx, caller);
          ofTheirOwn(before, caller);
          return keep(
              handle,
              before.enterprise(),
              next(before.sample(), caller.login(), reason, null, Sample.State.WITHDRAWN));
        });
  }

  /** An officer takes a manual sample for data that are missing, by name. */
  Object adopt(Context ctx, Caller caller) {
    return jdbi.inTransaction(
        handle -> {
          Kept before = standing(handle, ctx, caller);
          SampleRecord sample = before.sample();
          if (sample.kind() != SampleKind.MANUAL_SUBSTITUTE) {
            throw new Refusal(
                422, "only a MANUAL_SUBSTITUTE sample stands in for data, not " + sample.kind());
          }
          if (sample.adoptedBy() != null) {
            throw new Refusal(409, sample.adoptedBy() + " has adopted it already");
          }
          return keep(
              handle,
              before.enterprise(),
              next(sample, sample.author(), sample.reason(), caller.login(), Sample.State.SET));
        });
  }

  private SampleRecord next(
      SampleRecord before, String author, String reason, String adoptedBy, Sample.State state) {
    return new SampleRecord(
        SampleRecord.SCHEMA_VERSION,
        before.mn(),
        before.id(),
        before.factor(),
        before.kind(),
        before.from(),
        before.to(),
        before.value(),
        before.unit(),
        before.qualifier(),
        before.basis(),
        before.method(),
        before.laboratory(),
        author,
        reason,
        clock.instant(),
        before.attachment(),
        adoptedBy,
        before.version() + 1,
        state);
  }

  /** An outlet of theirs, or none that there is; one version of its samples is made at a time. */
  private static void seen(Handle handle, String mn, Caller caller) {
    boolean theirs =
        mn != null
            && handle
                .createQuery(
                    """
                    select enterprise_code, region_code from alerts.outlet
                    where mn = :mn for update""")
                .bind("mn", mn)
                .map(
                    (row, context) ->
                        isTheirs(
                            caller, row.getString("enterprise_code"), row.getString("region_code")))
                .findOne()
                .orElse(false);
    if (!theirs) {
      throw Refusal.notFound("outlet " + mn);
    }
  }

  private static boolean isTheirs(Caller caller, String enterprise, String region) {
    if (caller.role() == Role.ENTERPRISE) {
      return enterprise != null && enterprise.equals(caller.enterprise());
    }
    return caller.region() == null || (region != null && region.startsWith(caller.region()));
  }

  private void check(NewSample asked, Caller caller) {
    SampleKind kind = asked.kind();
    boolean theirs =
        kind == null
            || (caller.role() == Role.ENTERPRISE
                ? !kind.isOfTheAuthority()
                : !kind.isOfTheDischarger());
    if (!theirs) {
      throw new Refusal(403, "a " + kind + " sample is not for " + caller.role() + " to report");
    }
    Instant end = asked.to() == null ? asked.from() : asked.to();
    if (end != null && end.isAfter(clock.instant())) {
      throw new Refusal(422, "a sample is reported when it was taken: " + end + " has not come");
    }
    Factor factor = asked.factor() == null ? null : catalogue.find(asked.factor()).orElse(null);
    if (factor != null
        && asked.unit() != null
        && !Unit.of(asked.unit()).convertsTo(Unit.of(factor.unit()))) {
      throw new Refusal(
          422, asked.unit() + " is no unit of " + factor.code() + ", which is in " + factor.unit());
    }
  }

  private static void ofTheirOwn(Kept before, Caller caller) {
    boolean own =
        caller.role() == Role.ENTERPRISE
            ? Objects.equals(before.enterprise(), caller.enterprise())
            : before.enterprise() == null;
    if (!own) {
      throw new Refusal(
          403,
          "sample " + before.sample().id() + " was reported by others: it is theirs to change");
    }
  }

  /** The version that stands of the sample and factor in the path. */
  private static Kept standing(Handle handle, Context ctx, Caller caller) {
    String id = ctx.pathParam("id");
    seen(handle, ctx.pathParam("mn"), caller);
    Kept before = latest(handle, ctx.pathParam("mn"), id, ctx.pathParam("factor"));
    if (before == null) {
      throw Refusal.notFound("sample " + id);
    }
    if (before.sample().state() == Sample.State.WITHDRAWN) {
      throw new Refusal(409, "sample " + id + " is withdrawn");
    }
    return before;
  }

  private static Kept latest(Handle handle, String mn, String id, String factor) {
    return handle
        .createQuery(
            """
            select record, enterprise_code from alerts.sample
            where mn = :mn and id = :id and factor = :factor order by version desc limit 1""")
        .bind("mn", mn)
        .bind("id", id)
        .bind("factor", factor)
        .map(
            (row, context) ->
                new Kept(read(row.getString("record")), row.getString("enterprise_code")))
        .findOne()
        .orElse(null);
  }

  private SampleRecord keep(Handle handle, String enterprise, SampleRecord sample) {
    try {
      sample.toDomain();
    } catch (IllegalArgumentException e) {
      throw new Refusal(422, e.getMessage());
    }
    handle.execute(
        """
        insert into alerts.sample
          (mn, id, factor, version, enterprise_code, record, published_at)
        values (?, ?, ?, ?, ?, cast(? as json), ?)""",
        sample.mn(),
        sample.id(),
        sample.factor(),
        sample.version(),
        enterprise,
        Json.text(sample),
        Timestamp.from(sample.reportedAt()));
    try {
      publisher.accept(sample);
    } catch (IllegalStateException e) {
      throw new Refusal(503, e.getMessage());
    }
    return sample;
  }

  private static SampleRecord read(String json) {
    try {
      return Json.mapper().readValue(json, SampleRecord.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the database holds a sample it was not given", impossible);
    }
  }
}
