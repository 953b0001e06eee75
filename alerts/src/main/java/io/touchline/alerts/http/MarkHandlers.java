package io.touchline.alerts.http;

import io.javalin.http.Context;
import io.touchline.alerts.life.MarkBook;
import io.touchline.contract.MarkRecord;
import java.util.function.Supplier;

/** Marks of a discharger on its own outlets' time. */
final class MarkHandlers {

  record Withdrawal(String reason) {}

  private final MarkBook marks;

  MarkHandlers(MarkBook marks) {
    this.marks = marks;
  }

  Object add(Context ctx, Caller caller) {
    MarkBook.NewMark asked = Requests.body(ctx, MarkBook.NewMark.class);
    return published(() -> marks.add(asked, caller.enterprise(), caller.login()));
  }

  Object withdraw(Context ctx, Caller caller) {
    String mn = ctx.pathParam("mn");
    String id = ctx.pathParam("id");
    String reason = Requests.body(ctx, Withdrawal.class).reason();
    if (reason == null || reason.isBlank()) {
      throw new Refusal(400, "a withdrawal has its reason in words");
    }
    return published(() -> marks.withdraw(mn, id, reason, caller.enterprise(), caller.login()));
  }

  private static MarkRecord published(Supplier<MarkRecord> step) {
    try {
      return step.get();
    } catch (MarkBook.NotPublished e) {
      throw new Refusal(503, e.getMessage());
    }
  }
}
