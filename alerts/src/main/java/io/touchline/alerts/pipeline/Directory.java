package io.touchline.alerts.pipeline;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.alert.Grade;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Routes, rosters and people as they stand. */
final class Directory {

  /** One way to reach a person. */
  private record Address(String person, String channel, String address, String language) {}

  private record Shift(
      String person, int weekdays, int fromHour, int toHour, Instant from, Instant to) {

    boolean isOnDuty(Instant now) {
      LocalDateTime civil = ChinaTime.civil(now);
      boolean day = (weekdays >> (civil.getDayOfWeek().getValue() - 1) & 1) == 1;
      boolean hour =
          fromHour < toHour
              ? civil.getHour() >= fromHour && civil.getHour() < toHour
              : civil.getHour() >= fromHour || civil.getHour() < toHour;
      return day
          && hour
          && (from == null || !now.isBefore(from))
          && (to == null || now.isBefore(to));
    }
  }

  private final List<Route> routes;
  private final Map<String, List<Shift>> rosters;
  private final Map<String, List<Address>> people;
  private final Map<String, List<String>> enterprises;

  private Directory(
      List<Route> routes,
      Map<String, List<Shift>> rosters,
      Map<String, List<Address>> people,
      Map<String, List<String>> enterprises) {
    this.routes = routes;
    this.rosters = rosters;
    this.people = people;
    this.enterprises = enterprises;
  }

  static Directory read(Handle handle) {
    List<Route> routes =
        handle.createQuery("select * from alerts.route order by id").map(Directory::route).list();
    Map<String, List<Shift>> rosters = new HashMap<>();
    handle
        .createQuery("select * from alerts.roster_shift order by number")
        .map(
            (row, context) ->
                rosters
                    .computeIfAbsent(row.getString("roster_id"), id -> new ArrayList<>())
                    .add(shift(row)))
        .list();
    Map<String, List<Address>> people = new HashMap<>();
    handle
        .createQuery(
            """
            select a.person_id, a.channel_id, a.address, p.language
            from alerts.person_address a join alerts.person p on p.id = a.person_id
            join alerts.channel c on c.id = a.channel_id
            where c.enabled order by a.person_id, a.channel_id""")
        .map(
            (row, context) ->
                people
                    .computeIfAbsent(row.getString("person_id"), id -> new ArrayList<>())
                    .add(
                        new Address(
                            row.getString("person_id"),
                            row.getString("channel_id"),
                            row.getString("address"),
                            row.getString("language"))))
        .list();
    Map<String, List<String>> enterprises = new HashMap<>();
    handle
        .createQuery(
            "select id, enterprise_code from alerts.person where enterprise_code is not null")
        .map(
            (row, context) ->
                enterprises
                    .computeIfAbsent(row.getString("enterprise_code"), id -> new ArrayList<>())
                    .add(row.getString("id")))
        .list();
    return new Directory(routes, rosters, people, enterprises);
  }

  private static Shift shift(ResultSet row) throws SQLException {
    return new Shift(
        row.getString("person_id"),
        row.getInt("weekdays"),
        row.getInt("from_hour"),
        row.getInt("to_hour"),
        instant(row.getTimestamp("valid_from")),
        instant(row.getTimestamp("valid_to")));
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  private static Route route(ResultSet row, StatementContext context) throws SQLException {
    return new Route(
        row.getString("id"),
        row.getString("escalation"),
        row.getString("region_prefix"),
        row.getString("sector"),
        row.getString("medium"),
        row.getString("factor"),
        words(row.getString("subjects")),
        Grade.valueOf(row.getString("grade_from")),
        row.getString("recipients"),
        words(row.getString("channels")),
        Pace.valueOf(row.getString("pace")));
  }

  private static Set<String> words(String text) {
    return text == null || text.isBlank() || text.equals("*")
        ? Set.of()
        : Arrays.stream(text.split("[ ,]+", -1)).collect(Collectors.toUnmodifiableSet());
  }

  boolean hasRoutes() {
    return !routes.isEmpty();
  }

  Stream<Route> routes(String escalation) {
    return routes.stream().filter(route -> route.escalation().equals(escalation));
  }

  /** Everybody whom the route reaches now, by each of its channels. */
  List<Recipient> reached(Route route, String enterprise, Instant now) {
    return people(route, enterprise, now)
        .flatMap(person -> people.getOrDefault(person, List.of()).stream())
        .filter(to -> route.channels().isEmpty() || route.channels().contains(to.channel()))
        .map(
            to ->
                new Recipient(to.person(), to.channel(), to.address(), to.language(), route.pace()))
        .toList();
  }

  private Stream<String> people(Route route, String enterprise, Instant now) {
    String to = route.recipients();
    if (to.equals(Route.ENTERPRISE)) {
      return enterprises.getOrDefault(enterprise == null ? "" : enterprise, List.of()).stream();
    }
    if (to.startsWith(Route.PERSON)) {
      return Stream.of(to.substring(Route.PERSON.length()));
    }
    return rosters.getOrDefault(to.substring(Route.ROSTER.length()), List.of()).stream()
        .filter(shift -> shift.isOnDuty(now))
        .map(Shift::person)
        .distinct();
  }

  /** A person by all channels. */
  List<Recipient> person(String id, Pace pace) {
    return people.getOrDefault(id, List.of()).stream()
        .map(to -> new Recipient(id, to.channel(), to.address(), to.language(), pace))
        .toList();
  }
}
