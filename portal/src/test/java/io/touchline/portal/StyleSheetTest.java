package io.touchline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleSheetTest {

  private static final Path CSS =
      Path.of("src/main/resources/io/touchline/portal/assets/touchline.css");
  private static final Pattern TOKEN = Pattern.compile("--([\\w-]+): #([0-9a-f]{6});");

  @ParameterizedTest
  @CsvSource({
    "ink, paper, 4.5",
    "ink, ground, 4.5",
    "quiet, paper, 4.5",
    "quiet, ground, 4.5",
    "quiet, over-wash, 4.5",
    "press, paper, 4.5",
    "press, ground, 4.5",
    "over, paper, 4.5",
    "over, over-wash, 4.5",
    "over, ground, 4.5",
    "note, paper, 4.5",
    "limit, paper, 4.5",
    "series, paper, 3",
    "bar, track, 3",
    "over, track, 3",
    "bar, paper, 3",
    "green, paper, 3"
  })
  void whatIsReadStandsOutInBothThemes(String text, String ground, double ratio)
      throws IOException {
    String css = Files.readString(CSS);
    int dark = css.indexOf("prefers-color-scheme: dark");
    Map<String, String> light = tokens(css.substring(0, dark));
    Map<String, String> night = new HashMap<>(light);
    night.putAll(tokens(css.substring(dark)));
    for (Map<String, String> theme : List.of(light, night)) {
      assertThat(contrast(theme.get(text), theme.get(ground)))
          .as(text + " on " + ground)
          .isGreaterThanOrEqualTo(ratio);
    }
  }

  private static Map<String, String> tokens(String css) {
    Map<String, String> tokens = new HashMap<>();
    Matcher matcher = TOKEN.matcher(css);
    while (matcher.find()) {
      tokens.put(matcher.group(1), matcher.group(2));
    }
    return tokens;
  }

  /** Contrast ratio as WCAG 2 defines it. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    int rgb = Integer.parseInt(hex, 16);
    return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
  }

  private static double channel(int value) {
    double share = (value & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
