package io.touchline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.MarkRecord;
import io.touchline.domain.Mark;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomsIT {

  private static final Pattern ALERT = Pattern.compile("/alerts/([0-9a-f-]{36})\"");
  private static final Pattern CASE = Pattern.compile("href=\"(/cases/[^\"?]+)\"");
  private static final String OWN = "/outlets/" + PortalFixture.EXCEEDING;

  private static PortalFixture fixture;

  @BeforeAll
  static void start() {
    fixture = PortalFixture.start();
  }

  @AfterAll
  static void stop() throws Exception {
    fixture.close();
  }

  /**
   * Who may: o officer, s supervisor, l legal officer, h head, e enterprise, p operations, n nobody
   * signed in.
   */
  @ParameterizedTest
  @CsvSource({
    "/, n",
    "/sign-in, oslhepn",
    "/public, oslhepn",
    "/officer, os",
    "/enterprise, e",
    "/alerts, oslhep",
    "/alerts.csv, oslhep",
    "ALERT, oslhep",
    "/watch, oslhp",
    "/quality, oslhp",
    "/rates, oslhp",
    "/regions, oslhp",
    "/regions/630121, oslhp",
    "/enterprises/916301210000000002X, oslhep",
    "/stations, oslhp",
    "/quarantine, oslhp",
    "/quarantine/0/0, oslhp",
    "OUTLET, oslhep",
    "/design, oslhep",
    "/health/live, oslhepn",
    "/health/ready, osepnlh",
    "/cases, oslhe",
    "CASE, oslhe",
    "/lists, oslh",
    "/lists/630100/2026Q4, oslh",
    "/public/lists, oslhepn"
  })
  void everyPageIsClosedToWhomItIsNotFor(String path, String may) throws Exception {
    String address =
        switch (path) {
          case "ALERT" -> "/alerts/" + own();
          case "OUTLET" -> OWN;
          case "CASE" -> ownCase();
          default -> path;
        };
    for (Map.Entry<String, Visit> visitor : visitors().entrySet()) {
      int status = visitor.getValue().get(address).statusCode();
      if (may.contains(visitor.getKey())) {
        assertThat(status).as(visitor.getKey() + " " + address).isEqualTo(200);
      } else {
        // The front door leads who is signed in on to their room.
        assertThat(status)
            .as(visitor.getKey() + " " + address)
            .isEqualTo(visitor.getKey().equals("n") || path.equals("/") ? 303 : 403);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/alerts/acknowledge, os",
    "ALERT/acknowledge, os",
    "ALERT/assign, s",
    "ALERT/review, os",
    "ALERT/close, os",
    "ALERT/answer, e",
    "/enterprise/marks, e",
    "/enterprise/marks/withdraw, e",
    "/sign-out, oslhep",
    "CASE/steps, oslhe",
    "/lists/630100/2026Q4/publish, sh"
  })
  void noStepIsTakenByWhomItIsNotForNorByAForeignForm(String path, String may) throws Exception {
    String address = path.replace("ALERT", "/alerts/" + own()).replace("CASE", ownCase());
    for (Map.Entry<String, Visit> visitor : visitors().entrySet()) {
      int bare = visitor.getValue().post(address, "form", "0123456789abcdef").statusCode();
      assertThat(bare).as(visitor.getKey()).isEqualTo(visitor.getKey().equals("n") ? 401 : 403);
      if (visitor.getKey().equals("n")) {
        continue;
      }
      int status = visitor.getValue().submit("/design", address).statusCode();
      if (may.contains(visitor.getKey()) && !path.endsWith("acknowledge")) {
        // Let in, and told that the form is empty; or signed out.
        assertThat(status).as(visitor.getKey() + address).isIn(422, 303);
      } else if (may.contains(visitor.getKey())) {
        assertThat(status).isIn(303, 409);
      } else {
        assertThat(status).as(visitor.getKey() + address).isEqualTo(403);
      }
    }
  }

  @Test
  void whoSignsInComesWhereTheyWantedToGoAndLeavesNothingBehind() throws Exception {
    Visit visit = fixture.visit();
    HttpResponse<String> sent = visit.get("/alerts?grade=SERIOUS");
    assertThat(sent.headers().firstValue("Location"))
        .contains("/sign-in?to=%2Falerts%3Fgrade%3DSERIOUS");

    HttpResponse<String> in =
        visit.submit(
            "/sign-in?to=%2Falerts%3Fgrade%3DSERIOUS",
            "/sign-in",
            "login",
            "officer",
            "password",
            PortalFixture.PASSWORD,
            "to",
            "/alerts?grade=SERIOUS");

    assertThat(in.headers().firstValue("Location")).contains("/alerts?grade=SERIOUS");
    assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("session=", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Secure");
    assertThat(visit.body("/officer")).contains("officer");
    assertThat(visit.submit("/officer", "/sign-out").headers().firstValue("Location"))
        .contains("/");
    assertThat(visit.get("/officer").statusCode()).isEqualTo(303);
  }

  @Test
  void behindTlsTheSessionIsNeverSentInTheClear() throws Exception {
    HttpResponse<String> page = fixture.visit().get("/", "X-Forwarded-Proto", "https");
    assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
  }

  @Test
  void fiveWrongPasswordsLockAndThePageSaysSoWithoutSayingWhich() throws Exception {
    Visit visit = fixture.visit();
    for (int at = 0; at < 5; at++) {
      HttpResponse<String> refused =
          visit.submit("/sign-in", "/sign-in", "login", "rival", "password", "wrong");
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body()).contains("账号或密码不对，或者账号已暂时锁定").contains("value=\"rival\"");
    }
    assertThat(
            visit
                .submit(
                    "/sign-in", "/sign-in", "login", "rival", "password", PortalFixture.PASSWORD)
                .statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"})
  void signingInLeadsNowhereElse(String to) throws Exception {
    HttpResponse<String> in =
        fixture
            .visit()
            .submit(
                "/sign-in",
                "/sign-in",
                "login",
                "officer",
                "password",
                PortalFixture.PASSWORD,
                "to",
                to);
    assertThat(in.headers().firstValue("Location")).contains("/");
  }

  @Test
  void aDemoAccountIsOfferedAndNoneInAnInstallation() throws Exception {
    assertThat(fixture.visit().body("/")).contains("演示账号", "以执法人员身份进入");
  }

  @Test
  void thePublicSeesResultsWithTheNoticeAndNoNamesOfPeople() throws Exception {
    HttpResponse<String> page = fixture.visit().get("/public");
    assertThat(page.body())
        .contains("企业自行监测数据，未经生态环境主管部门审核", "西宁特钢能源有限公司")
        .doesNotContain("王建国", "/outlets/", "/alerts");
    assertThat(page.headers().firstValue("Cache-Control")).contains("public, max-age=60");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void theWorkbenchAnswersInWordsAndShowsOneTileAPrefecture() throws Exception {
    String page = fixture.as("officer").body("/officer");
    assertThat(page).contains("现在有 4 个排口超标").contains("西宁市", "太原市", "辖区一览");
    assertThat(fixture.as("shanxi").body("/officer")).contains("太原市").doesNotContain("西宁市", "青海");
  }

  @Test
  void anOfficerOfOneRegionSeesNothingOfAnother() throws Exception {
    Visit shanxi = fixture.as("shanxi");
    assertThat(shanxi.get(OWN).statusCode()).isEqualTo(404);
    assertThat(shanxi.get("/alerts/" + own()).statusCode()).isEqualTo(404);
    assertThat(shanxi.body("/watch")).doesNotContain("青海省", "华能大通热电厂");
    assertThat(shanxi.body("/rates")).doesNotContain("青海省");
    assertThat(shanxi.body("/quality")).doesNotContain(PortalFixture.EXCEEDING);
    assertThat(shanxi.body("/alerts?state=ALL")).doesNotContain("华能大通热电厂");
    assertThat(shanxi.body("/alerts.csv?state=ALL")).doesNotContain("华能大通热电厂");
    assertThat(fixture.as("qinghai").body("/alerts?state=ALL")).contains("华能大通热电厂");
  }

  @Test
  void theListReadsItsConditionsBackAndKeepsThemInTheAddress() throws Exception {
    Visit officer = fixture.as("officer");
    String page = officer.body("/alerts?region=63&medium=AIR&factor=a21026&sort=GRADE");
    assertThat(page)
        .contains("青海省，废气，二氧化硫，等级高的在前")
        .contains("华能大通热电厂")
        .doesNotContain("太原第一热电有限公司 ·")
        .contains("/alerts.csv?region=63&amp;medium=AIR&amp;factor=a21026&amp;sort=GRADE");
    assertThat(officer.body("/alerts?region=nonsense&grade=NONE&page=999&lang=en"))
        .contains("open alert");
    assertThat(officer.body("/alerts?factor=w99999&lang=en")).contains("No open alerts");
  }

  @Test
  void theExportHoldsWhatTheListShowsAndNoFormula() throws Exception {
    HttpResponse<String> csv = fixture.as("officer").get("/alerts.csv?factor=a21026&lang=en");
    assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(csv.body())
        .startsWith("\ufeffNo.,Grade,Enterprise")
        .contains("华能大通热电厂", "SO2", "+08:00")
        .doesNotContain("\n=", ",=", ",+", ",@");
  }

  @Test
  void manyAreAcknowledgedAtOnceAndTheListSaysHowMany() throws Exception {
    Visit officer = fixture.as("officer");
    String id = other("a21002");
    HttpResponse<String> done =
        officer.submit(
            "/alerts",
            "/alerts/acknowledge",
            "alert",
            id,
            "alert",
            "not-an-alert",
            "factor",
            "a21002");
    String back = done.headers().firstValue("Location").orElseThrow();
    assertThat(back).isEqualTo("/alerts?factor=a21002&acknowledged=1");
    assertThat(officer.body(back)).contains("已确认 1 件告警", "已确认");
    assertThat(officer.body("/alerts/" + id)).contains("经办 officer");
  }

  @Test
  void anAlertGoesFromTheOfficerToTheEnterpriseAndBackUntilItIsClosed() throws Exception {
    Visit chief = fixture.as("chief");
    Visit plant = fixture.as("plant");
    Visit officer = fixture.as("officer");
    String id = own();
    String page = "/alerts/" + id;

    assertThat(officer.body(page))
        .contains("华能大通热电厂", "小时均值超标", "为什么是这个等级", "限值 35", "还没有答复")
        .doesNotContain("采纳");
    assertThat(chief.submit(page, page + "/assign", "owner", "officer").statusCode())
        .isEqualTo(303);
    assertThat(officer.submit(page, page + "/close", "code", "OTHER", "evidence", " ").body())
        .contains("没有提交：有必填项是空的");
    HttpResponse<String> answered =
        plant.submit(
            page,
            page + "/answer",
            "cause",
            "CONTROL_FACILITY",
            "detail",
            "脱硫塔浆液泵跳闸",
            "action",
            "切换备用泵",
            "from",
            "2026-11-20T03:00",
            "contact",
            "李 13800000000");
    assertThat(answered.headers().firstValue("Location")).contains(page + "?done=answer");
    assertThat(plant.body(page + "?done=answer")).contains("已提交对告警", "脱硫塔浆液泵跳闸");
    assertThat(officer.body(page)).contains("切换备用泵", "11-20 03:00", "采纳", "退回重答", "13800000000");
    assertThat(fixture.as("operations").body(page)).contains("切换备用泵").doesNotContain("13800000000");
    assertThat(
            officer
                .submit(page, page + "/review", "opinion", "ACCEPT", "text", "与曲线相符")
                .statusCode())
        .isEqualTo(303);
    assertThat(
            officer
                .submit(page, page + "/close", "code", "DEVICE_FAULT", "evidence", "检修单 12")
                .statusCode())
        .isEqualTo(303);
    assertThat(officer.body(page)).contains("已办结", "监测设备故障", "检修单 12", "与曲线相符");
    HttpResponse<String> late =
        plant.submit("/design", page + "/answer", "cause", "OTHER", "detail", "x", "action", "y");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("情况已经变了").doesNotContain("Exception");
  }

  @Test
  void anEnterpriseSeesItselfItsWarningsAndWhenItsPermitRunsOut() throws Exception {
    String page = fixture.as("plant").body("/enterprise");
    assertThat(page)
        .contains("华能大通热电厂", "1号机组总排口")
        .contains("余下 48 分钟均值须不高于 31.9")
        .contains("按每日 0.150 t，将于 2026-12-09 用完")
        .doesNotContain("西宁特钢能源有限公司");
    assertThat(fixture.as("plant").get("/outlets/8888863010100000001").statusCode()).isEqualTo(404);
    assertThat(fixture.as("plant").body("/alerts?state=ALL")).doesNotContain("太原第一热电有限公司");
  }

  @Test
  void aMarkIsPublishedTakenBackAndNeverOnAnothersOutlet() throws Exception {
    Visit plant = fixture.as("plant");
    String[] mark = {
      "mn",
      PortalFixture.EXCEEDING,
      "kind",
      "MAINTENANCE",
      "factor",
      "a21026",
      "from",
      "2026-11-20T01:00",
      "to",
      "2026-11-20T03:00",
      "reason",
      "更换采样管"
    };
    assertThat(plant.submit("/enterprise", "/enterprise/marks", mark).statusCode()).isEqualTo(303);
    MarkRecord published = fixture.published().get(fixture.published().size() - 1);
    assertThat(published.mn()).isEqualTo(PortalFixture.EXCEEDING);
    assertThat(published.author()).isEqualTo("plant");
    assertThat(published.from()).isEqualTo(Fleet.at("2026-11-20T01:00:00"));

    mark[1] = "8888863010100000001";
    int before = fixture.published().size();
    assertThat(plant.submit("/enterprise", "/enterprise/marks", mark).statusCode()).isEqualTo(409);
    mark[1] = PortalFixture.EXCEEDING;
    mark[9] = "2026-11-20T00:00";
    HttpResponse<String> wrong = plant.submit("/enterprise", "/enterprise/marks", mark);
    assertThat(wrong.body()).contains("开始时间须早于结束时间", "更换采样管");
    assertThat(fixture.published()).hasSize(before);

    assertThat(
            plant
                .submit(
                    "/enterprise",
                    "/enterprise/marks/withdraw",
                    "mn",
                    PortalFixture.EXCEEDING,
                    "id",
                    published.id(),
                    "reason",
                    "时间填错")
                .statusCode())
        .isEqualTo(303);
    assertThat(fixture.published().get(fixture.published().size() - 1).state())
        .isEqualTo(Mark.State.WITHDRAWN);
  }

  @Test
  void theDesignPageShowsWhatTheStyleSheetHolds() throws Exception {
    assertThat(fixture.as("operations").body("/design"))
        .contains("--press", "#1f5fae", "#7fb2f2", "黄牌", "严重超标报警");
  }

  @Test
  void aSessionThatIsOverSendsAPageThatPollsToTheSignIn() throws Exception {
    HttpResponse<String> answer = fixture.visit().get("/officer", "HX-Request", "true");
    assertThat(answer.headers().firstValue("HX-Redirect")).contains("/sign-in?to=%2Fofficer");
    assertThat(answer.body()).isEmpty();
  }

  private static Map<String, Visit> visitors() {
    return Map.of(
        "o", fixture.as("officer"),
        "s", fixture.as("chief"),
        "l", fixture.as("legal"),
        "h", fixture.as("head"),
        "e", fixture.as("plant"),
        "p", fixture.as("operations"),
        "n", fixture.visit());
  }

  /** The hourly alert of the account {@code plant}. */
  private static String own() throws Exception {
    return first("plant", "/alerts?state=ALL&factor=a21026&subject=HOUR");
  }

  private static String ownCase() throws Exception {
    Matcher found = CASE.matcher(fixture.as("plant").body("/cases"));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String other(String factor) throws Exception {
    return first("officer", "/alerts?factor=" + factor);
  }

  private static String first(String login, String list) throws Exception {
    Matcher alert = ALERT.matcher(fixture.as(login).body(list));
    assertThat(alert.find()).as(list).isTrue();
    return alert.group(1);
  }
}
