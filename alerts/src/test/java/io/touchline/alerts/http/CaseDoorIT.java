package io.touchline.alerts.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchline.alerts.AlertFixture;
import io.touchline.alerts.cases.ListExport;
import io.touchline.alerts.registry.RememberedRegistry;
import io.touchline.contract.Json;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.cases.Detection;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Flat;
import io.touchline.domain.cases.Ground;
import io.touchline.domain.cases.Signature;
import io.touchline.fixtures.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases and lists as programs and the public get them. */
class CaseDoorIT {

  private static final String ENTERPRISE = "91630000MA7XXXXX1A";
  private static final String HASH = Passwords.hash("long and secret");
  private static final String LIST = "/v1/lists/630100/2026Q4";

  private static TestPostgres postgres;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new HashMap<>();
  private AlertFixture fixture;
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
    fixture = new AlertFixture(postgres);
    server =
        AlertsServer.start(
            "127.0.0.1",
            0,
            fixture.database(),
            new Outside(mark -> {}, sample -> {}, new RememberedRegistry(), new ListExport(null)),
            fixture.clock());
    user("li", Role.OFFICER, "6301", null);
    user("wu", Role.OFFICER, "1401", null);
    user("zhang", Role.HEAD, "6301", null);
    user("plant", Role.ENTERPRISE, null, ENTERPRISE);
    user("audit", Role.AUDITOR, null, null);
    user("security", Role.SECURITY_ADMIN, null, null);
    fixture.sql(
        "insert into alerts.discharger (code, name, region_code) values ('"
            + ENTERPRISE
            + "', '某某化工', '630103')");
  }

  @AfterEach
  void close() {
    server.close();
    fixture.close();
  }

  @Test
  void caseGoesItsWayByTheDoorAndEveryLookIsInTheLog() {
    HttpResponse<String> begun = post("/v1/cases", "li", beginning(), null);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
    String at = "/v1/cases/" + json(begun).at("/now/caseId").asText();
    String order =
        Json.text(
            Map.of(
                "version",
                1,
                "what",
                "WORK_ORDER_ISSUED",
                "details",
                Map.of("owner", "li", "due", "2026-11-22")));

    assertThat(post(at + "/events", "wu", order, null).statusCode()).isEqualTo(404);
    assertThat(post(at + "/events", "plant", order, null).statusCode()).isEqualTo(403);
    assertThat(post(at + "/events", "li", "{\"what\":\"CONFIRMED\"}", null).statusCode())
        .isEqualTo(409);
    HttpResponse<String> once = post(at + "/events", "li", order, "key-1");
    assertThat(once.statusCode()).as(once.body()).isEqualTo(200);
    assertThat(post(at + "/events", "li", order, "key-1").body()).isEqualTo(once.body());
    HttpResponse<String> stale = post(at + "/events", "li", order, null);
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(
            post(
                    at + "/events",
                    "li",
                    "{\"what\":\"WORK_ORDER_ISSUED\",\"details\":{\"due\":\"x\"}}",
                    null)
                .statusCode())
        .isIn(400, 422);

    JsonNode one = json(get(at, "plant"));
    assertThat(one.path("version").asInt()).isEqualTo(2);
    assertThat(one.at("/line/state/stage").asText()).isEqualTo("VERIFYING");
    assertThat(one.path("possible").toString()).contains("CONFIRMED", "DISMISSED");
    assertThat(json(get(at + "/duties", "li")).toString()).contains("D18", "决定是否立案");
    assertThat(json(get("/v1/cases?state=VERIFYING&region=63", "zhang")).path("cases")).hasSize(1);
    assertThat(json(get("/v1/cases", "wu")).path("cases")).isEmpty();
    assertThat(get("/v1/cases?state=NONE", "li").statusCode()).isEqualTo(400);
    String log = get("/v1/access-log?limit=100", "audit").body();
    assertThat(log).contains("\"READ\"", "\"plant\"", "\"REFUSED\"", "\"wu\"");
    assertThat(get("/v1/access-log", "li").statusCode()).isEqualTo(403);
    assertThat(get(at, "audit").statusCode()).isEqualTo(403);
  }

  @Test
  void publishedListIsForAnybodyAndADraftForNobody() {
    assertThat(post(LIST + "/draft", "li", "{}", null).statusCode()).isEqualTo(200);
    assertThat(get(LIST, null).statusCode()).isEqualTo(404);
    assertThat(post(LIST + "/draft", "wu", "{}", null).statusCode()).isEqualTo(409);
    assertThat(post(LIST + "/review", "li", "", null).statusCode()).isEqualTo(200);
    String signature =
        Json.text(
            new Signature(
                Signature.Signatory.HEAD, "张局长", "公告 1 号", LocalDate.parse("2026-11-20")));
    assertThat(post(LIST + "/publish", "plant", signature, null).statusCode()).isEqualTo(403);
    assertThat(post(LIST + "/publish", "zhang", signature, null).statusCode()).isEqualTo(200);

    assertThat(json(get(LIST, null)).path("state").asText()).isEqualTo("PUBLISHED");
    assertThat(json(get("/v1/lists?region=63", null))).hasSize(1);
    HttpResponse<String> sheet = get(LIST + "?format=XLSX&version=1", null);
    assertThat(sheet.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("cards-630100-2026Q4-v1.xlsx");
    assertThat(sheet.body()).startsWith("PK");
    assertThat(get(LIST + "?format=CSV", null).body()).contains("统一社会信用代码");
    assertThat(get(LIST + "?format=PDF", null).statusCode()).isEqualTo(422);
    assertThat(get("/v1/lists/630100/2026Q5", null).statusCode()).isEqualTo(400);
    assertThat(get("/v1/lists/63/2026Q4", null).statusCode()).isEqualTo(400);
  }

  @Test
  void accountWithASecondFactorComesInWithItsCodeOnceOnly() {
    JsonNode second = json(post("/v1/accounts/li/second-factor", "security", "", null));
    String secret = second.path("secret").asText();
    assertThat(second.path("address").asText()).startsWith("otpauth://totp/").contains(secret);

    assertThat(signIn("li", null).statusCode()).isEqualTo(401);
    assertThat(signIn("li", "000000x").statusCode()).isEqualTo(401);
    String code = Totp.code(secret, fixture.clock().instant());
    assertThat(signIn("li", code).statusCode()).isEqualTo(200);
    assertThat(signIn("li", code).statusCode()).isEqualTo(401);

    assertThat(
            send("DELETE", "/v1/accounts/li/second-factor", token("security"), "", null)
                .statusCode())
        .isEqualTo(204);
    assertThat(signIn("li", null).statusCode()).isEqualTo(200);
  }

  private static String beginning() {
    Instant from = ChinaTime.parse("2026-11-18T00:00:00+08:00");
    Finding finding =
        new Finding(
            "P6|MN1|inspection 7",
            Ground.P6,
            List.of("P6@2026-08-15"),
            List.of(),
            "MN1",
            null,
            null,
            from,
            from,
            null,
            null,
            null,
            null,
            1,
            "ab".repeat(32),
            "the monitor was switched off");
    return Json.text(
        Map.of(
            "enterprise",
            ENTERPRISE,
            "finding",
            Map.of("what", "DETECTED", "details", Flat.of(new Detection.Detected(finding)))));
  }

  private void user(String login, Role role, String region, String enterprise) {
    fixture
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

  private HttpResponse<String> signIn(String login, String code) {
    Map<String, String> said = new HashMap<>(Map.of("login", login, "password", "long and secret"));
    said.put("code", code);
    return send("POST", "/v1/sessions", null, Json.text(said), null);
  }

  private String token(String login) {
    return login == null
        ? null
        : tokens.computeIfAbsent(login, l -> json(signIn(l, null)).path("token").asText());
  }

  private HttpResponse<String> get(String path, String login) {
    return send("GET", path, token(login), "", null);
  }

  private HttpResponse<String> post(String path, String login, String body, String key) {
    return send("POST", path, token(login), body, key);
  }

  private HttpResponse<String> send(
      String method, String path, String token, String body, String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (key != null) {
      request.header(AlertsServer.IDEMPOTENCY_KEY, key);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
