package io.touchline.alerts.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.touchline.contract.Json;
import java.util.Arrays;
import java.util.UUID;

/** What is read of requests; what is wrong is refused with its name. */
final class Requests {

  private static final int USUAL = 50;
  private static final int MOST = 500;

  private Requests() {}

  static <T> T body(Context ctx, Class<T> type) {
    try {
      T read = Json.mapper().readValue(ctx.body(), type);
      if (read == null) {
        throw new Refusal(400, "the body is missing");
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "the body is not what it should be: " + e.getOriginalMessage());
    }
  }

  static UUID id(Context ctx) {
    return uuid(ctx.pathParam("id"));
  }

  static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.notFound(text);
    }
  }

  static int limit(Context ctx) {
    String limit = ctx.queryParam("limit");
    if (limit == null) {
      return USUAL;
    }
    if (!limit.matches("\\d{1,4}") || Integer.parseInt(limit) < 1) {
      throw new Refusal(400, "limit is a whole number from 1 to " + MOST);
    }
    return Math.min(MOST, Integer.parseInt(limit));
  }

  /** One of the names of an enumeration, or null where it is not asked for. */
  static String oneOf(Context ctx, String name, Enum<?>[] all) {
    String value = ctx.queryParam(name);
    if (value == null) {
      return null;
    }
    for (Enum<?> constant : all) {
      if (constant.name().equals(value)) {
        return value;
      }
    }
    throw new Refusal(400, name + " is none of " + Arrays.toString(all));
  }
}
