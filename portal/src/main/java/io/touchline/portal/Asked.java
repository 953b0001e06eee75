package io.touchline.portal;

import io.javalin.http.Context;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Medium;
import io.touchline.domain.alert.Grade;
import io.touchline.domain.alert.Subject;
import io.touchline.portal.read.AlertFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What addresses and forms ask for. What they get wrong is as if it was not there. */
final class Asked {

  private static final int LONGEST = 4_000;
  private static final int LAST_PAGE = 10_000;

  private Asked() {}

  static AlertFilter filter(Context ctx) {
    return filter(ctx::queryParam);
  }

  static AlertFilter filter(UnaryOperator<String> field) {
    AlertFilter.Stage state = constant(field.apply("state"), AlertFilter.Stage.values());
    AlertFilter.Sort sort = constant(field.apply("sort"), AlertFilter.Sort.values());
    String region = text(field.apply("region"));
    return new AlertFilter(
        region != null && region.matches("\\d{1,12}") ? region : null,
        text(field.apply("sector")),
        constant(field.apply("medium"), Medium.values()),
        text(field.apply("factor")),
        constant(field.apply("grade"), Grade.values()),
        constant(field.apply("subject"), Subject.values()),
        state == null ? AlertFilter.Stage.OPEN : state,
        text(field.apply("owner")),
        sort == null ? AlertFilter.Sort.NEWEST : sort);
  }

  /** Null where it is none of them. */
  static <E extends Enum<E>> E constant(String name, E[] all) {
    return Arrays.stream(all).filter(known -> known.name().equals(name)).findFirst().orElse(null);
  }

  /** Null where there is none. */
  static String text(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** A field of a form; null where it is empty. */
  static String field(Context ctx, String name) {
    String value = text(ctx.formParam(name));
    return value == null || value.length() <= LONGEST ? value : value.substring(0, LONGEST);
  }

  /** All fields of a form as they were typed, but what proves that it is ours. */
  static Map<String, String> typed(Context ctx) {
    Map<String, String> typed = new HashMap<>();
    ctx.formParamMap().forEach((name, values) -> typed.put(name, values.get(0)));
    typed.remove(Visitors.FORM_FIELD);
    return typed;
  }

  /** A time in China as a browser's calendar gives it; empty where it is none. */
  static Optional<Instant> time(Context ctx, String name) {
    String value = field(ctx, name);
    try {
      return value == null
          ? Optional.empty()
          : Optional.of(ChinaTime.instant(LocalDateTime.parse(value)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static int page(Context ctx) {
    String page = ctx.queryParam("page");
    return page == null || !page.matches("[1-9]\\d{0,4}")
        ? 1
        : Math.min(Integer.parseInt(page), LAST_PAGE);
  }
}
