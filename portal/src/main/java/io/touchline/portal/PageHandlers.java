package io.touchline.portal;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.touchline.alerts.http.Caller;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.portal.page.DesignPage;
import io.touchline.portal.page.OutletPage;
import io.touchline.portal.page.WhyPage;
import io.touchline.portal.page.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;

/** From an address to a page. What an address gets wrong is a page that does not exist. */
final class PageHandlers {

  private final Pages pages;
  private final Renderer renderer;
  private final Visitors visitors;

  PageHandlers(Pages pages, Renderer renderer, Visitors visitors) {
    this.pages = pages;
    this.renderer = renderer;
    this.visitors = visitors;
  }

  void officer(Context ctx) {
    keepNothing(ctx);
    String title = Renderer.words(ctx).text("nav.officer");
    renderer.live(ctx, "officer.jte", title, pages.officer().page(caller(ctx)));
  }

  /** Results for everybody: the same for whoever looks, and kept for a minute by who may. */
  void open(Context ctx) {
    boolean signedIn = visitors.of(ctx).isPresent();
    ctx.header("Cache-Control", signedIn ? "no-store" : "public, max-age=60")
        .header("Vary", "Cookie");
    String title = Renderer.words(ctx).text("public.title");
    renderer.still(ctx, "public.jte", title, pages.watch().page());
  }

  void design(Context ctx) {
    keepNothing(ctx);
    String title = Renderer.words(ctx).text("design.title");
    renderer.still(ctx, "design.jte", title, DesignPage.read());
  }

  void watch(Context ctx) {
    keepNothing(ctx);
    String title = Renderer.words(ctx).text("watch.title");
    renderer.live(ctx, "watch.jte", title, pages.watch().page(caller(ctx)));
  }

  void outlet(Context ctx) {
    keepNothing(ctx);
    OutletPage.Choice wanted = new OutletPage.Choice(ctx.queryParam("factor"), period(ctx));
    OutletPage page =
        pages
            .outlet()
            .page(ctx.pathParam("mn"), wanted, Asked.page(ctx))
            .filter(found -> isSeen(ctx, found.outlet()))
            .orElseThrow(NotFoundResponse::new);
    renderer.live(ctx, "outlet.jte", page.outlet().name(), page);
  }

  void quality(Context ctx) {
    keepNothing(ctx);
    String title = Renderer.words(ctx).text("quality.title");
    renderer.live(
        ctx,
        "quality.jte",
        title,
        pages.quality().page(kind(ctx), caller(ctx).region(), Asked.page(ctx)));
  }

  void rates(Context ctx) {
    keepNothing(ctx);
    String title = Renderer.words(ctx).text("rates.title");
    renderer.live(ctx, "rates.jte", title, pages.rates().page(month(ctx), caller(ctx)));
  }

  void why(Context ctx) {
    keepNothing(ctx);
    String factor = ctx.queryParam("factor");
    WhyPage page =
        pages
            .why()
            .page(ctx.pathParam("mn"), period(ctx), start(ctx), factor)
            .filter(found -> isSeen(ctx, found.outlet()))
            .orElseThrow(NotFoundResponse::new);
    Words words = Renderer.words(ctx);
    renderer.still(ctx, "why.jte", words.text("why.title", words.factor(factor)), page);
  }

  /** Pages show what stands now; a copy kept somewhere would show what stood then. */
  private static void keepNothing(Context ctx) {
    ctx.header("Cache-Control", "no-store");
  }

  private static AveragingPeriod period(Context ctx) {
    String period = ctx.queryParam("period");
    return Arrays.stream(AveragingPeriod.values())
        .filter(known -> known.name().equals(period))
        .findFirst()
        .orElse(AveragingPeriod.HOUR);
  }

  private static QualityRecord.Kind kind(Context ctx) {
    String kind = ctx.queryParam("kind");
    return Arrays.stream(QualityRecord.Kind.values())
        .filter(known -> known.name().equals(kind))
        .findFirst()
        .orElse(null);
  }

  /** Null where none is named, or no month is meant by it. */
  private static YearMonth month(Context ctx) {
    String month = ctx.queryParam("month");
    return month == null || !month.matches("20\\d\\d-(0[1-9]|1[0-2])")
        ? null
        : YearMonth.parse(month);
  }

  private Caller caller(Context ctx) {
    return visitors.of(ctx).orElseThrow();
  }

  /** What is not the caller's to see is not there. */
  private boolean isSeen(Context ctx, OutletRecord outlet) {
    return caller(ctx).sees(outlet.regionCode(), outlet.enterpriseCode());
  }

  private static Instant start(Context ctx) {
    String start = ctx.queryParam("start");
    try {
      return ChinaTime.parse(start == null ? "" : start);
    } catch (DateTimeException e) {
      throw new NotFoundResponse();
    }
  }
}
