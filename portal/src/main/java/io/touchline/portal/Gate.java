package io.touchline.portal;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.security.RouteRole;
import io.touchline.alerts.http.Caller;
import io.touchline.portal.page.Links;
import java.util.Optional;
import java.util.Set;

/** Stands before every address: lets in whom the address admits, and forms that are ours alone. */
final class Gate {

  private final Visitors visitors;

  Gate(Visitors visitors) {
    this.visitors = visitors;
  }

  /** Before the handler of an address. */
  void check(Context ctx) {
    Set<RouteRole> admitted = ctx.routeRoles();
    if (!admitted.contains(Admits.EVERYBODY)) {
      Optional<Caller> caller = visitors.of(ctx);
      if (caller.isEmpty()) {
        askToSignIn(ctx);
        return;
      }
      if (!admitted.contains(Admits.of(caller.get().role()))) {
        throw new ForbiddenResponse();
      }
    }
    if (ctx.method().equals(HandlerType.POST) && !visitors.isOurs(ctx)) {
      throw new ForbiddenResponse();
    }
  }

  private static void askToSignIn(Context ctx) {
    if (!ctx.method().equals(HandlerType.GET)) {
      throw new UnauthorizedResponse();
    }
    String back = Links.signIn(Renderer.self(ctx));
    ctx.skipRemainingHandlers();
    if (ctx.header("HX-Request") == null) {
      ctx.redirect(back, HttpStatus.SEE_OTHER);
    } else {
      // A page that refreshes itself goes there as a whole.
      ctx.status(HttpStatus.NO_CONTENT).header("HX-Redirect", back);
    }
  }
}
