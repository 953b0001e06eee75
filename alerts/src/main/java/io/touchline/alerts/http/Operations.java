package io.touchline.alerts.http;

import static io.touchline.alerts.http.Role.AUDITOR;
import static io.touchline.alerts.http.Role.ENTERPRISE;
import static io.touchline.alerts.http.Role.HEAD;
import static io.touchline.alerts.http.Role.LEGAL;
import static io.touchline.alerts.http.Role.OFFICER;
import static io.touchline.alerts.http.Role.OPERATIONS;
import static io.touchline.alerts.http.Role.SECURITY_ADMIN;
import static io.touchline.alerts.http.Role.SUPERVISOR;

import io.javalin.http.HandlerType;
import io.touchline.alerts.life.Answer;
import io.touchline.alerts.life.MarkBook;
import io.touchline.alerts.registry.RegistryBook;
import io.touchline.domain.cases.Signature;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The map: what can be asked for, and by whom. */
final class Operations {

  private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
  private static final Set<Role> ALL = EnumSet.range(OFFICER, OPERATIONS);
  private static final Set<Role> OFFICERS = EnumSet.of(OFFICER, SUPERVISOR);
  private static final Set<Role> AUTHORITY = EnumSet.of(OFFICER, SUPERVISOR, OPERATIONS);
  private static final Set<Role> REPORTERS = EnumSet.of(ENTERPRISE, OFFICER, SUPERVISOR);
  private static final String SAMPLE = "/v1/samples/{mn}/{id}/{factor}";
  private static final Set<Role> CASE_OFFICERS = EnumSet.range(OFFICER, HEAD);
  private static final Set<Role> CASE_PARTIES = EnumSet.range(OFFICER, ENTERPRISE);
  private static final String CASE = "/v1/cases/{id}";
  private static final String LIST = "/v1/lists/{prefecture}/{period}";
  private static final String ALERT = "/v1/alerts/{id}";
  private static final String PROPOSALS = "/v1/registry/proposals";

  private Operations() {}

  static List<Operation> of(
      SessionHandlers sessions,
      AlertHandlers alerts,
      QuietHandlers quiet,
      RosterHandlers rosters,
      MarkHandlers marks,
      SampleHandlers samples,
      RegistryHandlers registry,
      CaseHandlers cases,
      ListHandlers lists) {
    return Stream.of(
            alerts(sessions, alerts, quiet, rosters, marks, samples, registry),
            cases(cases, lists, sessions))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Operation> cases(
      CaseHandlers cases, ListHandlers lists, SessionHandlers sessions) {
    return List.of(
        get(
            "/v1/cases",
            "Cases, the latest opened first",
            CASE_PARTIES,
            List.of(
                "region",
                "enterprise",
                "state",
                "card",
                "open",
                "ground",
                "dueBefore",
                "limit",
                "after"),
            cases::list),
        post(
            "/v1/cases",
            "Bring a finding that no data show",
            CASE_OFFICERS,
            CaseHandlers.Beginning.class,
            cases::begin),
        get(CASE, "One case with all there is to know of it", CASE_PARTIES, List.of(), cases::one),
        get(CASE + "/events", "Its events, chained", CASE_PARTIES, List.of(), cases::events),
        get(CASE + "/duties", "What is owed in it", CASE_PARTIES, List.of(), cases::duties),
        post(
            CASE + "/events",
            "Enter what happened",
            CASE_PARTIES,
            CaseHandlers.Entry.class,
            cases::enter),
        get("/v1/adopted-law", "Rows of law adopted by name", CASE_OFFICERS, List.of(), cases::law),
        post(
            "/v1/adopted-law",
            "Adopt a row of law that was read, or take that back",
            EnumSet.of(LEGAL, HEAD),
            CaseHandlers.Adoption.class,
            cases::adopt),
        get(
            "/v1/access-log",
            "Who looked at which case and did what",
            EnumSet.of(AUDITOR),
            List.of("subject", "limit"),
            cases::accesses),
        get(
            "/v1/lists",
            "Published yellow and red lists, the latest period first",
            Set.of(),
            List.of("region", "limit"),
            lists::published),
        get(
            LIST,
            "One published list, or its file",
            Set.of(),
            List.of("version", "format"),
            lists::one),
        get(
            LIST + "/working",
            "The latest version, published or not",
            CASE_OFFICERS,
            List.of("format"),
            lists::working),
        post(
            LIST + "/draft",
            "Draft it anew from signed decisions",
            CASE_OFFICERS,
            ListHandlers.Note.class,
            lists::draft),
        post(LIST + "/review", "Stand for the draft", CASE_OFFICERS, null, lists::review),
        post(
            LIST + "/publish",
            "Publish it with the head's signature",
            EnumSet.of(SUPERVISOR, HEAD),
            Signature.class,
            lists::publish),
        post(
            "/v1/accounts/{login}/second-factor",
            "Give an account a second factor",
            EnumSet.of(SECURITY_ADMIN),
            null,
            sessions::addSecondFactor),
        delete(
            "/v1/accounts/{login}/second-factor",
            "Take it away",
            EnumSet.of(SECURITY_ADMIN),
            sessions::removeSecondFactor));
  }

  private static List<Operation> alerts(
      SessionHandlers sessions,
      AlertHandlers alerts,
      QuietHandlers quiet,
      RosterHandlers rosters,
      MarkHandlers marks,
      SampleHandlers samples,
      RegistryHandlers registry) {
    return List.of(
        post("/v1/sessions", "Sign in", Set.of(), SessionHandlers.SignIn.class, sessions::open),
        delete("/v1/sessions", "Sign out", EVERYBODY, sessions::close),
        get(
            "/v1/alerts",
            "Alerts, newest first",
            ALL,
            List.of(
                "status",
                "grade",
                "subject",
                "region",
                "enterprise",
                "place",
                "factor",
                "owner",
                "limit",
                "after"),
            alerts::list),
        get(ALERT, "One alert", ALL, List.of(), alerts::one),
        get(ALERT + "/history", "All that happened to it", ALL, List.of(), alerts::history),
        post(
            ALERT + "/assign",
            "Give it to somebody",
            EnumSet.of(SUPERVISOR),
            AlertHandlers.Assignment.class,
            alerts::assign),
        post(ALERT + "/acknowledge", "Look after it", OFFICERS, null, alerts::acknowledge),
        post(
            ALERT + "/answer",
            "Say what happened",
            EnumSet.of(ENTERPRISE),
            Answer.class,
            alerts::answer),
        post(
            ALERT + "/review",
            "Say what you think of the answer",
            OFFICERS,
            AlertHandlers.Review.class,
            alerts::review),
        post(
            ALERT + "/close",
            "Close it with a code and evidence",
            OFFICERS,
            AlertHandlers.Close.class,
            alerts::close),
        get("/v1/inbox", "What you were told here", ALL, List.of("limit"), alerts::inbox),
        get("/v1/silences", "Silences", AUTHORITY, List.of("limit"), quiet::silences),
        post(
            "/v1/silences",
            "Tell nobody of something for a while",
            AUTHORITY,
            QuietHandlers.NewSilence.class,
            quiet::addSilence),
        delete("/v1/silences/{id}", "End a silence", AUTHORITY, quiet::endSilence),
        get("/v1/planned-stops", "Planned stops", AUTHORITY, List.of("limit"), quiet::stops),
        post(
            "/v1/planned-stops",
            "An outlet will stand still",
            AUTHORITY,
            QuietHandlers.NewStop.class,
            quiet::addStop),
        delete("/v1/planned-stops/{id}", "End a planned stop", AUTHORITY, quiet::endStop),
        get("/v1/rosters", "Rosters with their shifts", AUTHORITY, List.of(), rosters::list),
        new Operation(
            HandlerType.PUT,
            "/v1/rosters/{id}",
            "Set the shifts of a roster",
            EnumSet.of(SUPERVISOR, OPERATIONS),
            List.of(),
            RosterHandlers.NewRoster.class,
            rosters::put),
        post(
            "/v1/marks",
            "Mark a stretch of an outlet's data",
            EnumSet.of(ENTERPRISE),
            MarkBook.NewMark.class,
            marks::add),
        post(
            "/v1/marks/{mn}/{id}/withdraw",
            "Take a mark back",
            EnumSet.of(ENTERPRISE),
            MarkHandlers.Withdrawal.class,
            marks::withdraw),
        post(
            "/v1/samples",
            "Report a factor of a sample, or another version of it",
            REPORTERS,
            SampleHandlers.NewSample.class,
            samples::add),
        post(
            SAMPLE + "/withdraw",
            "Take a sample back",
            REPORTERS,
            SampleHandlers.Withdrawal.class,
            samples::withdraw),
        post(
            SAMPLE + "/adopt",
            "Take a manual sample for data that are missing",
            OFFICERS,
            null,
            samples::adopt),
        table(RegistryBook.REGIONS, "The tree of regions", registry, "code"),
        table(RegistryBook.ENTERPRISES, "The dischargers", registry, "code", "region"),
        table(RegistryBook.OUTLETS, "Their outlets", registry, "enterprise", "mn"),
        table(RegistryBook.LIMITS, "Limits of outlets", registry, "mn", "factor"),
        table(RegistryBook.PERMITS, "Permitted amounts", registry, "enterprise", "factor"),
        table(RegistryBook.TARGETS, "Targets of regions", registry, "region", "factor"),
        get(
            PROPOSALS,
            "Proposed changes of limits and permits, newest first",
            ALL,
            List.of("state", "limit"),
            registry::proposals),
        post(
            PROPOSALS,
            "Propose a change; another person decides",
            OFFICERS,
            RegistryHandlers.NewProposal.class,
            registry::propose),
        get(PROPOSALS + "/{id}", "One proposal", ALL, List.of(), registry::one),
        get(
            PROPOSALS + "/{id}/history",
            "All that happened to it",
            ALL,
            List.of(),
            registry::history),
        post(
            PROPOSALS + "/{id}/approve",
            "Approve it: it becomes another version of the registry",
            OFFICERS,
            RegistryHandlers.Words.class,
            registry::approve),
        post(
            PROPOSALS + "/{id}/refuse",
            "Refuse it with the reason",
            OFFICERS,
            RegistryHandlers.Words.class,
            registry::refuse),
        post(
            PROPOSALS + "/{id}/withdraw",
            "Take your own proposal back",
            OFFICERS,
            null,
            registry::withdraw));
  }

  private static Operation table(
      RegistryBook book, String summary, RegistryHandlers registry, String... conditions) {
    List<String> query = new ArrayList<>(List.of(conditions));
    query.addAll(List.of("from", "limit"));
    return get("/v1/registry/" + book.text(), summary, ALL, query, registry.read(book));
  }

  private static Operation get(
      String path, String summary, Set<Role> roles, List<String> query, Operation.Handler handler) {
    return new Operation(HandlerType.GET, path, summary, roles, query, null, handler);
  }

  private static Operation post(
      String path, String summary, Set<Role> roles, Class<?> body, Operation.Handler handler) {
    return new Operation(HandlerType.POST, path, summary, roles, List.of(), body, handler);
  }

  private static Operation delete(
      String path, String summary, Set<Role> roles, Operation.Handler handler) {
    return new Operation(HandlerType.DELETE, path, summary, roles, List.of(), null, handler);
  }
}
