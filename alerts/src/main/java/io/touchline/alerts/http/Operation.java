package io.touchline.alerts.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;

/**
 * One thing that can be asked for: route, right and documentation in one place.
 *
 * @param path with {@code {name}} for its parameters
 * @param roles who may; empty for anybody, signed in or not
 * @param query names of its query parameters
 * @param body what its body is read as; null for none
 */
record Operation(
    HandlerType method,
    String path,
    String summary,
    Set<Role> roles,
    List<String> query,
    Class<?> body,
    Handler handler) {

  /** Does it. */
  interface Handler {
    /** What is answered as JSON; null for nothing. */
    Object answer(Context ctx, Caller caller);
  }

  boolean isPublic() {
    return roles.isEmpty();
  }

  boolean changes() {
    return !method.equals(HandlerType.GET);
  }
}
