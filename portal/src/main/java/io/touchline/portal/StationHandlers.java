package io.touchline.portal;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.touchline.alerts.http.Caller;
import io.touchline.portal.page.PiecePage;
import io.touchline.portal.page.StationState;

/** Stations and what was not accepted of them. */
final class StationHandlers {

  private final Pages pages;
  private final Renderer renderer;
  private final Visitors visitors;

  StationHandlers(Pages pages, Renderer renderer, Visitors visitors) {
    this.pages = pages;
    this.renderer = renderer;
    this.visitors = visitors;
  }

  void stations(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    StationState state = Asked.constant(ctx.queryParam("state"), StationState.values());
    renderer.live(
        ctx,
        "stations.jte",
        Renderer.words(ctx).text("station.title"),
        pages.stations().page(state, caller(ctx), Asked.page(ctx)));
  }

  void quarantine(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    String reason = ctx.queryParam("reason");
    renderer.live(
        ctx,
        "quarantine.jte",
        Renderer.words(ctx).text("quarantine.title"),
        pages
            .quarantine()
            .page(
                reason == null || !reason.matches("[a-z-]{1,40}") ? null : reason,
                caller(ctx),
                Asked.page(ctx)));
  }

  void piece(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    PiecePage page =
        pages
            .quarantine()
            .piece(
                Math.toIntExact(number(ctx, "partition", 6)),
                number(ctx, "offset", 18),
                caller(ctx))
            .orElseThrow(NotFoundResponse::new);
    renderer.still(ctx, "piece.jte", Renderer.words(ctx).text("quarantine.piece"), page);
  }

  private static long number(Context ctx, String name, int digits) {
    String text = ctx.pathParam(name);
    if (!text.matches("\\d{1," + digits + "}")) {
      throw new NotFoundResponse();
    }
    return Long.parseLong(text);
  }

  private Caller caller(Context ctx) {
    return visitors.of(ctx).orElseThrow();
  }
}
