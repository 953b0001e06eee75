package io.touchline.portal;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The files that pages need, each at an address that holds its hash: kept by browsers for ever, and
 * never stale.
 */
final class Assets {

  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/%s/dist/htmx.min.js";

  private final Map<String, byte[]> contents = new HashMap<>();
  private final Map<String, String> types = new HashMap<>();
  private final String css;
  private final String htmx;
  private final String icon;

  Assets() {
    css = add("touchline.css", "text/css; charset=utf-8", "assets/touchline.css");
    icon = add("touchline.svg", "image/svg+xml", "assets/touchline.svg");
    htmx = add("htmx.js", "text/javascript; charset=utf-8", HTMX.formatted(htmxVersion()));
  }

  private String add(String name, String type, String resource) {
    byte[] content = read(resource);
    String address = "/assets/" + Hash.of(content) + "/" + name;
    contents.put(address, content);
    types.put(address, type);
    return address;
  }

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The WebJar says its version in its own pom; the build keeps it in one place. */
  private static String htmxVersion() {
    return new String(read("htmx.version"), StandardCharsets.US_ASCII).strip();
  }

  String css() {
    return css;
  }

  String htmx() {
    return htmx;
  }

  String icon() {
    return icon;
  }

  void serve(Context ctx) {
    byte[] content = contents.get(ctx.path());
    if (content == null) {
      throw new NotFoundResponse();
    }
    ctx.contentType(types.get(ctx.path()))
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .result(content);
  }
}
