package io.touchline.portal.read;

import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.Json;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.Decimal;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes hour and day means, one row a factor. A record replaces the rows of its period where its
 * revision is higher; what it replaces is kept in {@code period_mean_past}.
 */
public final class MeansTable implements Subscription.Handler<MeansRecord> {

  private static final String COLUMNS =
      """
      mn, period, started_at, factor, record_revision, revision, cause, value, converted, rederived,
      unit, mass_mg, valid, reason, source, rule, limit_lower, limit_value, limit_unit, limit_basis,
      limit_source, limit_clause, verdict, judged, multiple, judged_reason, inputs, published_at""";

  private static final String UPSERT =
      "insert into portal.period_mean (%s) values (%s)".formatted(COLUMNS, parameters())
          + " on conflict (mn, period, started_at, factor) do update set "
          + assignments()
          + " where excluded.record_revision > period_mean.record_revision";

  private static final String KEEP_PAST =
      """
      insert into portal.period_mean_past (%1$s)
      select %1$s from portal.period_mean
      where mn = :mn and period = :period and started_at = :started_at
        and factor = :factor and revision < :revision
      on conflict do nothing"""
          .formatted(COLUMNS);

  /** A factor that the newer record no longer has is no longer there. */
  private static final String DROP_VANISHED =
      """
      delete from portal.period_mean
      where mn = :mn and period = :period and started_at = :started_at
        and record_revision < :record_revision""";

  private record Key(String mn, String period, String factor) {}

  private static String parameters() {
    return COLUMNS.replaceAll("(\\w+)", ":$1");
  }

  private static String assignments() {
    return COLUMNS.replaceAll("(\\w+)", "$1 = excluded.$1");
  }

  @Override
  public void apply(Handle handle, List<Incoming<MeansRecord>> records) {
    for (List<Incoming<MeansRecord>> round : rounds(records)) {
      keepPast(handle, round);
      upsert(handle, round);
      dropVanished(handle, round);
      putFrames(handle, round);
      putLatest(handle, round);
    }
  }

  /**
   * Splits a batch so that each period occurs once per round, in order: a statement that inserts
   * many rows may not meet one twice, and no revision in between shall be passed over.
   */
  private static List<List<Incoming<MeansRecord>>> rounds(List<Incoming<MeansRecord>> records) {
    List<List<Incoming<MeansRecord>>> rounds = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Incoming<MeansRecord> incoming : records) {
      if (incoming.value() == null) {
        continue; // compaction may end a key; what was derived from it stays
      }
      int round = seen.merge(incoming.value().key(), 1, Integer::sum) - 1;
      if (round == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(incoming);
    }
    return rounds;
  }

  private static void keepPast(Handle handle, List<Incoming<MeansRecord>> round) {
    PreparedBatch batch = handle.prepareBatch(KEEP_PAST);
    for (Incoming<MeansRecord> incoming : round) {
      incoming
          .value()
          .factors()
          .forEach(
              (code, factor) -> {
                if (factor.revision() > 1) {
                  period(batch, incoming.value())
                      .bind("factor", code)
                      .bind("revision", factor.revision())
                      .add();
                }
              });
    }
    executeUnlessEmpty(batch);
  }

  private static void upsert(Handle handle, List<Incoming<MeansRecord>> round) {
    PreparedBatch batch = handle.prepareBatch(UPSERT);
    for (Incoming<MeansRecord> incoming : round) {
      MeansRecord means = incoming.value();
      means
          .factors()
          .forEach(
              (code, factor) -> {
                period(batch, means)
                    .bind("factor", code)
                    .bind("record_revision", means.revision())
                    .bind("published_at", Timestamp.from(incoming.publishedAt()));
                bind(batch, factor);
                bind(batch, factor.judgement());
                batch.add();
              });
    }
    executeUnlessEmpty(batch);
  }

  private static void bind(PreparedBatch batch, MeansRecord.Factor factor) {
    batch
        .bind("revision", factor.revision())
        .bind("cause", factor.cause().name())
        .bind("value", number(factor.value()))
        .bind("converted", number(factor.converted()))
        .bind("rederived", number(factor.rederived()))
        .bind("unit", factor.unit())
        .bind("mass_mg", factor.massMg())
        .bind("valid", factor.valid())
        .bind("reason", factor.reason() == null ? "" : factor.reason())
        .bind("source", factor.source().name())
        .bind("inputs", inputs(factor.inputs()));
  }

  private static void bind(PreparedBatch batch, MeansRecord.Judged judged) {
    OutletRecord.Limit limit = judged == null ? null : judged.limit();
    batch
        .bind("rule", judged == null ? null : judged.rule())
        .bind("limit_lower", limit == null ? (BigDecimal) null : number(limit.lower()))
        .bind("limit_value", limit == null ? (BigDecimal) null : number(limit.value()))
        .bind("limit_unit", limit == null ? null : limit.unit())
        .bind("limit_basis", limit == null ? null : limit.basis().name())
        .bind("limit_source", limit == null ? null : limit.source())
        .bind("limit_clause", limit == null ? null : limit.clause())
        .bind("verdict", judged == null ? null : judged.verdict().name())
        .bind("judged", judged == null ? (BigDecimal) null : number(judged.judged()))
        .bind("multiple", judged == null ? (BigDecimal) null : number(judged.multiple()))
        .bind("judged_reason", judged == null ? null : judged.reason());
  }

  private static void dropVanished(Handle handle, List<Incoming<MeansRecord>> round) {
    PreparedBatch batch = handle.prepareBatch(DROP_VANISHED);
    for (Incoming<MeansRecord> incoming : round) {
      if (incoming.value().revision() > 1) {
        period(batch, incoming.value()).bind("record_revision", incoming.value().revision()).add();
      }
    }
    executeUnlessEmpty(batch);
  }

  private static void putFrames(Handle handle, List<Incoming<MeansRecord>> round) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into portal.period_frames (mn, period, started_at, record_revision, frames)
            values (:mn, :period, :started_at, :record_revision, cast(:frames as json))
            on conflict (mn, period, started_at) do update set
              record_revision = excluded.record_revision, frames = excluded.frames
            where excluded.record_revision > period_frames.record_revision""");
    for (Incoming<MeansRecord> incoming : round) {
      period(batch, incoming.value())
          .bind("record_revision", incoming.value().revision())
          .bind("frames", Json.text(incoming.value().frames()))
          .add();
    }
    executeUnlessEmpty(batch);
  }

  private static void putLatest(Handle handle, List<Incoming<MeansRecord>> round) {
    Map<Key, Instant> latest = new HashMap<>();
    for (Incoming<MeansRecord> incoming : round) {
      MeansRecord means = incoming.value();
      for (String factor : means.factors().keySet()) {
        latest.merge(
            new Key(means.mn(), means.period().name(), factor),
            means.start(),
            (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into portal.latest_mean (mn, period, factor, started_at)
            values (:mn, :period, :factor, :started_at)
            on conflict (mn, period, factor) do update set started_at = excluded.started_at
            where excluded.started_at > latest_mean.started_at""");
    latest.forEach(
        (key, start) ->
            batch
                .bind("mn", key.mn())
                .bind("period", key.period())
                .bind("factor", key.factor())
                .bind("started_at", Timestamp.from(start))
                .add());
    executeUnlessEmpty(batch);
  }

  private static PreparedBatch period(PreparedBatch batch, MeansRecord means) {
    return batch
        .bind("mn", means.mn())
        .bind("period", means.period().name())
        .bind("started_at", Timestamp.from(means.start()));
  }

  private static void executeUnlessEmpty(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static BigDecimal number(Decimal decimal) {
    return decimal == null ? null : decimal.number();
  }

  private static Integer[] inputs(List<Integer> inputs) {
    return inputs == null ? new Integer[0] : inputs.toArray(Integer[]::new);
  }
}
