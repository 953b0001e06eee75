package io.touchline.alerts.http;

import static io.touchline.alerts.AlertFixture.NINE;
import static io.touchline.alerts.Records.day;
import static io.touchline.alerts.Records.episode;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchline.alerts.AlertFixture;
import io.touchline.alerts.cases.ListExport;
import io.touchline.alerts.registry.RememberedRegistry;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.contract.Json;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.SampleRecord;
import io.touchline.domain.Mark;
import io.touchline.domain.sample.Sample;
import io.touchline.domain.sample.SampleKind;
import io.touchline.fixtures.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertsServerIT {

  private static final Instant EIGHT = NINE.minus(Duration.ofHours(1));
  private static final String PASSWORD = "long and secret";
  private static final String HASH = Passwords.hash(PASSWORD);

  private static TestPostgres postgres;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<MarkRecord> published = new CopyOnWriteArrayList<>();
  private final List<SampleRecord> samples = new CopyOnWriteArrayList<>();
  private boolean brokerIsAway;
  private final Map<String, String> tokens = new HashMap<>();
  private final RememberedRegistry registry = new RememberedRegistry();
  private AlertFixture alerts;
  private AlertsServer server;

  @BeforeAll
  static void startServer() {
    postgres = TestPostgres.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    postgres.close();
  }

  @BeforeEach
  void open() {
    alerts = new AlertFixture(postgres);
    server =
        AlertsServer.start(
            "127.0.0.1",
            0,
            alerts.database(),
            new Outside(published::add, this::publish, registry, new ListExport(null)),
            alerts.clock());
    user("officer", Role.OFFICER, "1401", null);
    user("elsewhere", Role.OFFICER, "63", null);
    user("chief", Role.SUPERVISOR, null, null);
    user("plant", Role.ENTERPRISE, null, "91140000");
    user("rival", Role.ENTERPRISE, null, "91990000");
    user("ops", Role.OPERATIONS, null, null);
    for (Role role : Role.values()) {
      user(role.name(), role, null, role == Role.ENTERPRISE ? "91140000" : null);
    }
    alerts.outlet("MN1", "1号锅炉排口");
  }

  @AfterEach
  void close() {
    server.close();
    alerts.close();
  }

  @Test
  void everyOperationIsClosedToEveryRoleThatItIsNotGivenTo() {
    int checked = 0;
    for (Operation operation : server.operations()) {
      String path =
          operation
              .path()
              .replace("{id}", UUID.randomUUID().toString())
              .replace("{mn}", "MN9")
              .replace("{factor}", "w01018")
              .replace("{prefecture}", "990100")
              .replace("{period}", "2026Q3")
              .replace("{login}", "nobody");
      if (operation.isPublic()) {
        continue;
      }
      String method = operation.method().name();
      assertThat(call(method, path, null, "{}").statusCode()).as(method + path).isEqualTo(401);
      assertThat(call(method, path, "made-up", "{}").statusCode()).isEqualTo(401);
      for (Role role : Role.values()) {
        String login = role.name();
        boolean signsOut = path.equals("/v1/sessions");
        int status = call(method, path, signsOut ? fresh(login) : token(login), "{}").statusCode();
        if (operation.roles().contains(role)) {
          assertThat(status).as(role + method + path).isNotIn(401, 403, 405, 500);
        } else {
          assertThat(status).as(role + method + path).isEqualTo(403);
        }
        checked++;
      }
    }
    long guarded = server.operations().stream().filter(o -> !o.isPublic()).count();
    assertThat(checked).isEqualTo((int) (Role.values().length * guarded));
    assertThat(server.operations().stream().filter(Operation::isPublic).map(Operation::path))
        .containsExactlyInAnyOrder("/v1/sessions", "/v1/lists", "/v1/lists/{prefecture}/{period}");
    assertThat(call("GET", "/v1/anything", token("chief"), null).statusCode()).isEqualTo(404);
  }

  @Test
  void everybodySeesTheirOwnAndNothingElse() {
    alerts.exceedance(day("MN1", EIGHT, 1, State.OPEN, "0.63"));
    UUID alert = alerts.onlyAlert().id();

    for (String sees : List.of("officer", "chief", "plant", "ops")) {
      assertThat(json(get("/v1/alerts", sees)).path("alerts")).as(sees).hasSize(1);
      assertThat(get("/v1/alerts/" + alert, sees).statusCode()).isEqualTo(200);
    }
    for (String blind : List.of("elsewhere", "rival")) {
      assertThat(json(get("/v1/alerts", blind)).path("alerts")).as(blind).isEmpty();
      assertThat(get("/v1/alerts/" + alert, blind).statusCode()).isEqualTo(404);
      assertThat(get("/v1/alerts/" + alert + "/history", blind).statusCode()).isEqualTo(404);
    }
    assertThat(post("/v1/alerts/" + alert + "/acknowledge", "elsewhere", "", null).statusCode())
        .isEqualTo(404);
  }

  @Test
  void theRegistryIsReadByEverybodyAsFarAsItIsTheirs() {
    assertThat(json(get("/v1/registry/limits", "officer")).path("lines")).hasSize(2);
    assertThat(json(get("/v1/registry/limits?factor=a21002", "officer")).path("lines")).hasSize(1);
    assertThat(json(get("/v1/registry/limits", "elsewhere")).path("lines")).isEmpty();
    assertThat(json(get("/v1/registry/permits", "plant")).path("lines")).hasSize(1);
    assertThat(json(get("/v1/registry/permits", "rival")).path("lines")).isEmpty();
    assertThat(json(get("/v1/registry/outlets", "ops")).at("/lines/0/cells/mn").asText())
        .isEqualTo("MN1");
    assertThat(json(get("/v1/registry/limits?from=1", "chief")).path("lines")).hasSize(1);
    assertThat(get("/v1/registry/limits?from=x", "chief").statusCode()).isEqualTo(400);
  }

  @Test
  void aChangeOfALimitTakesTwoPersons() {
    String body =
        """
        {"book":"LIMITS","adds":{"mn":"MN1","factor":"a21026","value":"30"},
         "ends":"MN1 a21026","endsOn":"2026-12-31","reason":"新标准"}""";
    assertThat(post("/v1/registry/proposals", "elsewhere", body, null).statusCode()).isEqualTo(404);
    assertThat(post("/v1/registry/proposals", "plant", body, null).statusCode()).isEqualTo(403);
    String id = json(post("/v1/registry/proposals", "officer", body, null)).path("id").asText();
    String path = "/v1/registry/proposals/" + id;

    assertThat(post(path + "/approve", "officer", "{}", null).statusCode()).isEqualTo(409);
    assertThat(post(path + "/approve", "elsewhere", "{}", null).statusCode()).isEqualTo(404);
    assertThat(registry.versions).isEmpty();
    JsonNode approved = json(post(path + "/approve", "chief", "{\"reason\":\"同意\"}", null));

    assertThat(approved.path("state").asText()).isEqualTo("APPROVED");
    assertThat(approved.path("version").asInt()).isEqualTo(2);
    assertThat(registry.versions)
        .containsExactly("officer + chief: proposal " + id + " by officer: 新标准");
    assertThat(post(path + "/approve", "chief", "{}", null).statusCode()).isEqualTo(409);
    List<String> steps = new ArrayList<>();
    json(get(path + "/history", "plant"))
        .forEach(step -> steps.add(step.path("state").asText() + " " + step.path("by").asText()));
    assertThat(steps).containsExactly("OPEN officer", "APPROVED chief");
  }

  @Test
  void aChangeThatTheRegistryWouldNotTakeIsRefusedWithItsFault() {
    String body =
        """
        {"book":"LIMITS","adds":{"mn":"MN1","factor":"a21026","value":"3O"},"reason":"r"}""";

    HttpResponse<String> refused = post("/v1/registry/proposals", "officer", body, null);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).path("detail").asText()).contains("limits.csv: value: 3O");
    assertThat(json(get("/v1/registry/proposals", "officer"))).isEmpty();
    assertThat(
            post("/v1/registry/proposals", "officer", body.replace("\"r\"", "\"\""), null)
                .statusCode())
        .isEqualTo(422);
    assertThat(
            post("/v1/registry/proposals", "officer", "{\"book\":\"OUTLETS\"}", null).statusCode())
        .isEqualTo(422);
  }

  @Test
  void aProposalIsRefusedByAnotherAndTakenBackByWhoMadeIt() {
    String body =
        """
        {"book":"PERMITS","adds":{"enterprise":"91140000","amount_t":"9"},"reason":"变更"}""";
    String one = json(post("/v1/registry/proposals", "officer", body, null)).path("id").asText();
    String other = json(post("/v1/registry/proposals", "officer", body, null)).path("id").asText();
    String path = "/v1/registry/proposals/";

    assertThat(post(path + one + "/refuse", "chief", "{}", null).statusCode()).isEqualTo(422);
    assertThat(post(path + one + "/refuse", "officer", "{\"reason\":\"x\"}", null).statusCode())
        .isEqualTo(409);
    post(path + one + "/refuse", "chief", "{\"reason\":\"依据不足\"}", null);
    assertThat(post(path + other + "/withdraw", "chief", "", null).statusCode()).isEqualTo(409);
    post(path + other + "/withdraw", "officer", "", null);

    assertThat(json(get(path + one, "plant")).path("state").asText()).isEqualTo("REFUSED");
    assertThat(json(get(path + one, "plant")).path("decision").asText()).isEqualTo("依据不足");
    assertThat(json(get("/v1/registry/proposals?state=WITHDRAWN", "chief"))).hasSize(1);
    assertThat(json(get("/v1/registry/proposals?state=OPEN", "chief"))).isEmpty();
    assertThat(json(get("/v1/registry/proposals", "rival"))).isEmpty();
    assertThat(registry.versions).isEmpty();
  }

  @Test
  void whereTheTopicsCannotBeReachedThatIsSaidAndTheProposalStaysOpen() {
    String body =
        """
        {"book":"PERMITS","adds":{"enterprise":"91140000","amount_t":"9"},"reason":"变更"}""";
    String id = json(post("/v1/registry/proposals", "officer", body, null)).path("id").asText();
    String path = "/v1/registry/proposals/" + id;
    registry.isAway = true;

    assertThat(post(path + "/approve", "chief", "{}", null).statusCode()).isEqualTo(503);

    registry.isAway = false;
    assertThat(json(get(path, "chief")).path("state").asText()).isEqualTo("OPEN");
    assertThat(json(post(path + "/approve", "chief", "{}", null)).path("state").asText())
        .isEqualTo("APPROVED");
  }

  @Test
  void pagesHoldEachAlertOnceInOrder() {
    for (int outlet = 0; outlet < 25; outlet++) {
      alerts.exceedance(
          episode("X" + outlet, EIGHT.minusSeconds(60L * (outlet / 3)), 1, State.OPEN, "0.2"));
    }
    List<String> seen = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonNode page =
          json(
              get(
                  "/v1/alerts?status=OPEN&limit=7" + (next.isEmpty() ? "" : "&after=" + next),
                  "chief"));
      page.path("alerts").forEach(alert -> seen.add(alert.path("alert").path("alert").asText()));
      next = page.path("next").isMissingNode() ? null : page.path("next").asText();
    }

    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    assertThat(json(get("/v1/alerts?place=X3", "chief")).path("alerts")).hasSize(1);
    assertThat(json(get("/v1/alerts?grade=SERIOUS", "chief")).path("alerts")).isEmpty();
    assertThat(get("/v1/alerts?grade=LOUD", "chief").statusCode()).isEqualTo(400);
    assertThat(get("/v1/alerts?after=x", "chief").statusCode()).isEqualTo(400);
  }

  @Test
  void anAlertIsHandledToItsEnd() {
    alerts.exceedance(day("MN1", EIGHT, 1, State.OPEN, "0.63"));
    String path = "/v1/alerts/" + alerts.onlyAlert().id();

    post(path + "/assign", "chief", "{\"owner\":\"officer\"}", null);
    post(path + "/acknowledge", "officer", "", null);
    HttpResponse<String> incomplete =
        post(path + "/answer", "plant", "{\"cause\":\"PROCESS\"}", null);
    assertThat(incomplete.statusCode()).isEqualTo(422);
    assertThat(incomplete.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(json(incomplete).path("detail").asText()).contains("detail, action");
    post(
        path + "/answer",
        "plant",
        """
        {"cause":"PROCESS","detail":"燃煤含硫高","action":"换煤","attachments":["A-1"],
         "samples":[{"factor":"a21026","value":"31","unit":"mg/m3","taken":"2026-11-20T08:30:00+08:00"}]}
        """,
        null);
    post(path + "/review", "officer", "{\"opinion\":\"ACCEPT\",\"text\":\"属实\"}", null);
    assertThat(post(path + "/close", "officer", "{\"code\":\"OTHER\"}", null).statusCode())
        .isEqualTo(422);
    JsonNode closed =
        json(
            post(
                path + "/close",
                "officer",
                "{\"code\":\"VIOLATION_CONFIRMED\",\"evidence\":\"笔录 7\"}",
                null));
    assertThat(closed.path("life").asText()).isEqualTo("CLOSED");
    assertThat(post(path + "/acknowledge", "officer", "", null).statusCode()).isEqualTo(409);
    List<String> events = new ArrayList<>();
    json(get(path + "/history", "chief")).forEach(e -> events.add(e.path("event").asText()));
    assertThat(events)
        .containsSubsequence("ASSIGNED", "ACKNOWLEDGED", "ANSWERED", "REVIEWED", "CLOSED");
  }

  @Test
  void aRequestUnderTheSameKeyIsDoneOnce() {
    String body =
        """
        {"mn":"MN1","from":"2026-11-20T08:00:00+08:00","to":"2026-11-20T10:00:00+08:00",
         "mark":"MAINTENANCE","reason":"更换滤芯"}""";
    HttpResponse<String> first = post("/v1/marks", "plant", body, "key-1");
    HttpResponse<String> again = post("/v1/marks", "plant", body, "key-1");
    HttpResponse<String> other = post("/v1/marks", "plant", body.replace("更换滤芯", "校准"), "key-1");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(published).hasSize(1);
  }

  @Test
  void aMarkIsPublishedChangedAndWithdrawnEachAsAVersionOfItsOwn() {
    String body =
        """
        {"mn":"MN1","id":"m1","from":"2026-11-20T08:00:00+08:00","to":"2026-11-20T10:00:00+08:00",
         "mark":"MAINTENANCE","reason":"更换滤芯"}""";
    post("/v1/marks", "plant", body, null);
    post("/v1/marks", "plant", body.replace("10:00:00", "11:00:00"), null);
    post("/v1/marks/MN1/m1/withdraw", "plant", "{\"reason\":\"误标\"}", null);
    assertThat(post("/v1/marks/MN1/m1/withdraw", "plant", "{\"reason\":\"误标\"}", null).statusCode())
        .isEqualTo(409);

    assertThat(published).extracting(MarkRecord::version).containsExactly(1, 2, 3);
    assertThat(published).extracting(MarkRecord::author).containsOnly("plant");
    assertThat(published.get(2).state()).isEqualTo(Mark.State.WITHDRAWN);
    assertThat(post("/v1/marks", "rival", body, null).statusCode()).isEqualTo(404);
    assertThat(
            post("/v1/marks", "plant", body.replace("MAINTENANCE", "HOLIDAY"), null).statusCode())
        .isEqualTo(422);
    assertThat(post("/v1/marks", "plant", body.replace("10:00:00", "07:00:00"), null).statusCode())
        .isEqualTo(422);
  }

  private static final String SAMPLE =
      """
      {"mn":"MN1","id":"s1","factor":"w01018","kind":"MANUAL_SUBSTITUTE",
       "from":"2026-11-20T08:00:00+08:00","value":"38.50","unit":"mg/L","laboratory":"青环检测",
       "method":"HJ 828-2017","reason":"监测仪故障","attachment":"QHJ-2026-117"}""";

  private static final String ONE = "/v1/samples/MN1/s1/w01018";

  @Test
  void aSampleIsPublishedChangedAdoptedAndWithdrawnEachAsAVersionOfItsOwn() {
    assertThat(post("/v1/samples", "plant", SAMPLE, null).statusCode()).isEqualTo(200);
    post("/v1/samples", "plant", SAMPLE.replace("38.50", "41.2"), null);
    assertThat(post(ONE + "/adopt", "officer", "", null).statusCode()).isEqualTo(200);
    assertThat(post(ONE + "/adopt", "chief", "", null).statusCode()).isEqualTo(409);
    post("/v1/samples", "plant", SAMPLE.replace("38.50", "42"), null);
    post(ONE + "/withdraw", "plant", "{\"reason\":\"送错样\"}", null);
    assertThat(post(ONE + "/withdraw", "plant", "{\"reason\":\"送错样\"}", null).statusCode())
        .isEqualTo(409);
    assertThat(post(ONE + "/adopt", "officer", "", null).statusCode()).isEqualTo(409);

    assertThat(samples).extracting(SampleRecord::version).containsExactly(1, 2, 3, 4, 5);
    assertThat(samples).extracting(SampleRecord::author).containsOnly("plant");
    assertThat(samples.get(0).value()).hasToString("38.50");
    assertThat(samples)
        .extracting(SampleRecord::adoptedBy)
        .containsExactly(null, null, "officer", null, null);
    assertThat(samples.get(4).state()).isEqualTo(Sample.State.WITHDRAWN);
    assertThat(samples.get(4).reason()).isEqualTo("送错样");
  }

  @Test
  void eachSideReportsItsOwnKindsAndChangesNothingOfTheOther() {
    String grab = SAMPLE.replace("MANUAL_SUBSTITUTE", "INSPECTOR_GRAB").replace("s1", "g1");
    String pair = SAMPLE.replace("MANUAL_SUBSTITUTE", "COMPARISON").replace("s1", "p1");

    assertThat(post("/v1/samples", "plant", grab, null).statusCode()).isEqualTo(403);
    assertThat(post("/v1/samples", "officer", SAMPLE, null).statusCode()).isEqualTo(403);
    assertThat(post("/v1/samples", "officer", grab, null).statusCode()).isEqualTo(200);
    assertThat(post("/v1/samples", "plant", pair, null).statusCode()).isEqualTo(200);
    assertThat(post("/v1/samples", "officer", pair, null).statusCode()).isEqualTo(403);
    assertThat(
            post("/v1/samples/MN1/p1/w01018/withdraw", "chief", "{\"reason\":\"x\"}", null)
                .statusCode())
        .isEqualTo(403);
    assertThat(
            post("/v1/samples/MN1/g1/w01018/withdraw", "plant", "{\"reason\":\"x\"}", null)
                .statusCode())
        .isEqualTo(403);
    assertThat(post("/v1/samples/MN1/g1/w01018/adopt", "chief", "", null).statusCode())
        .isEqualTo(422);
    for (String stranger : List.of("rival", "elsewhere")) {
      assertThat(post("/v1/samples", stranger, pair, null).statusCode()).isEqualTo(404);
    }
    assertThat(samples)
        .extracting(SampleRecord::kind)
        .containsExactly(SampleKind.INSPECTOR_GRAB, SampleKind.COMPARISON);
  }

  @Test
  void aSampleThatCannotBeIsRefusedWithItsReason() {
    Map<String, String> wrong =
        Map.of(
            SAMPLE.replace("2026-11-20T08", "2027-11-20T08"), "has not come",
            SAMPLE.replace("mg/L", "mg/m3"), "is no unit of w01018",
            SAMPLE.replace("\"unit\":\"mg/L\",", ""), "unit",
            SAMPLE.replace("\"unit\"", "\"qualifier\":\">\",\"unit\""), "the qualifier is <",
            SAMPLE.replace("\"value\"", "\"to\":\"2026-11-20T07:00:00+08:00\",\"value\""),
                "does not end before it begins");
    wrong.forEach(
        (body, reason) -> {
          HttpResponse<String> answer = post("/v1/samples", "plant", body, null);
          assertThat(answer.statusCode()).as(body).isEqualTo(422);
          assertThat(json(answer).path("detail").asText()).contains(reason);
        });
    assertThat(
            post("/v1/samples", "plant", SAMPLE.replace("MANUAL_SUBSTITUTE", "GUESS"), null)
                .statusCode())
        .isEqualTo(400);
    assertThat(samples).isEmpty();
  }

  @Test
  void aSampleUnderTheSameKeyIsReportedOnceAndOneThatKafkaDidNotTakeIsNotKept() {
    brokerIsAway = true;
    assertThat(post("/v1/samples", "plant", SAMPLE, null).statusCode()).isEqualTo(503);
    brokerIsAway = false;
    HttpResponse<String> first = post("/v1/samples", "plant", SAMPLE, "key-s");
    HttpResponse<String> again = post("/v1/samples", "plant", SAMPLE, "key-s");

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(samples).extracting(SampleRecord::version).containsExactly(1);
  }

  private void publish(SampleRecord sample) {
    if (brokerIsAway) {
      throw new IllegalStateException("it was not published, Kafka does not take it");
    }
    samples.add(sample);
  }

  @Test
  void silencesStopsAndRostersAreSetAndEnded() {
    String silence =
        """
        {"subject":"DAY","from":"2026-11-20T08:00:00+08:00","to":"2026-11-21T08:00:00+08:00",
         "reason":"known"}""";
    JsonNode made = json(post("/v1/silences", "officer", silence, null));
    assertThat(made.path("region").asText()).isEqualTo("1401");
    assertThat(
            post(
                    "/v1/silences",
                    "officer",
                    silence.replace("\"subject\"", "\"region\":\"63\",\"subject\""),
                    null)
                .statusCode())
        .isEqualTo(403);
    String one = "/v1/silences/" + made.path("id").asText();
    assertThat(call("DELETE", one, token("officer"), null).statusCode()).isEqualTo(204);
    assertThat(call("DELETE", one, token("officer"), null).statusCode()).isEqualTo(404);
    assertThat(
            post(
                    "/v1/planned-stops",
                    "ops",
                    silence.replace("\"subject\":\"DAY\"", "\"place\":\"MN1\""),
                    null)
                .statusCode())
        .isEqualTo(200);
    alerts.sql("insert into alerts.person (id, name) values ('wang', '王')");
    String shifts =
        "{\"shifts\":[{\"person\":\"wang\",\"weekdays\":31,\"fromHour\":8,\"toHour\":18}]}";
    assertThat(call("PUT", "/v1/rosters/day", token("chief"), shifts).statusCode()).isEqualTo(200);
    assertThat(
            call("PUT", "/v1/rosters/day", token("chief"), shifts.replace("wang", "nobody"))
                .statusCode())
        .isEqualTo(422);
    assertThat(json(get("/v1/rosters", "ops")).get(0).path("shifts")).hasSize(1);
  }

  @Test
  void wrongPasswordsLockTheAccountAndASessionEnds() {
    String token = fresh("officer");
    assertThat(call("GET", "/v1/alerts", token, null).statusCode()).isEqualTo(200);
    alerts.clock().forward(Duration.ofHours(9));
    assertThat(call("GET", "/v1/alerts", token, null).statusCode()).isEqualTo(401);
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(signIn("officer", "wrong").statusCode()).isEqualTo(401);
    }
    assertThat(signIn("officer", PASSWORD).statusCode()).isEqualTo(401);
    alerts.clock().forward(Duration.ofMinutes(16));
    assertThat(signIn("officer", PASSWORD).statusCode()).isEqualTo(200);
    assertThat(signIn("stranger", PASSWORD).statusCode()).isEqualTo(401);
    assertThat(alerts.strings("select login from alerts.app_user where password_hash like '$2%'"))
        .hasSize(6 + Role.values().length);
  }

  @Test
  void theDescriptionHasEveryOperationAndNoOther() {
    JsonNode document = json(call("GET", "/v1/openapi.json", null, null));
    TreeSet<String> described = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    TreeSet<String> served = new TreeSet<>();
    server.operations().forEach(o -> served.add(o.method().name() + " " + o.path()));

    assertThat(described).isEqualTo(served).hasSize(54);
    JsonNode answer = document.path("paths").path("/v1/alerts/{id}/answer").path("post");
    assertThat(answer.path("parameters").get(0).path("name").asText()).isEqualTo("id");
    assertThat(
            answer
                .at(
                    "/requestBody/content/application~1json/schema/properties/samples/items"
                        + "/properties/taken/format")
                .asText())
        .isEqualTo("date-time");
    assertThat(answer.path("x-roles").toString()).isEqualTo("[\"ENTERPRISE\"]");
  }

  private void user(String login, Role role, String region, String enterprise) {
    alerts
        .database()
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into alerts.app_user
                      (login, password_hash, role, region_prefix, enterprise_code)
                    values (?, ?, ?, ?, ?)""",
                    login,
                    HASH,
                    role.name(),
                    region,
                    enterprise));
  }

  private String token(String login) {
    return tokens.computeIfAbsent(login, this::fresh);
  }

  private String fresh(String login) {
    return json(signIn(login, PASSWORD)).path("token").asText();
  }

  private HttpResponse<String> signIn(String login, String password) {
    return call(
        "POST", "/v1/sessions", null, Json.text(Map.of("login", login, "password", password)));
  }

  private HttpResponse<String> get(String path, String login) {
    return call("GET", path, token(login), null);
  }

  private HttpResponse<String> post(String path, String login, String body, String key) {
    return send(request("POST", path, token(login), body, key));
  }

  private HttpResponse<String> call(String method, String path, String token, String body) {
    return send(request(method, path, token, body, null));
  }

  private HttpRequest request(String method, String path, String token, String body, String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (key != null) {
      request.header(AlertsServer.IDEMPOTENCY_KEY, key);
    }
    return request.build();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    try {
      return Json.mapper().readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(response.body(), e);
    }
  }
}
