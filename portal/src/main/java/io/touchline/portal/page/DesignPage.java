package io.touchline.portal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The portal's own design language, read from its style sheet: what the page shows is what holds.
 *
 * @param colours every colour token, in the order of the style sheet
 */
public record DesignPage(List<Colour> colours) {

  private static final String CSS = "/io/touchline/portal/assets/touchline.css";
  private static final Pattern TOKEN = Pattern.compile("--([\\w-]+): (#[0-9a-f]{6});");

  /** A token with its value by day and by night; the same where the night has no other. */
  public record Colour(String token, String day, String night) {}

  /** As the style sheet has it. */
  public static DesignPage read() {
    String css = styleSheet();
    int dark = css.indexOf("prefers-color-scheme: dark");
    String night = css.substring(dark);
    List<Colour> colours = new ArrayList<>();
    Matcher token = TOKEN.matcher(css.substring(0, dark));
    while (token.find()) {
      colours.add(
          new Colour(token.group(1), token.group(2), value(night, token.group(1), token.group(2))));
    }
    return new DesignPage(colours);
  }

  private static String value(String css, String name, String otherwise) {
    Matcher token = Pattern.compile("--" + name + ": (#[0-9a-f]{6});").matcher(css);
    return token.find() ? token.group(1) : otherwise;
  }

  private static String styleSheet() {
    try (InputStream in = DesignPage.class.getResourceAsStream(CSS)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
