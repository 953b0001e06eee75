package io.touchline.app.settings;

import io.touchline.app.Texts;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the value of a setting is written.
 *
 * @param name of the form; its text {@code form.NAME} says in words how it is written
 * @param reader from a trimmed text; throws {@link IllegalArgumentException} or a {@link
 *     DateTimeParseException} for any other
 * @param writer of a default, as a person would write it
 */
public record Form<T>(String name, Function<String, T> reader, Function<T, String> writer) {

  public static final Form<String> TEXT =
      new Form<>("text", Function.identity(), Function.identity());
  public static final Form<Integer> PORT =
      new Form<>("port", text -> whole(text, 0, 65_535), String::valueOf);
  public static final Form<Integer> COUNT =
      new Form<>("count", text -> whole(text, 1, Integer.MAX_VALUE), String::valueOf);
  public static final Form<Optional<Integer>> OPTIONAL_PORT = optional(PORT);
  public static final Form<Optional<Integer>> OPTIONAL_COUNT = optional(COUNT);
  public static final Form<Duration> DURATION =
      new Form<>("duration", Form::duration, Form::written);
  public static final Form<Long> BYTES = new Form<>("bytes", Form::bytes, Form::written);

  public static final Form<Optional<String>> OPTIONAL_TEXT = optional(TEXT);
  public static final Form<Boolean> YES_OR_NO =
      new Form<>("yes-or-no", Form::yesOrNo, yes -> yes ? "yes" : "no");

  private static final Map<String, Long> BYTE_UNITS =
      Map.of("", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);
  private static final Map<String, Duration> TIME_UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "min", Duration.ofMinutes(1),
          "h", Duration.ofHours(1));

  private static <T> Form<Optional<T>> optional(Form<T> form) {
    return new Form<>(
        form.name,
        text -> Optional.of(form.reader.apply(text)),
        value -> value.map(form.writer).orElse(""));
  }

  /** How a value is written, in words. */
  public String inWords(Locale locale) {
    return Texts.in(locale, "form." + name);
  }

  /** Several of a form, separated by commas; none where nothing is written. */
  public static <T> Form<List<T>> list(String name, Function<String, T> reader) {
    return new Form<>(
        name,
        text ->
            Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(reader)
                .toList(),
        values -> values.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  private static boolean yesOrNo(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static int whole(String text, int least, int most) {
    int value = Integer.parseInt(text);
    if (value < least || value > most) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }

  private static Duration duration(String text) {
    Measured measured = Measured.of(text);
    Duration unit = TIME_UNITS.get(measured.unit);
    if (unit == null || measured.number < 1) {
      throw new IllegalArgumentException(text);
    }
    return unit.multipliedBy(measured.number);
  }

  private static long bytes(String text) {
    Measured measured = Measured.of(text);
    Long unit = BYTE_UNITS.get(measured.unit);
    if (unit == null || measured.number < 1) {
      throw new IllegalArgumentException(text);
    }
    return Math.multiplyExact(measured.number, unit);
  }

  private static String written(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + "s"
        : duration.toMillis() + "ms";
  }

  private static String written(long bytes) {
    if (bytes % (1 << 20) == 0) {
      return (bytes >> 20) + "MiB";
    }
    return bytes % (1 << 10) == 0 ? (bytes >> 10) + "KiB" : Long.toString(bytes);
  }

  /** A number and the unit behind it. */
  private record Measured(long number, String unit) {
    static Measured of(String text) {
      int end = 0;
      while (end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
      return new Measured(Long.parseLong(text.substring(0, end)), text.substring(end).strip());
    }
  }
}
