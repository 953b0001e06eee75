package io.touchline.portal;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.touchline.alerts.cases.CardLists;
import io.touchline.alerts.cases.ListExport;
import io.touchline.alerts.http.Caller;
import io.touchline.domain.cases.CardList;
import io.touchline.domain.cases.ListPeriod;
import io.touchline.domain.cases.Signature;
import io.touchline.portal.page.CardListPage;
import io.touchline.portal.page.FormState;
import io.touchline.portal.page.Links;
import io.touchline.portal.page.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Yellow and red lists: for those who make them, and what is published for anybody. */
final class CardListHandlers {

  private static final Pattern QUARTER = Pattern.compile("(\\d{4})Q([1-4])");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
  private static final int MONTHS_IN_A_QUARTER = 3;
  private static final Set<String> STEPS = Set.of("draft", "review", "publish");

  private final Pages pages;
  private final Renderer renderer;
  private final Visitors visitors;
  private final CardLists lists;
  private final ListExport export;

  CardListHandlers(
      Pages pages, Renderer renderer, Visitors visitors, CardLists lists, ListExport export) {
    this.pages = pages;
    this.renderer = renderer;
    this.visitors = visitors;
    this.lists = lists;
    this.export = export;
  }

  /** All lists that are worked on; or leads to the one that was asked for in the form. */
  void working(Context ctx) {
    String prefecture = Asked.text(ctx.queryParam("prefecture"));
    String period = Asked.text(ctx.queryParam("period"));
    if (prefecture != null && period != null && prefecture.matches("\\d{6}")) {
      ctx.redirect(Links.list(prefecture, period(period).text()), HttpStatus.SEE_OTHER);
      return;
    }
    ctx.header("Cache-Control", "no-store");
    renderer.still(
        ctx,
        "cardlists.jte",
        Renderer.words(ctx).text("lists.title"),
        pages.lists().working(caller(ctx)));
  }

  void one(Context ctx) {
    String done = ctx.queryParam("done");
    show(ctx, FormState.NONE, null, done != null && STEPS.contains(done) ? done : null);
  }

  void draft(Context ctx) {
    String note = Asked.field(ctx, "note");
    said(ctx, "draft", lists.draft(caller(ctx).participant(), prefecture(ctx), period(ctx), note));
  }

  void review(Context ctx) {
    said(ctx, "review", lists.review(caller(ctx).participant(), prefecture(ctx), period(ctx)));
  }

  /** With the head's signature, by another than who reviewed. */
  void publish(Context ctx) {
    Signature signature = signature(ctx);
    if (signature == null) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(ctx, new FormState("publish", "form.missing", Asked.typed(ctx)), null, null);
      return;
    }
    said(
        ctx,
        "publish",
        lists.publish(caller(ctx).participant(), prefecture(ctx), period(ctx), signature));
  }

  private static Signature signature(Context ctx) {
    String person = Asked.field(ctx, "person");
    String document = Asked.field(ctx, "document");
    String on = Asked.field(ctx, "on");
    try {
      return person == null || document == null || on == null
          ? null
          : new Signature(Signature.Signatory.HEAD, person, document, LocalDate.parse(on));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private void said(Context ctx, String step, CardLists.Answer answer) {
    if (answer instanceof CardLists.Refused refused) {
      ctx.status(HttpStatus.CONFLICT);
      FormState form = new FormState(step, "list.refused." + step, Asked.typed(ctx));
      show(ctx, form, refused.why() + "; " + refused.instead(), null);
    } else {
      ctx.redirect(
          Links.list(prefecture(ctx), period(ctx).text()) + "?done=" + step, HttpStatus.SEE_OTHER);
    }
  }

  private void show(Context ctx, FormState form, String refused, String done) {
    ctx.header("Cache-Control", "no-store");
    CardListPage page =
        pages
            .lists()
            .working(caller(ctx), prefecture(ctx), period(ctx), form, refused, done)
            .orElseThrow(NotFoundResponse::new);
    Renderer.at(ctx, Links.list(page.prefecture(), page.period().text()));
    renderer.still(ctx, "cardlist.jte", title(ctx, page), page);
  }

  /** The latest version as a file, public or not. */
  void workingFile(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    file(
        ctx,
        lists
            .latest(caller(ctx).participant(), prefecture(ctx), period(ctx))
            .orElseThrow(NotFoundResponse::new));
  }

  void published(Context ctx) {
    cacheable(ctx);
    renderer.still(
        ctx,
        "publiclists.jte",
        Renderer.words(ctx).text("lists.public.title"),
        pages.lists().published());
  }

  void publishedOne(Context ctx) {
    cacheable(ctx);
    CardListPage page =
        pages.lists().published(prefecture(ctx), period(ctx)).orElseThrow(NotFoundResponse::new);
    renderer.still(ctx, "publiclist.jte", title(ctx, page), page);
  }

  void publishedFile(Context ctx) {
    cacheable(ctx);
    file(ctx, lists.published(prefecture(ctx), period(ctx)).orElseThrow(NotFoundResponse::new));
  }

  private void cacheable(Context ctx) {
    boolean signedIn = visitors.of(ctx).isPresent();
    ctx.header("Cache-Control", signedIn ? "no-store" : "public, max-age=60")
        .header("Vary", "Cookie");
  }

  private void file(Context ctx, CardList list) {
    String end = ctx.pathParam("format").toUpperCase(Locale.ROOT);
    ListExport.Format format = Asked.constant(end, ListExport.Format.values());
    if (format == null || !export.makes(format)) {
      throw new NotFoundResponse();
    }
    String name = ListExport.fileName(list.content(), format);
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .contentType(format.mediaType())
        .result(export.bytes(list, format));
  }

  private static String title(Context ctx, CardListPage page) {
    Words words = Renderer.words(ctx);
    return words.text("list.title", page.name(), page.period().text());
  }

  private static String prefecture(Context ctx) {
    String code = ctx.pathParam("prefecture");
    if (!code.matches("\\d{4}00")) {
      throw new NotFoundResponse();
    }
    return code;
  }

  private static ListPeriod period(Context ctx) {
    return period(ctx.pathParam("period"));
  }

  private static ListPeriod period(String text) {
    Matcher quarter = QUARTER.matcher(text);
    if (quarter.matches()) {
      int month = Integer.parseInt(quarter.group(2)) * MONTHS_IN_A_QUARTER - 2;
      return new ListPeriod(
          ListPeriod.Kind.QUARTER, LocalDate.of(Integer.parseInt(quarter.group(1)), month, 1));
    }
    if (MONTH.matcher(text).matches()) {
      return new ListPeriod(ListPeriod.Kind.MONTH, LocalDate.parse(text + "-01"));
    }
    throw new NotFoundResponse();
  }

  private Caller caller(Context ctx) {
    return visitors.of(ctx).orElseThrow();
  }
}
