package io.touchline.portal.page;

import io.touchline.alerts.http.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A room of the portal: who works there, and the pages that it begins with. */
public enum Room {
  OFFICER,
  /** Enforcement cases and the lists that are made of them. */
  ENFORCEMENT,
  ENTERPRISE,
  OPERATIONS,
  /** Rosters, channels and accounts: nobody's yet, for no page of it is there. */
  ADMINISTRATION,
  /** Open to who has not signed in as well. */
  PUBLIC;

  private static final Set<Role> AUTHORITY =
      EnumSet.of(Role.OFFICER, Role.SUPERVISOR, Role.LEGAL, Role.HEAD, Role.OPERATIONS);

  private static final Set<Role> CASES =
      EnumSet.of(Role.OFFICER, Role.SUPERVISOR, Role.LEGAL, Role.HEAD);

  /** A page that the bar leads to; its words are {@code nav.} and the key. */
  public record Entry(String key, String href) {}

  private boolean admits(Role role) {
    return switch (this) {
      case OFFICER -> role == Role.OFFICER || role == Role.SUPERVISOR;
      case ENFORCEMENT -> role != null && CASES.contains(role);
      case ENTERPRISE -> role == Role.ENTERPRISE;
      case OPERATIONS -> role != null && AUTHORITY.contains(role);
      case ADMINISTRATION -> false;
      case PUBLIC -> true;
    };
  }

  private List<Entry> entries() {
    return switch (this) {
      case OFFICER ->
          List.of(new Entry("officer", Links.OFFICER), new Entry("alerts", Links.ALERTS));
      case ENFORCEMENT -> List.of(new Entry("cases", Links.CASES), new Entry("lists", Links.LISTS));
      case ENTERPRISE ->
          List.of(
              new Entry("enterprise", Links.ENTERPRISE),
              new Entry("alerts", Links.ALERTS),
              new Entry("cases", Links.CASES));
      case OPERATIONS ->
          List.of(
              new Entry("watch", Links.WATCH),
              new Entry("alerts", Links.ALERTS),
              new Entry("regions", Links.REGIONS),
              new Entry("quality", Links.QUALITY),
              new Entry("stations", Links.STATIONS),
              new Entry("rates", Links.RATES));
      case ADMINISTRATION -> List.of();
      case PUBLIC ->
          List.of(new Entry("public", Links.PUBLIC), new Entry("publicLists", Links.PUBLIC_LISTS));
    };
  }

  /** The bar of somebody of that role; null for who has not signed in. */
  public static List<Entry> entriesOf(Role role) {
    return Stream.of(values())
        .filter(room -> room.admits(role))
        .flatMap(room -> room.entries().stream())
        .distinct()
        .toList();
  }

  /** Where somebody of that role begins. */
  public static String homeOf(Role role) {
    return switch (role) {
      case OFFICER, SUPERVISOR -> Links.OFFICER;
      case ENTERPRISE -> Links.ENTERPRISE;
      case LEGAL, HEAD -> Links.CASES;
      case OPERATIONS -> Links.WATCH;
      case SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR -> Links.PUBLIC;
    };
  }
}
