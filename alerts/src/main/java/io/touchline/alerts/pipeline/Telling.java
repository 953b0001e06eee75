package io.touchline.alerts.pipeline;

import io.touchline.alerts.book.Alert;
import io.touchline.alerts.book.Change;
import java.util.List;

/**
 * A change on its way to people.
 *
 * @param recipients empty before it is routed
 */
record Telling(Alert alert, Change change, List<Recipient> recipients) {

  Telling to(List<Recipient> people) {
    return new Telling(alert, change, List.copyOf(people));
  }
}
