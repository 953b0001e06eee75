package io.touchline.portal;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.touchline.alerts.http.Caller;
import io.touchline.alerts.life.Answer;
import io.touchline.alerts.life.Casework;
import io.touchline.domain.alert.CauseCategory;
import io.touchline.domain.alert.CloseCode;
import io.touchline.domain.alert.Life;
import io.touchline.portal.page.AlertListPage;
import io.touchline.portal.page.AlertPage;
import io.touchline.portal.page.FormState;
import io.touchline.portal.page.Links;
import io.touchline.portal.page.Words;
import io.touchline.portal.read.AlertFilter;
import io.touchline.portal.read.AlertList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The list of alerts, the page of one, and the steps that people take from it. */
final class AlertHandlers {

  private final Pages pages;
  private final Renderer renderer;
  private final Visitors visitors;
  private final Casework casework;

  AlertHandlers(Pages pages, Renderer renderer, Visitors visitors, Casework casework) {
    this.pages = pages;
    this.renderer = renderer;
    this.visitors = visitors;
    this.casework = casework;
  }

  void list(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    String done = ctx.queryParam("acknowledged");
    Integer acknowledged = done != null && done.matches("\\d{1,3}") ? Integer.valueOf(done) : null;
    AlertListPage page =
        pages.alerts().list(Asked.filter(ctx), caller(ctx), Asked.page(ctx), acknowledged);
    renderer.still(ctx, "alerts.jte", Renderer.words(ctx).text("alerts.title"), page);
  }

  void export(Context ctx) {
    List<AlertList.Row> rows = pages.alerts().export(Asked.filter(ctx), caller(ctx));
    ctx.header("Cache-Control", "no-store")
        .header("Content-Disposition", "attachment; filename=\"alerts.csv\"")
        .contentType("text/csv; charset=utf-8")
        .result(AlertExport.of(rows, Renderer.words(ctx)));
  }

  /** Says of many at once that the caller looks after them. Those that are closed stay so. */
  void acknowledge(Context ctx) {
    Caller caller = caller(ctx);
    int done = 0;
    for (String id : ctx.formParams("alert")) {
      if (isSeen(id, caller) && acknowledged(UUID.fromString(id), caller)) {
        done++;
      }
    }
    AlertFilter filter = Asked.filter(ctx::formParam);
    String back = Links.alerts(filter, 1);
    ctx.redirect(
        back + (back.contains("?") ? "&" : "?") + "acknowledged=" + done, HttpStatus.SEE_OTHER);
  }

  private boolean isSeen(String id, Caller caller) {
    return isUuid(id) && pages.alerts().sees(UUID.fromString(id), caller);
  }

  private boolean acknowledged(UUID id, Caller caller) {
    try {
      casework.acknowledge(id, caller.login());
      return true;
    } catch (IllegalStateException closedMeanwhile) {
      return false;
    }
  }

  void page(Context ctx) {
    String done = ctx.queryParam("done");
    show(ctx, FormState.NONE, done != null && Words.isStep(done) ? done : null);
  }

  void acknowledgeOne(Context ctx) {
    Caller caller = caller(ctx);
    step(ctx, "acknowledge", id -> casework.acknowledge(id, caller.login()));
  }

  void assign(Context ctx) {
    String owner = Asked.field(ctx, "owner");
    Caller caller = caller(ctx);
    if (owner == null) {
      refuse(ctx, "assign", "form.missing");
    } else {
      step(ctx, "assign", id -> casework.assign(id, caller.login(), owner));
    }
  }

  void review(Context ctx) {
    Life.Opinion opinion = Asked.constant(ctx.formParam("opinion"), Life.Opinion.values());
    String text = Asked.field(ctx, "text");
    Caller caller = caller(ctx);
    if (opinion == null || text == null) {
      refuse(ctx, "review", "form.missing");
    } else {
      step(ctx, "review", id -> casework.review(id, caller.login(), opinion, text));
    }
  }

  void close(Context ctx) {
    CloseCode code = Asked.constant(ctx.formParam("code"), CloseCode.values());
    String evidence = Asked.field(ctx, "evidence");
    Caller caller = caller(ctx);
    if (code == null || evidence == null) {
      refuse(ctx, "close", "form.missing");
    } else {
      step(ctx, "close", id -> casework.close(id, caller.login(), code, evidence));
    }
  }

  void answer(Context ctx) {
    String attachments = Asked.field(ctx, "attachments");
    Answer answer =
        new Answer(
            Asked.constant(ctx.formParam("cause"), CauseCategory.values()),
            Asked.field(ctx, "detail"),
            Asked.field(ctx, "action"),
            Asked.time(ctx, "from").orElse(null),
            Asked.time(ctx, "to").orElse(null),
            Asked.field(ctx, "load"),
            Asked.field(ctx, "facility"),
            attachments == null
                ? List.of()
                : Stream.of(attachments.split("\\R")).filter(line -> !line.isBlank()).toList(),
            List.of(),
            Asked.time(ctx, "recovery").orElse(null),
            Asked.field(ctx, "contact"));
    Caller caller = caller(ctx);
    if (!answer.missing().isEmpty()) {
      refuse(ctx, "answer", "form.missing");
    } else {
      step(ctx, "answer", id -> casework.answer(id, caller.login(), answer));
    }
  }

  /** Takes a step of one alert, and shows the alert after it. */
  private void step(Context ctx, String name, Consumer<UUID> step) {
    UUID id = seen(ctx);
    try {
      step.accept(id);
    } catch (IllegalStateException e) {
      ctx.status(HttpStatus.CONFLICT);
      show(ctx, new FormState(name, "form.otherState", Asked.typed(ctx)), null);
      return;
    }
    ctx.redirect(Links.alert(id) + "?done=" + name, HttpStatus.SEE_OTHER);
  }

  private void refuse(Context ctx, String name, String problem) {
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(ctx, new FormState(name, problem, Asked.typed(ctx)), null);
  }

  private void show(Context ctx, FormState form, String done) {
    ctx.header("Cache-Control", "no-store");
    UUID id = id(ctx);
    AlertPage page =
        pages.alerts().page(id, caller(ctx), form, done).orElseThrow(NotFoundResponse::new);
    Renderer.at(ctx, Links.alert(id));
    Words words = Renderer.words(ctx);
    renderer.still(ctx, "alert.jte", words.text("alert.title", page.number()), page);
  }

  private UUID seen(Context ctx) {
    UUID id = id(ctx);
    if (!pages.alerts().sees(id, caller(ctx))) {
      throw new NotFoundResponse();
    }
    return id;
  }

  private static UUID id(Context ctx) {
    String id = ctx.pathParam("id");
    if (!isUuid(id)) {
      throw new NotFoundResponse();
    }
    return UUID.fromString(id);
  }

  private static boolean isUuid(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  private Caller caller(Context ctx) {
    return visitors.of(ctx).orElseThrow();
  }
}
