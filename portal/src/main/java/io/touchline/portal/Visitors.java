package io.touchline.portal;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.touchline.alerts.http.Accounts;
import io.touchline.alerts.http.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Who is before the pages, and the cookies that say so. The session's token is in one that scripts
 * cannot read; each form carries a value made from it, which no other site can know.
 */
final class Visitors {

  /** The field of every form that proves the form is ours. */
  static final String FORM_FIELD = "form";

  private static final String SESSION = "session";
  private static final String BEFORE_SESSION = "visit";
  private static final String CALLER = "caller";
  private static final int TOKEN_BYTES = 24;
  private static final int HOURS = (int) Duration.ofHours(8).toSeconds();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Accounts accounts;

  Visitors(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Who asks; empty for who has not signed in. Looked up once for each request. */
  Optional<Caller> of(Context ctx) {
    Optional<Caller> known = ctx.attribute(CALLER);
    if (known == null) {
      // Where the look-up fails, the page that says so is shown to nobody in particular.
      ctx.attribute(CALLER, Optional.empty());
      String token = ctx.cookie(SESSION);
      known = token == null ? Optional.empty() : accounts.caller(token);
      ctx.attribute(CALLER, known);
    }
    return known;
  }

  /**
   * Opens a session; false where login and password are none, or are locked.
   *
   * @param code of the second factor, null where none was entered
   */
  boolean signIn(Context ctx, String login, String password, String code) {
    Optional<Accounts.Session> session = accounts.open(login, password, code);
    session.ifPresent(opened -> cookie(ctx, SESSION, opened.token(), HOURS));
    return session.isPresent();
  }

  void signOut(Context ctx) {
    String token = ctx.cookie(SESSION);
    if (token != null) {
      accounts.close(token);
    }
    cookie(ctx, SESSION, "", 0);
  }

  boolean nobodyHasAnAccount() {
    return accounts.isEmpty();
  }

  /** What a form of this visitor carries. */
  String formToken(Context ctx) {
    String secret = secret(ctx);
    if (secret == null) {
      byte[] bytes = new byte[TOKEN_BYTES];
      RANDOM.nextBytes(bytes);
      secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      ctx.attribute(BEFORE_SESSION, secret);
      cookie(ctx, BEFORE_SESSION, secret, HOURS);
    }
    return token(secret);
  }

  /** Whether a form that came in is one that this visitor was shown. */
  boolean isOurs(Context ctx) {
    String secret = secret(ctx);
    String sent = ctx.formParam(FORM_FIELD);
    return secret != null
        && sent != null
        && MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8), token(secret).getBytes(StandardCharsets.UTF_8));
  }

  private String secret(Context ctx) {
    if (of(ctx).isPresent()) {
      return ctx.cookie(SESSION);
    }
    String made = ctx.attribute(BEFORE_SESSION);
    return made == null ? ctx.cookie(BEFORE_SESSION) : made;
  }

  private static String token(String secret) {
    return Hash.of(("form|" + secret).getBytes(StandardCharsets.UTF_8));
  }

  private static void cookie(Context ctx, String name, String value, int seconds) {
    Cookie cookie = new Cookie(name, value, "/", seconds);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    cookie.setSecure(isSecure(ctx));
    ctx.cookie(cookie);
  }

  /** A proxy that ends TLS says so; to believe it can only make a cookie stricter. */
  private static boolean isSecure(Context ctx) {
    return ctx.req().isSecure() || "https".equalsIgnoreCase(ctx.header("X-Forwarded-Proto"));
  }
}
