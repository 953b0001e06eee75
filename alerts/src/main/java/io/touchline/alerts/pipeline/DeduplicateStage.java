package io.touchline.alerts.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What was told of this opening of the alert is not told again. */
final class DeduplicateStage implements Stage {

  private record Told(UUID alert, String change, int cycle) {}

  @Override
  public List<Telling> pass(List<Telling> tellings, Moment moment) {
    if (tellings.isEmpty()) {
      return tellings;
    }
    Set<Told> told =
        new HashSet<>(
            moment
                .handle()
                .createQuery(
                    """
                    select distinct alert_id, change, cycle from alerts.tale
                    where alert_id = any(:ids)""")
                .bindArray(
                    "ids",
                    UUID.class,
                    tellings.stream().map(t -> t.alert().id()).distinct().toArray())
                .map(
                    (row, context) ->
                        new Told(
                            row.getObject("alert_id", UUID.class),
                            row.getString("change"),
                            row.getInt("cycle")))
                .list());
    List<Telling> left = new ArrayList<>();
    for (Telling telling : tellings) {
      if (told.contains(
          new Told(telling.alert().id(), telling.change().name(), telling.alert().cycle()))) {
        moment.release(telling);
      } else {
        left.add(telling);
      }
    }
    return left;
  }
}
