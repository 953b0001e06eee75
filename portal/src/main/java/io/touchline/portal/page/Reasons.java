package io.touchline.portal.page;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says in either language why a value is not valid or was not judged. Records carry the reason as
 * one English sentence; each kind is known by its shape, and a sentence not known is shown as it
 * is.
 */
final class Reasons {

  private record Shape(Pattern pattern, String key) {}

  private static final Pattern FLAG = Pattern.compile("flag (\\S+)");
  private static final Pattern PART = Pattern.compile("a part has (.+)");

  private static final Pattern MARK = Pattern.compile("marked ([A-Z_]+(?:, [A-Z_]+)*)(?:: (.+))?");

  private static final List<Shape> SHAPES =
      List.of(
          shape("no numeric value", "reason.noNumber"),
          shape("nothing flowed", "reason.noFlow"),
          shape("(\\d+) valid minutes of at least (\\d+)", "reason.fewMinutes"),
          shape("(\\d+) valid hours of at least (\\d+)", "reason.fewHours"),
          shape("(\\d+) unmarked minutes of at least (\\d+)", "reason.unmarkedMinutes"),
          shape("(\\d+) unmarked hours of at least (\\d+)", "reason.unmarkedHours"),
          shape("no converted value: .*", "reason.noConverted"),
          shape("old news", "told.old"),
          shape("over before it was told", "told.over"),
          shape("no routes are set up", "told.noRoutes"),
          shape("no route asks for it", "told.notAsked"),
          shape("nobody is reached: see routes, rosters and addresses", "told.nobody"),
          shape("the value is in '(.*)', the limit in '(.*)'", "reason.units"));

  private Reasons() {}

  private static Shape shape(String pattern, String key) {
    return new Shape(Pattern.compile(pattern), key);
  }

  static String in(Words words, String english) {
    Matcher flag = FLAG.matcher(english);
    if (flag.matches()) {
      return words.text("reason.flag", words.flag(flag.group(1)));
    }
    Matcher part = PART.matcher(english);
    if (part.matches()) {
      return words.text("reason.part", in(words, part.group(1)));
    }
    Matcher mark = MARK.matcher(english);
    if (mark.matches()) {
      String marked = words.text("reason.marked", marks(words, mark.group(1)));
      return mark.group(2) == null
          ? marked
          : words.text("reason.markedBecause", marked, in(words, mark.group(2)));
    }
    for (Shape shape : SHAPES) {
      Matcher matcher = shape.pattern().matcher(english);
      if (matcher.matches()) {
        Object[] parts = new Object[matcher.groupCount()];
        for (int at = 0; at < parts.length; at++) {
          parts[at] = matcher.group(at + 1);
        }
        return words.text(shape.key(), parts);
      }
    }
    return english;
  }

  private static String marks(Words words, String names) {
    return Arrays.stream(names.split(", "))
        .map(name -> words.text("enum.mark." + name))
        .collect(Collectors.joining(words.text("reason.and")));
  }
}
