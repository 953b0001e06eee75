package io.touchline.portal;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.touchline.alerts.http.Caller;
import io.touchline.alerts.life.MarkBook;
import io.touchline.portal.page.FormState;
import io.touchline.portal.page.Links;
import io.touchline.portal.page.Words;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The room of an enterprise: how it stands, and what it says of its own time. */
final class EnterpriseHandlers {

  private static final String MARK = "mark";

  private final Pages pages;
  private final Renderer renderer;
  private final Visitors visitors;
  private final MarkBook marks;

  EnterpriseHandlers(Pages pages, Renderer renderer, Visitors visitors, MarkBook marks) {
    this.pages = pages;
    this.renderer = renderer;
    this.visitors = visitors;
    this.marks = marks;
  }

  void page(Context ctx) {
    String done = ctx.queryParam("done");
    show(ctx, FormState.NONE, done != null && Words.isStep(done) ? done : null);
  }

  void mark(Context ctx) {
    Optional<Instant> from = Asked.time(ctx, "from");
    Optional<Instant> to = Asked.time(ctx, "to");
    String reason = Asked.field(ctx, "reason");
    String kind = Asked.field(ctx, "kind");
    if (from.isEmpty() || to.isEmpty() || reason == null || kind == null) {
      refuse(ctx, HttpStatus.UNPROCESSABLE_CONTENT, "form.missing");
      return;
    }
    if (!from.get().isBefore(to.get())) {
      refuse(ctx, HttpStatus.UNPROCESSABLE_CONTENT, "form.times");
      return;
    }
    MarkBook.NewMark asked =
        new MarkBook.NewMark(
            Asked.field(ctx, "mn"),
            null,
            Asked.field(ctx, "factor"),
            from.get(),
            to.get(),
            kind,
            reason,
            Asked.field(ctx, "attachment"));
    Caller caller = caller(ctx);
    step(ctx, MARK, () -> marks.add(asked, caller.enterprise(), caller.login()));
  }

  void withdraw(Context ctx) {
    String reason = Asked.field(ctx, "reason");
    if (reason == null) {
      refuse(ctx, HttpStatus.UNPROCESSABLE_CONTENT, "form.missing");
      return;
    }
    String mn = Asked.field(ctx, "mn");
    String id = Asked.field(ctx, "id");
    Caller caller = caller(ctx);
    step(
        ctx, "withdraw", () -> marks.withdraw(mn, id, reason, caller.enterprise(), caller.login()));
  }

  private void step(Context ctx, String name, Runnable step) {
    try {
      step.run();
    } catch (MarkBook.NotPublished e) {
      refuse(ctx, HttpStatus.SERVICE_UNAVAILABLE, "form.notPublished");
      return;
    } catch (NoSuchElementException | IllegalStateException e) {
      refuse(ctx, HttpStatus.CONFLICT, "form.otherState");
      return;
    } catch (IllegalArgumentException e) {
      refuse(ctx, HttpStatus.UNPROCESSABLE_CONTENT, "form.missing");
      return;
    }
    ctx.redirect(Links.ENTERPRISE + "?done=" + name + "#marks", HttpStatus.SEE_OTHER);
  }

  private void refuse(Context ctx, HttpStatus status, String problem) {
    ctx.status(status);
    show(ctx, new FormState(MARK, problem, Asked.typed(ctx)), null);
  }

  private void show(Context ctx, FormState form, String done) {
    ctx.header("Cache-Control", "no-store");
    Renderer.at(ctx, Links.ENTERPRISE);
    renderer.still(
        ctx,
        "enterprise.jte",
        Renderer.words(ctx).text("nav.enterprise"),
        pages.enterprise().page(caller(ctx), form, done));
  }

  private Caller caller(Context ctx) {
    return visitors.of(ctx).orElseThrow();
  }
}
