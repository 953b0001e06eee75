package io.touchline.portal;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.touchline.alerts.http.Caller;
import io.touchline.portal.page.Links;
import io.touchline.portal.page.Room;
import io.touchline.portal.page.SignInPage;
import java.util.List;
import java.util.Optional;

/** The front door: signing in and out, and where each role begins. */
final class SignInHandlers {

  private static final int LONGEST = 200;

  private final Visitors visitors;
  private final Renderer renderer;
  private final Pages pages;
  private final List<SignInPage.Demo> demo;

  SignInHandlers(Visitors visitors, Renderer renderer, Pages pages, PortalSettings settings) {
    this.visitors = visitors;
    this.renderer = renderer;
    this.pages = pages;
    this.demo =
        settings.demo().stream()
            .map(
                account -> new SignInPage.Demo(account.login(), account.password(), account.role()))
            .toList();
  }

  /** The first page: the sign-in, or the room of who is signed in. */
  void front(Context ctx) {
    Optional<Caller> caller = visitors.of(ctx);
    if (caller.isPresent()) {
      ctx.redirect(Room.homeOf(caller.get().role()), HttpStatus.SEE_OTHER);
    } else {
      show(ctx, Links.FRONT, null, false);
    }
  }

  void page(Context ctx) {
    show(ctx, target(ctx.queryParam("to")), null, false);
  }

  void signIn(Context ctx) {
    String login = field(ctx, "login");
    String to = target(ctx.formParam("to"));
    if (visitors.signIn(ctx, login, field(ctx, "password"), field(ctx, "code"))) {
      ctx.redirect(to, HttpStatus.SEE_OTHER);
    } else {
      ctx.status(HttpStatus.UNAUTHORIZED);
      show(ctx, to, login, true);
    }
  }

  void signOut(Context ctx) {
    visitors.signOut(ctx);
    ctx.redirect(Links.FRONT, HttpStatus.SEE_OTHER);
  }

  private void show(Context ctx, String to, String login, boolean refused) {
    ctx.header("Cache-Control", "no-store");
    SignInPage page =
        new SignInPage(
            to, login, refused, demo, pages.outlets().count(), !visitors.nobodyHasAnAccount());
    renderer.still(ctx, "signin.jte", Renderer.words(ctx).text("signin.title"), page);
  }

  private static String field(Context ctx, String name) {
    String value = ctx.formParam(name);
    return value == null || value.length() > LONGEST ? "" : value;
  }

  /** A page of ours, never an address elsewhere. */
  private static String target(String to) {
    return to != null && to.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") ? to : Links.FRONT;
  }
}
