package io.touchline.portal;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.touchline.alerts.cases.Answer;
import io.touchline.alerts.cases.CaseQuery;
import io.touchline.alerts.cases.Enforcement;
import io.touchline.alerts.cases.NewEvent;
import io.touchline.alerts.http.Caller;
import io.touchline.domain.cases.Happening;
import io.touchline.domain.cases.Stage;
import io.touchline.domain.cases.What;
import io.touchline.portal.page.CaseFilePage;
import io.touchline.portal.page.CaseWords;
import io.touchline.portal.page.FormState;
import io.touchline.portal.page.Links;
import io.touchline.portal.page.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The list of cases, the page of one, and the steps that people take from it. */
final class CaseHandlers {

  private final Pages pages;
  private final Renderer renderer;
  private final Visitors visitors;
  private final Enforcement enforcement;

  CaseHandlers(Pages pages, Renderer renderer, Visitors visitors, Enforcement enforcement) {
    this.pages = pages;
    this.renderer = renderer;
    this.visitors = visitors;
    this.enforcement = enforcement;
  }

  void list(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    renderer.still(
        ctx,
        "cases.jte",
        Renderer.words(ctx).text("cases.title"),
        pages.cases().list(caller(ctx), asked(ctx)));
  }

  private static CaseQuery asked(Context ctx) {
    String region = Asked.text(ctx.queryParam("region"));
    String open = Asked.text(ctx.queryParam("open"));
    String after = Asked.text(ctx.queryParam("after"));
    return new CaseQuery(
        region != null && region.matches("\\d{1,12}") ? region : null,
        null,
        Asked.constant(ctx.queryParam("state"), Stage.values()),
        Asked.constant(ctx.queryParam("card"), Stage.Card.values()),
        open == null ? Boolean.TRUE : open.equals("false") ? Boolean.FALSE : null,
        null,
        day(Asked.text(ctx.queryParam("dueBefore"))),
        CaseQuery.USUAL,
        after != null && after.matches("[0-9T:.-]{10,40}Z_[\\w-]{1,40}") ? after : null);
  }

  private static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  void page(Context ctx) {
    Happening done = Asked.constant(ctx.queryParam("done"), Happening.values());
    show(ctx, FormState.NONE, null, done);
  }

  /** Enters an event on the version of the case that its form was shown with. */
  void step(Context ctx) {
    Happening what = Asked.constant(ctx.formParam("what"), Happening.values());
    String version = Asked.field(ctx, "version");
    Optional<What> entered =
        what == null ? Optional.empty() : CaseForm.read(ctx, what, pages.clock().instant());
    if (entered.isEmpty() || version == null || !version.matches("\\d{1,9}")) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(ctx, form(ctx, what, "form.missing"), null, null);
      return;
    }
    String id = ctx.pathParam("id");
    Answer answer =
        enforcement.enter(
            caller(ctx).participant(), id, NewEvent.of(entered.get()).on(Long.parseLong(version)));
    if (answer instanceof Answer.Refused refused) {
      ctx.status(status(refused));
      show(ctx, form(ctx, what, CaseWords.key(refused)), refused, null);
    } else {
      ctx.redirect(Links.enforcementCase(id) + "?done=" + what, HttpStatus.SEE_OTHER);
    }
  }

  private static FormState form(Context ctx, Happening what, String problem) {
    return new FormState(what == null ? "" : what.name(), problem, CaseForm.typed(ctx));
  }

  private static HttpStatus status(Answer.Refused refused) {
    if (refused instanceof Answer.NotThere) {
      throw new NotFoundResponse();
    }
    if (refused instanceof Answer.AgainstTheRules rules) {
      return switch (rules.reason()) {
        case NOT_BY_THEM -> HttpStatus.FORBIDDEN;
        case INCOMPLETE, LAW_NOT_SEEN, DEPARTS_WITHOUT_REASON, NOT_FOUND ->
            HttpStatus.UNPROCESSABLE_CONTENT;
        case NOT_FROM_HERE, TOO_EARLY, TOO_LATE, OTHER_CASE, ID_TAKEN, OUT_OF_ORDER, CARD_OPEN ->
            HttpStatus.CONFLICT;
      };
    }
    return HttpStatus.CONFLICT;
  }

  private void show(Context ctx, FormState form, Answer.Refused refused, Happening done) {
    ctx.header("Cache-Control", "no-store");
    String id = ctx.pathParam("id");
    CaseFilePage page =
        pages.cases().one(caller(ctx), id, form, refused, done).orElseThrow(NotFoundResponse::new);
    Renderer.at(ctx, Links.enforcementCase(id));
    Words words = Renderer.words(ctx);
    renderer.still(ctx, "case.jte", words.text("case.title", page.id()), page);
  }

  private Caller caller(Context ctx) {
    return visitors.of(ctx).orElseThrow();
  }
}
