package io.touchline.portal;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.touchline.alerts.http.Caller;
import io.touchline.portal.page.DischargerPage;
import io.touchline.portal.page.RegionPage;
import io.touchline.portal.page.Words;

/** Regions with their caps and sums, down to the enterprise. */
final class RegionHandlers {

  private final Pages pages;
  private final Renderer renderer;
  private final Visitors visitors;

  RegionHandlers(Pages pages, Renderer renderer, Visitors visitors) {
    this.pages = pages;
    this.renderer = renderer;
    this.visitors = visitors;
  }

  /** One region, or where the caller is at home if the address names none. */
  void page(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    String code = ctx.pathParamMap().get("code");
    RegionPage page =
        pages.regions().page(code, year(ctx), caller(ctx)).orElseThrow(NotFoundResponse::new);
    Words words = Renderer.words(ctx);
    String title = page.place() == null ? words.text("region.title") : page.place().text(words);
    renderer.live(ctx, "region.jte", title, page);
  }

  void enterprise(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    DischargerPage page =
        pages
            .dischargers()
            .page(ctx.pathParam("code"), caller(ctx))
            .orElseThrow(NotFoundResponse::new);
    renderer.live(ctx, "discharger.jte", page.first().enterpriseName(), page);
  }

  /** Null where none is named, or no year is meant by it. */
  private static Integer year(Context ctx) {
    String year = ctx.queryParam("year");
    return year == null || !year.matches("20\\d\\d") ? null : Integer.valueOf(year);
  }

  private Caller caller(Context ctx) {
    return visitors.of(ctx).orElseThrow();
  }
}
