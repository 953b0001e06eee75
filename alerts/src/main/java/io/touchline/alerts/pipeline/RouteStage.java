package io.touchline.alerts.pipeline;

import io.touchline.alerts.book.Alert;
import io.touchline.alerts.book.Change;
import io.touchline.domain.alert.Grade;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * To whom it goes: a call and an overdue clock by the routes, an end or a withdrawal to exactly
 * those who were told. Where routes reach one person twice by a channel, the sooner counts.
 */
final class RouteStage implements Stage {

  private static final String NAME = "route";

  @Override
  public List<Telling> pass(List<Telling> tellings, Moment moment) {
    List<Telling> left = new ArrayList<>();
    for (Telling telling : tellings) {
      List<Recipient> recipients = recipients(telling, moment);
      if (!recipients.isEmpty()) {
        left.add(telling.to(recipients));
      } else if (telling.change().goesToThoseTold()) {
        moment.release(telling);
      } else if (!moment.directory().hasRoutes()) {
        moment.drop(telling, NAME, "no routes are set up");
      } else if (telling.alert().standing().grade().isAtLeast(Grade.EARLY_WARNING)) {
        moment.hold(telling, NAME, "nobody is reached: see routes, rosters and addresses");
      } else {
        moment.drop(telling, NAME, "no route asks for it");
      }
    }
    return left;
  }

  private static List<Recipient> recipients(Telling telling, Moment moment) {
    Alert alert = telling.alert();
    if (telling.change() == Change.REMINDER && alert.life().owner() != null) {
      List<Recipient> owner = moment.directory().person(alert.life().owner(), Pace.NOW);
      return owner.isEmpty() ? told(telling, moment) : owner;
    }
    if (telling.change().goesToThoseTold()) {
      return told(telling, moment);
    }
    String escalation = telling.change().isCall() ? "FIRST" : telling.change().name();
    Map<String, Recipient> reached = new LinkedHashMap<>();
    moment
        .directory()
        .routes(escalation)
        .filter(route -> route.takes(alert))
        .flatMap(
            route ->
                moment
                    .directory()
                    .reached(route, alert.place().enterpriseCode(), moment.now())
                    .stream())
        .forEach(to -> reached.merge(to.person() + '|' + to.channel(), to, RouteStage::sooner));
    return List.copyOf(reached.values());
  }

  private static Recipient sooner(Recipient one, Recipient other) {
    return one.pace().atMost(other.pace()) == one.pace() ? one : other;
  }

  /** Those who were told of this opening. What has not left yet is taken back instead. */
  private static List<Recipient> told(Telling telling, Moment moment) {
    UUID id = telling.alert().id();
    if (telling.change() == Change.WITHDRAWN) {
      moment
          .handle()
          .execute(
              """
          update alerts.tale t set taken_back = true from alerts.delivery d
          where d.id = t.delivery_id and d.state = 'GATHERING'
            and t.alert_id = ? and t.cycle = ?""",
              id,
              telling.alert().cycle());
    }
    return moment
        .handle()
        .createQuery(
            """
            select distinct on (t.person_id, t.channel_id)
                   t.person_id, t.channel_id, d.address, d.language, t.pace
            from alerts.tale t join alerts.delivery d on d.id = t.delivery_id
            where t.alert_id = :alert and t.cycle = :cycle and not t.taken_back
            order by t.person_id, t.channel_id, t.told_at""")
        .bind("alert", id)
        .bind("cycle", telling.alert().cycle())
        .map(
            (row, context) ->
                new Recipient(
                    row.getString("person_id"),
                    row.getString("channel_id"),
                    row.getString("address"),
                    row.getString("language"),
                    pace(telling.change(), Pace.valueOf(row.getString("pace")))))
        .list();
  }

  /** An end can wait for the next digest; a withdrawal comes as what it withdraws came. */
  private static Pace pace(Change change, Pace told) {
    return change == Change.ENDED ? told.atLeast(Pace.HOURLY) : told;
  }
}
