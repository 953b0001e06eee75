package io.touchline.alerts.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.touchline.alerts.Database;
import io.touchline.alerts.channel.ChannelKind;
import io.touchline.alerts.channel.Secrets;
import io.touchline.alerts.http.Passwords;
import io.touchline.alerts.http.Role;
import io.touchline.alerts.pipeline.Pace;
import io.touchline.domain.Medium;
import io.touchline.domain.alert.Grade;
import io.touchline.domain.alert.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Brings the set-up of a YAML file into the tables: adds what is new, overwrites what is there,
 * deletes nothing. The file is checked whole first; with one mistake in it nothing is written.
 */
public final class SetupFile {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final int EVERY_DAY = 127;
  private static final int PER_MINUTE = 20;

  private SetupFile() {}

  /**
   * Imports.
   *
   * @param secrets where the passwords of users lie
   * @throws IllegalArgumentException with a line for each mistake
   */
  public static void apply(Path file, Database database, Secrets secrets) {
    Setup setup = read(file);
    List<String> mistakes = mistakes(setup);
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(
          "the set-up " + file + " is wrong:\n  " + String.join("\n  ", mistakes));
    }
    database.jdbi().useTransaction(handle -> write(handle, setup, secrets));
  }

  private static Setup read(Path file) {
    try {
      Setup setup = YAML.readValue(Files.readString(file), Setup.class);
      return setup == null ? new Setup(null, null, null, null, null, null) : setup;
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " line " + e.getLocation().getLineNr() + " column " + e.getLocation().getColumnNr();
      throw new IllegalArgumentException(
          "the set-up " + file + where + " is no such YAML: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the set-up " + file + " cannot be read: check the path and its rights", e);
    }
  }

  private static List<String> mistakes(Setup setup) {
    List<String> mistakes = new ArrayList<>();
    Set<String> channels =
        ids(setup.channels().stream().map(Setup.Channel::id), "channel", mistakes);
    Set<String> people = ids(setup.people().stream().map(Setup.Person::id), "person", mistakes);
    Set<String> rosters = ids(setup.rosters().stream().map(Setup.Roster::id), "roster", mistakes);
    ids(setup.routes().stream().map(Setup.Route::id), "route", mistakes);
    setup
        .channels()
        .forEach(c -> one(c.kind(), ChannelKind.values(), "kind of " + c.id(), mistakes));
    for (Setup.Person person : setup.people()) {
      person.addresses().keySet().stream()
          .filter(channel -> !channels.contains(channel))
          .forEach(
              c -> mistakes.add("person " + person.id() + ": there is no channel '" + c + "'"));
    }
    for (Setup.Roster roster : setup.rosters()) {
      roster.shifts().stream()
          .filter(shift -> !people.contains(shift.person()))
          .forEach(
              s ->
                  mistakes.add("roster " + roster.id() + ": there is nobody '" + s.person() + "'"));
    }
    for (Setup.Route route : setup.routes()) {
      String of = " of route " + route.id();
      boolean reaches =
          "enterprise".equals(route.to())
              || (route.to() != null
                  && (rosters.contains(after(route.to(), "roster:"))
                      || people.contains(after(route.to(), "person:"))));
      if (!reaches) {
        mistakes.add("to" + of + ": enterprise, roster:ID or person:ID of those above");
      }
      optional(route.gradeFrom(), Grade.values(), "gradeFrom" + of, mistakes);
      optional(route.pace(), Pace.values(), "pace" + of, mistakes);
      optional(route.medium(), Medium.values(), "medium" + of, mistakes);
      if (route.subjects() != null) {
        route.subjects().forEach(s -> one(s, Subject.values(), "subjects" + of, mistakes));
      }
    }
    setup.users().forEach(u -> one(u.role(), Role.values(), "role of " + u.login(), mistakes));
    return mistakes;
  }

  private static String after(String text, String prefix) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : "";
  }

  private static Set<String> ids(Stream<String> ids, String what, List<String> mistakes) {
    Set<String> seen = new HashSet<>();
    ids.forEach(
        id -> {
          if (id == null || id.isBlank()) {
            mistakes.add("a " + what + " has no id");
          } else if (!seen.add(id)) {
            mistakes.add("the " + what + " '" + id + "' is there twice");
          }
        });
    return seen;
  }

  private static void optional(String text, Enum<?>[] all, String what, List<String> mistakes) {
    if (text != null) {
      one(text, all, what, mistakes);
    }
  }

  private static void one(String text, Enum<?>[] all, String what, List<String> mistakes) {
    if (Stream.of(all).noneMatch(constant -> constant.name().equals(text))) {
      mistakes.add(
          what
              + ": one of "
              + Stream.of(all).map(Enum::name).collect(Collectors.joining(", "))
              + ", not '"
              + text
              + "'");
    }
  }

  private static void write(Handle handle, Setup setup, Secrets secrets) {
    for (Setup.Enterprise enterprise : setup.enterprises()) {
      handle.execute(
          """
          insert into alerts.enterprise (code, sector, key_discharger) values (?, ?, ?)
          on conflict (code) do update set
            sector = excluded.sector, key_discharger = excluded.key_discharger""",
          enterprise.code(),
          enterprise.sector(),
          enterprise.keyDischarger());
    }
    for (Setup.Channel channel : setup.channels()) {
      handle.execute(
          """
          insert into alerts.channel (id, kind, enabled, settings, per_minute)
          values (?, ?, ?, cast(? as json), ?)
          on conflict (id) do update set kind = excluded.kind, enabled = excluded.enabled,
            settings = excluded.settings, per_minute = excluded.per_minute""",
          channel.id(),
          channel.kind(),
          channel.enabled() == null || channel.enabled(),
          channel.settings() == null ? "{}" : channel.settings().toString(),
          channel.perMinute() == null ? PER_MINUTE : channel.perMinute());
    }
    setup.people().forEach(person -> write(handle, person));
    setup.rosters().forEach(roster -> write(handle, roster));
    setup.routes().forEach(route -> write(handle, route));
    for (Setup.User user : setup.users()) {
      handle.execute(
          """
          insert into alerts.app_user
            (login, password_hash, role, region_prefix, enterprise_code, person_id)
          values (?, ?, ?, ?, ?, ?)
          on conflict (login) do update set password_hash = excluded.password_hash,
            role = excluded.role, region_prefix = excluded.region_prefix,
            enterprise_code = excluded.enterprise_code, person_id = excluded.person_id""",
          user.login(),
          Passwords.hash(secrets.read(user.password())),
          user.role(),
          user.region(),
          user.enterprise(),
          user.person());
    }
  }

  private static void write(Handle handle, Setup.Person person) {
    handle.execute(
        """
        insert into alerts.person (id, name, language, enterprise_code) values (?, ?, ?, ?)
        on conflict (id) do update set name = excluded.name, language = excluded.language,
          enterprise_code = excluded.enterprise_code""",
        person.id(),
        person.name() == null ? person.id() : person.name(),
        person.language() == null ? "ZH" : person.language(),
        person.enterprise());
    person
        .addresses()
        .forEach(
            (channel, address) ->
                handle.execute(
                    """
                    insert into alerts.person_address (person_id, channel_id, address)
                    values (?, ?, ?)
                    on conflict (person_id, channel_id)
                      do update set address = excluded.address""",
                    person.id(),
                    channel,
                    address));
  }

  private static void write(Handle handle, Setup.Roster roster) {
    handle.execute(
        """
        insert into alerts.roster (id, name) values (?, ?)
        on conflict (id) do update set name = excluded.name""",
        roster.id(),
        roster.name() == null ? roster.id() : roster.name());
    handle.execute("delete from alerts.roster_shift where roster_id = ?", roster.id());
    for (Setup.Shift shift : roster.shifts()) {
      handle.execute(
          """
          insert into alerts.roster_shift (roster_id, person_id, weekdays, from_hour, to_hour)
          values (?, ?, ?, ?, ?)""",
          roster.id(),
          shift.person(),
          weekdays(shift.days()),
          shift.fromHour() == null ? 0 : shift.fromHour(),
          shift.toHour() == null ? 24 : shift.toHour());
    }
  }

  private static int weekdays(String days) {
    return days == null
        ? EVERY_DAY
        : days.chars()
            .filter(day -> day >= '1' && day <= '7')
            .map(day -> 1 << (day - '1'))
            .reduce(0, (one, other) -> one | other);
  }

  private static void write(Handle handle, Setup.Route route) {
    handle.execute(
        """
        insert into alerts.route
          (id, escalation, region_prefix, sector, medium, factor, subjects, grade_from,
           recipients, channels, pace)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set escalation = excluded.escalation,
          region_prefix = excluded.region_prefix, sector = excluded.sector,
          medium = excluded.medium, factor = excluded.factor, subjects = excluded.subjects,
          grade_from = excluded.grade_from, recipients = excluded.recipients,
          channels = excluded.channels, pace = excluded.pace""",
        route.id(),
        route.escalation() == null ? "FIRST" : route.escalation(),
        route.region(),
        route.sector(),
        route.medium(),
        route.factor(),
        route.subjects() == null ? null : String.join(",", route.subjects()),
        route.gradeFrom() == null ? "NOTICE" : route.gradeFrom(),
        route.to(),
        route.channels() == null ? "*" : String.join(",", route.channels()),
        route.pace() == null ? "NOW" : route.pace());
  }
}
