package io.touchline.portal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.touchline.alerts.words.Language;
import io.touchline.portal.page.AsOf;
import io.touchline.portal.page.Frame;
import io.touchline.portal.page.Words;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns a page into HTML. A browser that polls sends back what it has seen: where nothing changed
 * it gets only the new time, and what the reader looks at is left alone.
 */
final class Renderer {

  private static final String LANGUAGE = "lang";
  private static final String SEEN = "seen";
  private static final String SELF = "self";
  private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Assets assets;
  private final Pages pages;
  private final Visitors visitors;

  Renderer(Assets assets, Pages pages, Visitors visitors) {
    this.assets = assets;
    this.pages = pages;
    this.visitors = visitors;
  }

  /** A page that keeps itself up to date. */
  void live(Context ctx, String template, String title, Object page) {
    Frame frame = frame(ctx);
    String main = render(template, Map.of("frame", frame, "page", page));
    String seen = Hash.of(main.getBytes(StandardCharsets.UTF_8));
    if (ctx.header("HX-Request") == null) {
      whole(ctx, frame, title, main, seen);
    } else if (seen.equals(ctx.queryParam(SEEN))) {
      html(ctx.header("HX-Reswap", "none"), render("asof.jte", asOf(frame)));
    } else {
      Map<String, Object> model = new HashMap<>(asOf(frame));
      model.put("main", main);
      model.put("seen", seen);
      html(ctx, render("fragment.jte", model));
    }
  }

  /** A page that stays as it is. */
  void still(Context ctx, String template, String title, Object page) {
    Frame frame = frame(ctx);
    whole(ctx, frame, title, render(template, Map.of("frame", frame, "page", page)), null);
  }

  private void whole(Context ctx, Frame frame, String title, String main, String seen) {
    Map<String, Object> model = new HashMap<>();
    model.put("frame", frame);
    model.put("title", title);
    model.put("main", main);
    model.put("seen", seen);
    html(ctx, render("page.jte", model));
  }

  private static Map<String, Object> asOf(Frame frame) {
    return Map.of("frame", frame, "replaces", true);
  }

  private static void html(Context ctx, String html) {
    ctx.contentType("text/html; charset=utf-8").result(html);
  }

  private String render(String template, Map<String, Object> model) {
    StringOutput output = new StringOutput();
    templates.render(template, model, output);
    return output.toString();
  }

  private Frame frame(Context ctx) {
    return new Frame(
        words(ctx),
        AsOf.of(pages.progress().get(), pages.clock().instant()),
        self(ctx),
        visitors.of(ctx).orElse(null),
        () -> visitors.formToken(ctx),
        assets.css(),
        assets.htmx(),
        assets.icon());
  }

  /** The language asked for in the address, remembered; else the one remembered; else Chinese. */
  static Words words(Context ctx) {
    String asked = ctx.queryParam(LANGUAGE);
    Language language = Language.of(asked == null ? ctx.cookie(LANGUAGE) : asked);
    if (asked != null) {
      Cookie cookie = new Cookie(LANGUAGE, language.code(), "/", A_YEAR);
      cookie.setHttpOnly(true);
      cookie.setSameSite(SameSite.LAX);
      ctx.cookie(cookie);
    }
    return Words.in(language);
  }

  /** Names the page that answers a form by the address that shows it. */
  static void at(Context ctx, String self) {
    ctx.attribute(SELF, self);
  }

  /** The page's own address, without the language and what its polling adds. */
  static String self(Context ctx) {
    String address = ctx.attribute(SELF);
    StringBuilder self = new StringBuilder(address == null ? ctx.req().getRequestURI() : address);
    String query = address == null ? ctx.queryString() : null;
    String separator = "?";
    for (String part : query == null ? new String[0] : query.split("&")) {
      if (!part.isEmpty() && !part.startsWith(LANGUAGE + "=") && !part.startsWith(SEEN + "=")) {
        self.append(separator).append(part);
        separator = "&";
      }
    }
    return self.toString();
  }
}
