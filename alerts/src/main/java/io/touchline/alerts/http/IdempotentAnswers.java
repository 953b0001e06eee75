package io.touchline.alerts.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * A request that comes again under its key gets the answer it got, and is not done again. Under the
 * same key another request is refused.
 */
final class IdempotentAnswers {

  /** What was answered. */
  record Answer(int status, String body) {}

  private record Kept(String fingerprint, Answer answer) {}

  private final Jdbi jdbi;
  private final Clock clock;

  IdempotentAnswers(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Answers; requests of one caller under one key wait for each other. */
  Answer once(Context ctx, Caller caller, String key, Supplier<Answer> work) {
    String fingerprint = fingerprint(ctx);
    return jdbi.inTransaction(
        handle -> {
          handle
              .createQuery(
                  "select 1 from (select pg_advisory_xact_lock(hashtextextended(:k, 0))) x")
              .bind("k", caller.login() + "|" + key)
              .mapTo(Integer.class)
              .one();
          Optional<Kept> kept =
              handle
                  .createQuery(
                      """
                      select fingerprint, status, body from alerts.idempotent_answer
                      where login = :login and request_key = :key""")
                  .bind("login", caller.login())
                  .bind("key", key)
                  .map(
                      (row, context) ->
                          new Kept(
                              row.getString("fingerprint"),
                              new Answer(row.getInt("status"), row.getString("body"))))
                  .findOne();
          if (kept.isPresent()) {
            if (!kept.get().fingerprint().equals(fingerprint)) {
              throw new Refusal(422, "under this key another request was made");
            }
            return kept.get().answer();
          }
          Answer answer = work.get();
          handle.execute(
              """
              insert into alerts.idempotent_answer
                (login, request_key, fingerprint, status, body, at)
              values (?, ?, ?, ?, ?, ?)""",
              caller.login(),
              key,
              fingerprint,
              answer.status(),
              answer.body(),
              Timestamp.from(clock.instant()));
          return answer;
        });
  }

  private static String fingerprint(Context ctx) {
    String all = ctx.method().name() + ' ' + ctx.path() + '\n' + ctx.body();
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
