package io.touchline.alerts.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.touchline.alerts.Database;
import io.touchline.alerts.cases.CardLists;
import io.touchline.alerts.cases.Enforcement;
import io.touchline.alerts.life.Casework;
import io.touchline.alerts.life.MarkBook;
import io.touchline.alerts.life.Quiet;
import io.touchline.alerts.registry.RegistryDesk;
import io.touchline.contract.Json;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for programs. Every operation of {@link Operations} is guarded by its roles; there is no
 * other way in. What goes wrong is said as {@code application/problem+json}.
 */
public final class AlertsServer implements AutoCloseable {

  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final Logger LOG = LoggerFactory.getLogger(AlertsServer.class);
  private static final int MOST_THREADS = 16;
  private static final int FEWEST_THREADS = 4;
  private static final int LONGEST_KEY = 100;
  private static final String JSON = "application/json; charset=utf-8";
  private static final String PROBLEM = "application/problem+json; charset=utf-8";

  private final Javalin server;
  private final Accounts accounts;
  private final IdempotentAnswers answers;
  private final List<Operation> operations;

  private AlertsServer(Jdbi jdbi, Outside outside, Clock clock) {
    accounts = new Accounts(jdbi, clock);
    answers = new IdempotentAnswers(jdbi, clock);
    operations =
        Operations.of(
            new SessionHandlers(accounts),
            new AlertHandlers(jdbi, new Casework(jdbi, clock)),
            new QuietHandlers(new Quiet(jdbi, clock)),
            new RosterHandlers(jdbi),
            new MarkHandlers(new MarkBook(jdbi, outside.marks(), clock)),
            new SampleHandlers(jdbi, outside.samples(), clock),
            new RegistryHandlers(new RegistryDesk(jdbi, outside.registry(), clock)),
            new CaseHandlers(new Enforcement(jdbi, clock)),
            new ListHandlers(new CardLists(jdbi, clock), outside.lists()));
    server = Javalin.create(this::configure);
  }

  /**
   * Opens the door.
   *
   * @param port 0 for any free one
   * @throws IllegalStateException where the port is taken
   */
  public static AlertsServer start(
      String host, int port, Database database, Outside outside, Clock clock) {
    AlertsServer opened = new AlertsServer(database.jdbi(), outside, clock);
    try {
      opened.server.start(host, port);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "the alerts could not be served at "
              + host
              + ":"
              + port
              + ": choose another port, or end what listens there",
          e);
    }
    return opened;
  }

  List<Operation> operations() {
    return operations;
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = false;
    config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    for (Operation operation : operations) {
      config.routes.addHttpHandler(
          operation.method(), operation.path(), ctx -> handle(ctx, operation));
    }
    String document = OpenApi.of(operations).toPrettyString();
    config.routes.get("/v1/openapi.json", ctx -> ctx.contentType(JSON).result(document));
    config.routes.exception(Exception.class, AlertsServer::broken);
    config.routes.error(404, AlertsServer::unknown);
  }

  private void handle(Context ctx, Operation operation) {
    ctx.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
    Caller caller = operation.isPublic() ? null : caller(ctx);
    if (caller != null && !operation.roles().contains(caller.role())) {
      throw new Refusal(403, "this is not for " + caller.role());
    }
    String key = caller == null || !operation.changes() ? null : ctx.header(IDEMPOTENCY_KEY);
    if (key != null && key.length() > LONGEST_KEY) {
      throw new Refusal(400, "an " + IDEMPOTENCY_KEY + " has at most 100 characters");
    }
    if (!operation.changes()) {
      Object said = operation.handler().answer(ctx, caller);
      if (said instanceof FileAnswer file) {
        ctx.header("Content-Disposition", "attachment; filename=\"" + file.name() + '"')
            .contentType(file.mediaType())
            .result(file.bytes());
      } else {
        ctx.contentType(JSON).result(Json.text(said));
      }
      return;
    }
    IdempotentAnswers.Answer answer =
        key == null
            ? answer(ctx, operation, caller)
            : answers.once(ctx, caller, key, () -> answer(ctx, operation, caller));
    ctx.status(answer.status());
    if (!answer.body().isEmpty()) {
      ctx.contentType(JSON).result(answer.body());
    }
  }

  private static IdempotentAnswers.Answer answer(Context ctx, Operation operation, Caller caller) {
    Object said = operation.handler().answer(ctx, caller);
    return said == null
        ? new IdempotentAnswers.Answer(204, "")
        : new IdempotentAnswers.Answer(200, Json.text(said));
  }

  private Caller caller(Context ctx) {
    String header = ctx.header("Authorization");
    if (header == null || !header.startsWith(SessionHandlers.BEARER)) {
      throw new Refusal(401, "sign in at POST /v1/sessions and send the token as Bearer");
    }
    return accounts
        .caller(header.substring(SessionHandlers.BEARER.length()))
        .orElseThrow(() -> new Refusal(401, "the session is over: sign in again"));
  }

  private static void broken(Exception e, Context ctx) {
    if (e instanceof Refusal refusal) {
      problem(ctx, refusal.status(), refusal.getMessage());
    } else if (e instanceof IllegalArgumentException) {
      problem(ctx, 422, e.getMessage());
    } else if (e instanceof IllegalStateException) {
      problem(ctx, 409, e.getMessage());
    } else if (e instanceof NoSuchElementException) {
      problem(ctx, 404, e.getMessage());
    } else if (e instanceof HttpResponseException known) {
      problem(ctx, known.getStatus(), known.getMessage());
    } else {
      String reference = UUID.randomUUID().toString();
      LOG.atError()
          .addKeyValue("reference", reference)
          .addKeyValue("path", ctx.path())
          .setCause(e)
          .log("a request could not be answered");
      problem(ctx, 500, "something broke here; tell operations " + reference);
    }
  }

  private static void unknown(Context ctx) {
    if (ctx.result() == null || ctx.result().isEmpty()) {
      problem(ctx, 404, "there is nothing at " + ctx.path());
    }
  }

  private static void problem(Context ctx, int status, String detail) {
    Map<String, Object> problem =
        Map.of("title", title(status), "status", status, "detail", String.valueOf(detail));
    ctx.status(status).contentType(PROBLEM).result(Json.text(problem));
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "The request is not well-formed";
      case 401 -> "Not signed in";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 409 -> "Not in this state";
      case 422 -> "Not acceptable as it stands";
      default -> "Not done";
    };
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
