package io.touchline.alerts.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Who is on duty. */
final class RosterHandlers {

  /** Weekdays: bit 0 is Monday; hours in China. */
  record Shift(String person, int weekdays, int fromHour, int toHour) {}

  record NewRoster(String name, List<Shift> shifts) {}

  record RosterView(String id, String name, List<Shift> shifts) {}

  private static final int EVERY_DAY = 127;
  private static final int DAY = 24;

  private final Jdbi jdbi;

  RosterHandlers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Object list(Context ctx, Caller caller) {
    return jdbi.withHandle(
        handle -> {
          Map<String, RosterView> rosters = new LinkedHashMap<>();
          handle
              .createQuery("select id, name from alerts.roster order by id")
              .map(
                  (row, context) ->
                      rosters.put(
                          row.getString("id"),
                          new RosterView(
                              row.getString("id"), row.getString("name"), new ArrayList<>())))
              .list();
          handle
              .createQuery("select * from alerts.roster_shift order by number")
              .map(
                  (row, context) ->
                      rosters
                          .get(row.getString("roster_id"))
                          .shifts()
                          .add(
                              new Shift(
                                  row.getString("person_id"),
                                  row.getInt("weekdays"),
                                  row.getInt("from_hour"),
                                  row.getInt("to_hour"))))
              .list();
          return List.copyOf(rosters.values());
        });
  }

  Object put(Context ctx, Caller caller) {
    String id = ctx.pathParam("id");
    NewRoster asked = Requests.body(ctx, NewRoster.class);
    List<Shift> shifts = asked.shifts() == null ? List.of() : asked.shifts();
    for (Shift shift : shifts) {
      boolean fits =
          shift.weekdays() > 0
              && shift.weekdays() <= EVERY_DAY
              && shift.fromHour() >= 0
              && shift.fromHour() < DAY
              && shift.toHour() > 0
              && shift.toHour() <= DAY;
      if (!fits || shift.person() == null) {
        throw new Refusal(
            400, "a shift has person, weekdays 1 to 127, fromHour 0 to 23, toHour 1 to 24");
      }
    }
    String name = asked.name() == null ? id : asked.name();
    jdbi.useTransaction(
        handle -> {
          handle.execute(
              """
              insert into alerts.roster (id, name) values (?, ?)
              on conflict (id) do update set name = excluded.name""",
              id,
              name);
          handle.execute("delete from alerts.roster_shift where roster_id = ?", id);
          for (Shift shift : shifts) {
            int added =
                handle.execute(
                    """
                    insert into alerts.roster_shift
                      (roster_id, person_id, weekdays, from_hour, to_hour)
                    select ?, id, ?, ?, ? from alerts.person where id = ?""",
                    id,
                    shift.weekdays(),
                    shift.fromHour(),
                    shift.toHour(),
                    shift.person());
            if (added == 0) {
              throw new Refusal(422, "there is nobody '" + shift.person() + "'");
            }
          }
        });
    return new RosterView(id, name, shifts);
  }
}
