package io.touchline.alerts.pipeline;

import io.touchline.domain.alert.Subject;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What something greater explains: in a silent outlet a missing channel, in a silent region a
 * silent outlet, during a planned stop whatever a stop looks like. An exceedance is never held back
 * by them.
 */
final class InhibitStage implements Stage {

  private static final String NAME = "inhibit";
  private static final Set<Subject> OF_DATA =
      EnumSet.of(Subject.SILENCE, Subject.DATA, Subject.DOUBT, Subject.TREATMENT);

  @Override
  public List<Telling> pass(List<Telling> tellings, Moment moment) {
    List<Telling> about =
        tellings.stream()
            .filter(t -> t.change().isCall() && OF_DATA.contains(t.alert().subject()))
            .toList();
    if (about.isEmpty()) {
      return tellings;
    }
    Set<String> silent = silent(about, moment);
    Set<String> stopped = stopped(about, moment);
    List<Telling> left = new ArrayList<>();
    for (Telling telling : tellings) {
      String reason = about.contains(telling) ? reason(telling, silent, stopped) : null;
      if (reason == null) {
        left.add(telling);
      } else {
        moment.hold(telling, NAME, reason);
      }
    }
    return left;
  }

  private static String reason(Telling telling, Set<String> silent, Set<String> stopped) {
    String place = telling.alert().key().place();
    String region = telling.alert().place().regionCode();
    boolean isOutletSilence = telling.alert().key().rule().equals("OUTLET_SILENT");
    boolean isRegionSilence = telling.alert().key().rule().equals("REGION_SILENT");
    if (stopped.contains(place)) {
      return "planned stop";
    }
    if (silent.contains(place) && !isOutletSilence && !isRegionSilence) {
      return "the outlet is silent";
    }
    return region != null && silent.contains(region) && !isRegionSilence
        ? "the region is silent"
        : null;
  }

  private static Set<String> silent(List<Telling> about, Moment moment) {
    return new HashSet<>(
        moment
            .handle()
            .createQuery(
                """
                select place from alerts.alert
                where place = any(:places) and status = 'OPEN' and life <> 'CLOSED'
                  and rule in ('OUTLET_SILENT', 'REGION_SILENT')""")
            .bindArray(
                "places",
                String.class,
                about.stream()
                    .flatMap(
                        t -> Stream.of(t.alert().key().place(), t.alert().place().regionCode()))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toArray())
            .mapTo(String.class)
            .list());
  }

  private static Set<String> stopped(List<Telling> about, Moment moment) {
    return new HashSet<>(
        moment
            .handle()
            .createQuery(
                """
                select place from alerts.planned_stop
                where place = any(:places) and ended_at is null
                  and from_at <= :now and to_at > :now""")
            .bindArray(
                "places",
                String.class,
                about.stream().map(t -> t.alert().key().place()).distinct().toArray())
            .bind("now", Timestamp.from(moment.now()))
            .mapTo(String.class)
            .list());
  }
}
