package io.touchline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CasesIT {

  private static final Pattern CASE = Pattern.compile("href=\"(/cases/[^\"?]+)\"");
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
  private static final String LIST = "/lists/630100/2026Q4";

  private static PortalFixture fixture;

  @BeforeAll
  static void start() {
    fixture = PortalFixture.start();
  }

  @AfterAll
  static void stop() throws Exception {
    fixture.close();
  }

  @Test
  void theListSaysInWordsWhatIsOpenAndOverdueAndDrawsTheCard() throws Exception {
    String page = fixture.as("chief").body("/cases");
    assertThat(page)
        .contains("未结案件 ", "已逾期 1 件", "华能大通热电厂", "enforcement is-yellow", "黄牌（限制生产）")
        .doesNotContain("style=");
  }

  @Test
  void filtersStayInTheAddressAndNarrowTheList() throws Exception {
    Visit officer = fixture.as("officer");
    assertThat(officer.body("/cases?card=YELLOW")).contains("华能大通热电厂").doesNotContain("长治潞安");
    assertThat(officer.body("/cases?region=63")).contains("华能大通热电厂").doesNotContain("长治潞安");
    assertThat(officer.body("/cases?dueBefore=2026-11-01"))
        .contains("华能大通热电厂", "value=\"2026-11-01\"")
        .doesNotContain("长治潞安");
    assertThat(officer.body("/cases?open=false&lang=en")).contains("There are no such cases");
    assertThat(officer.body("/cases?state=nonsense&after=nonsense&region=x")).contains("华能大通热电厂");
  }

  @Test
  void aCaseShowsItsPathDutiesGroundsAndChainedEvents() throws Exception {
    Visit officer = fixture.as("officer");
    String address = caseOf(officer, "card=YELLOW&region=63");
    String page = officer.body(address);
    String id = address.substring("/cases/".length());
    assertThat(page)
        .contains("aria-current=\"step\"", "tick is-overdue", "逾期未完成")
        .contains("整改方案备案并公开", "超过污染物排放标准", "/outlets/" + PortalFixture.EXCEEDING)
        .contains("/why?factor=a21026&amp;period=DAY&amp;start=")
        .contains("青环限〔2026〕1号", "送达回证", "officer · 执法人员")
        .contains("touchline verify " + id, "touchline dossier " + id)
        .doesNotContain("style=");
  }

  @Test
  void eachLookAtACaseIsInTheAccessLog() throws Exception {
    String address = caseOf(fixture.as("legal"), "card=YELLOW&region=63");
    String id = address.substring("/cases/".length());
    long before = looks(id, "legal");
    fixture.as("legal").get(address);
    assertThat(looks(id, "legal")).isEqualTo(before + 1);
  }

  @Test
  void whatIsAnothersIsNotThere() throws Exception {
    String address = caseOf(fixture.as("officer"), "card=YELLOW&region=63");
    assertThat(fixture.as("shanxi").get(address).statusCode()).isEqualTo(404);
    assertThat(fixture.as("rival").get(address).statusCode()).isEqualTo(404);
    assertThat(fixture.as("shanxi").get(LIST).statusCode()).isEqualTo(404);
    assertThat(take(fixture.as("shanxi"), caseOf(fixture.as("shanxi"), ""), address).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aCaseGoesFromTheOfficerToTheHeadWithoutAnyStepSkipped() throws Exception {
    Visit officer = fixture.as("officer");
    String address = caseOf(officer, "region=1405");
    assertThat(officer.body(address))
        .contains("核实立案", "案件进入“拟黄牌”", "依据 ")
        .doesNotContain("<summary>摘牌");

    HttpResponse<String> incomplete =
        take(officer, address, address, "what", "CONFIRMED", "filing", "晋环立 1 号");
    assertThat(incomplete.statusCode()).isEqualTo(422);
    assertThat(incomplete.body())
        .contains("没有登记：内容不全", "value=\"晋环立 1 号\"", "a confirmed violation needs");

    String[] confirmed = {
      "what",
      "CONFIRMED",
      "filing",
      "晋环立 1 号",
      "filedOn",
      "2026-11-20",
      "evidence",
      "INTERVIEW",
      "evidence",
      "MONITORING_REPORT"
    };
    assertThat(take(officer, address, address, confirmed).headers().firstValue("Location"))
        .contains(address + "?done=CONFIRMED");
    assertThat(officer.body(address + "?done=CONFIRMED"))
        .contains("已登记“核实立案”", "拟黄牌", "拟办意见", "不是决定");

    String[] supervised = {
      "what", "RECORDED", "milestone", "SUPERVISED", "on", "2026-11-20", "document", "晋环督 1 号"
    };
    HttpResponse<String> stale =
        officer.submit(
            address, address + "/steps", with(supervised, "version", "2").toArray(String[]::new));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("别人刚刚登记了新内容");

    HttpResponse<String> departs =
        take(fixture.as("head"), address, address, decision("EXEMPT", "spared", "已主动减产"));
    assertThat(departs.statusCode()).isEqualTo(422);
    assertThat(departs.body()).contains("决定与拟办意见不同，须写明理由", "已主动减产");
    assertThat(
            take(fixture.as("head"), address, address, decision("LIMIT", "months", "2"))
                .statusCode())
        .isEqualTo(303);
    assertThat(officer.body(address)).contains("enforcement is-yellow", "限制生产", "晋环限 1 号");
  }

  @Test
  void anEnterpriseFilesItsPlanAndIsOfferedNothingThatIsNotItsOwn() throws Exception {
    Visit plant = fixture.as("plant");
    assertThat(plant.body("/enterprise")).contains("本企业案件", "黄牌（限制生产）", "整改方案备案并公开");
    String address = caseOf(plant, "");
    assertThat(plant.body(address))
        .contains("<summary>整改方案备案", "<summary>完成整改备案")
        .doesNotContain("<summary>报请停业关闭", "<summary>附加标识");
    HttpResponse<String> filed =
        take(
            plant,
            address,
            address,
            "what",
            "PLAN_FILED",
            "on",
            "2026-11-20",
            "parts",
            "MEASURES",
            "parts",
            "SCHEDULE",
            "parts",
            "FUNDS",
            "parts",
            "RESPONSIBLE_PERSONS",
            "link",
            "https://example.org/plan");
    assertThat(filed.statusCode()).isEqualTo(303);
    assertThat(plant.body(address)).contains("plant · 企业", "完成日\">2026-11-20");
    HttpResponse<String> notTheirs =
        take(plant, address, address, "what", "FLAG_SET", "flag", "DAILY_PENALTY");
    assertThat(notTheirs.statusCode()).isEqualTo(403);
    assertThat(notTheirs.body()).contains("这一步不由您或该签字人办理");
    assertThat(take(plant, address, address, "what", "RECORDED").statusCode()).isEqualTo(422);
  }

  @Test
  void aListIsDraftedReviewedAndPublishedByTwoAndThenStandsOpenToAll() throws Exception {
    Visit officer = fixture.as("officer");
    Visit head = fixture.as("head");
    String open = "/public" + LIST;
    assertThat(fixture.visit().get(open).statusCode()).isEqualTo(404);
    assertThat(officer.body("/lists")).contains("西宁市");
    assertThat(
            officer.get("/lists?prefecture=630100&period=2026Q4").headers().firstValue("Location"))
        .contains(LIST);
    assertThat(officer.body(LIST)).contains("还没有起草");
    assertThat(officer.submit(LIST, LIST + "/review").body()).contains("没有复核：最新版本不是草稿");
    assertThat(officer.submit(LIST, LIST + "/draft").statusCode()).isEqualTo(303);
    assertThat(officer.body(LIST)).contains("草稿：红牌 0 家，黄牌 1 家", "华能大通热电厂", "未变");
    assertThat(fixture.as("chief").submit(LIST, LIST + "/review").statusCode()).isEqualTo(303);
    String[] signed = {"person", "张局长", "document", "西环名 4 号", "on", "2026-11-20"};
    HttpResponse<String> own = fixture.as("chief").submit(LIST, LIST + "/publish", signed);
    assertThat(own.statusCode()).isEqualTo(409);
    assertThat(own.body()).contains("复核人不能发布也不能签字", "chief reviewed it");
    assertThat(head.submit(LIST, LIST + "/publish", "person", "张局长").statusCode()).isEqualTo(422);
    assertThat(head.submit(LIST, LIST + "/publish", signed).statusCode()).isEqualTo(303);
    assertThat(head.body(LIST)).contains("已发布：红牌 0 家，黄牌 1 家", "张局长 签发");

    HttpResponse<String> published = fixture.visit().get(open);
    assertThat(published.body())
        .contains("华能大通热电厂", "西环名 4 号", "enforcement is-yellow")
        .doesNotContain("张局长", "chief");
    assertThat(published.headers().firstValue("Cache-Control")).contains("public, max-age=60");
    assertThat(published.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(fixture.visit().body("/public/lists?lang=en")).contains("1 list is published", open);
    for (String format : List.of("csv", "json", "xlsx", "pdf")) {
      HttpResponse<String> file = fixture.visit().get(open + "/file/" + format);
      assertThat(file.statusCode()).as(format).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
          .contains("cards-630100-2026Q4-v1." + format);
      assertThat(officer.get(LIST + "/file/" + format).statusCode()).isEqualTo(200);
    }
    assertThat(fixture.visit().get(open + "/file/exe").statusCode()).isEqualTo(404);
    assertThat(officer.submit(LIST, LIST + "/draft", "note", "更正").body())
        .contains("没有起草：已发布的版本内容相同");
  }

  @Test
  void theWorkbenchLeadsToCasesWithTerms() throws Exception {
    assertThat(fixture.as("officer").body("/officer")).contains("href=\"/cases\"", "1 件逾期");
  }

  private static String[] decision(String measure, String name, String value) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "what",
                "YELLOW_DECIDED",
                "measure",
                measure,
                name,
                value,
                "number",
                "晋环限 1 号",
                "approval",
                "晋环批 1 号",
                "toldOn",
                "2026-11-19",
                "lawRows",
                "L1@2026-08-15",
                "signature.signatory",
                "HEAD",
                "signature.person",
                "王局长",
                "signature.document",
                "晋环限 1 号",
                "signature.on",
                "2026-11-20"));
    for (io.touchline.domain.cases.Decision.DocumentPart part :
        io.touchline.domain.cases.Decision.DocumentPart.values()) {
      fields.addAll(List.of("parts", part.name()));
    }
    return fields.toArray(String[]::new);
  }

  private static List<String> with(String[] fields, String... more) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of(more));
    return all;
  }

  /** Sends a step with the version that a page shows. */
  private static HttpResponse<String> take(
      Visit visit, String page, String address, String... fields) throws Exception {
    Matcher version = VERSION.matcher(visit.body(page));
    assertThat(version.find()).isTrue();
    List<String> all = with(fields, "version", version.group(1));
    if (fields.length == 0) {
      all.addAll(List.of("what", "FLAG_SET", "flag", "DAILY_PENALTY"));
    }
    return visit.submit(page, address + "/steps", all.toArray(String[]::new));
  }

  private static String caseOf(Visit visit, String filter) throws Exception {
    Matcher found = CASE.matcher(visit.body("/cases?" + filter));
    assertThat(found.find()).as(filter).isTrue();
    return found.group(1);
  }

  private static long looks(String id, String login) {
    return fixture
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from alerts.access_log"
                            + " where subject = :id and login = :login and action = 'READ'")
                    .bind("id", id)
                    .bind("login", login)
                    .mapTo(Long.class)
                    .one());
  }
}
