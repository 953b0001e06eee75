package io.touchline.alerts.pipeline;

import io.touchline.alerts.book.Alert;
import io.touchline.alerts.book.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What belongs together comes together: of several calls about one alert the last, and alerts of
 * one enterprise one after another, the loudest first.
 */
final class GroupStage implements Stage {

  private static final Comparator<Telling> ORDER =
      Comparator.comparing((Telling telling) -> bundle(telling.alert()))
          .thenComparing(telling -> telling.alert().standing().grade(), Comparator.reverseOrder())
          .thenComparing(telling -> telling.alert().id());

  @Override
  public List<Telling> pass(List<Telling> tellings, Moment moment) {
    Map<UUID, Telling> calls = new LinkedHashMap<>();
    List<Telling> left = new ArrayList<>();
    for (Telling telling : tellings) {
      if (telling.change().isCall()) {
        Telling before = calls.put(telling.alert().id(), telling);
        if (before != null) {
          moment.release(before);
          if (before.change() == Change.OPENED || before.change() == Change.REOPENED) {
            calls.put(
                telling.alert().id(), new Telling(telling.alert(), before.change(), List.of()));
            moment.release(telling);
          }
        }
      } else {
        left.add(telling);
      }
    }
    left.addAll(calls.values());
    left.sort(ORDER);
    return left;
  }

  /** What is told together: an enterprise, else the place itself. */
  static String bundle(Alert alert) {
    String enterprise = alert.place().enterpriseCode();
    return enterprise == null ? alert.key().place() : enterprise;
  }
}
