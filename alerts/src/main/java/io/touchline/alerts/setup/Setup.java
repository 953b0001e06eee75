package io.touchline.alerts.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** The file of a set-up: every list may be absent. */
record Setup(
    List<Enterprise> enterprises,
    List<Channel> channels,
    List<Person> people,
    List<Roster> rosters,
    List<Route> routes,
    List<User> users) {

  Setup {
    enterprises = enterprises == null ? List.of() : enterprises;
    channels = channels == null ? List.of() : channels;
    people = people == null ? List.of() : people;
    rosters = rosters == null ? List.of() : rosters;
    routes = routes == null ? List.of() : routes;
    users = users == null ? List.of() : users;
  }

  record Enterprise(String code, String sector, boolean keyDischarger) {}

  record Channel(String id, String kind, JsonNode settings, Integer perMinute, Boolean enabled) {}

  /** Addresses by channel. */
  record Person(
      String id, String name, String language, String enterprise, Map<String, String> addresses) {

    Person {
      addresses = addresses == null ? Map.of() : addresses;
    }
  }

  record Roster(String id, String name, List<Shift> shifts) {

    Roster {
      shifts = shifts == null ? List.of() : shifts;
    }
  }

  /** Days as {@code 1234567}, Monday first; hours in China. */
  record Shift(String person, String days, Integer fromHour, Integer toHour) {}

  record Route(
      String id,
      String escalation,
      String region,
      String sector,
      String medium,
      String factor,
      List<String> subjects,
      String gradeFrom,
      String to,
      List<String> channels,
      String pace) {}

  /** The password is in the secret of that name. */
  record User(
      String login,
      String password,
      String role,
      String region,
      String enterprise,
      String person) {}
}
