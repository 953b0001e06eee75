package io.touchline.portal;

import io.javalin.http.Context;
import io.touchline.alerts.Progress;
import io.touchline.contract.Json;
import io.touchline.domain.ChinaTime;
import io.touchline.portal.page.AsOf;
import java.util.LinkedHashMap;
import java.util.Map;

/** For supervisors and load balancers, as small JSON. */
final class Health {

  private final Pages pages;

  Health(Pages pages) {
    this.pages = pages;
  }

  /** The process answers. */
  void live(Context ctx) {
    answer(ctx, 200, Map.of("status", "live"));
  }

  /** The pages are fresh; 503 while they are not, with what is known of why. */
  void ready(Context ctx) {
    Progress progress = pages.progress().get();
    AsOf asOf = AsOf.of(progress, pages.clock().instant());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", asOf.stale() ? "stale" : "ready");
    answer.put("asOf", progress.asOf().map(ChinaTime::format).orElse(null));
    answer.put("lag", progress.lag());
    answer.put("parked", progress.parked());
    answer.put("troubled", progress.trouble().isPresent());
    answer(ctx, asOf.stale() ? 503 : 200, answer);
  }

  private static void answer(Context ctx, int status, Map<String, Object> answer) {
    ctx.status(status)
        .header("Cache-Control", "no-store")
        .contentType("application/json")
        .result(Json.text(answer));
  }
}
