package io.touchline.portal;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.touchline.contract.QualityRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.portal.page.OutletPage;
import io.touchline.portal.page.WhyPage;
import io.touchline.portal.page.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;

/** From an address to a page. What an address gets wrong is a page that does not exist. */
final class PageHandlers {

  private static final int LAST_PAGE = 10_000;

  private final Pages pages;
  private final Renderer renderer;

  PageHandlers(Pages pages, Renderer renderer) {
    this.pages = pages;
    this.renderer = renderer;
  }

  void watch(Context ctx) {
    keepNothing(ctx);
    String title = Renderer.words(ctx).text("watch.title");
    renderer.live(ctx, "watch.jte", title, pages.watch().page());
  }

  void outlet(Context ctx) {
    keepNothing(ctx);
    OutletPage.Choice wanted = new OutletPage.Choice(ctx.queryParam("factor"), period(ctx));
    OutletPage page =
        pages
            .outlet()
            .page(ctx.pathParam("mn"), wanted, pageNumber(ctx))
            .orElseThrow(NotFoundResponse::new);
    renderer.live(ctx, "outlet.jte", page.outlet().name(), page);
  }

  void quality(Context ctx) {
    keepNothing(ctx);
    String title = Renderer.words(ctx).text("quality.title");
    renderer.live(ctx, "quality.jte", title, pages.quality().page(kind(ctx), pageNumber(ctx)));
  }

  void rates(Context ctx) {
    keepNothing(ctx);
    String title = Renderer.words(ctx).text("rates.title");
    renderer.live(ctx, "rates.jte", title, pages.rates().page(month(ctx)));
  }

  void why(Context ctx) {
    keepNothing(ctx);
    String factor = ctx.queryParam("factor");
    WhyPage page =
        pages
            .why()
            .page(ctx.pathParam("mn"), period(ctx), start(ctx), factor)
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

  private static int pageNumber(Context ctx) {
    String page = ctx.queryParam("page");
    if (page == null || !page.matches("[1-9]\\d{0,4}")) {
      return 1;
    }
    return Math.min(Integer.parseInt(page), LAST_PAGE);
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
