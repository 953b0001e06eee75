package io.touchline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alerts.Alerts;
import io.touchline.alerts.Database;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.Topics;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalIT {

  private static final String HOSTILE = "<script>alert(\"1\")</script>'&";
  private static final String HOSTILE_MN = "8888863010000000099";

  private static PortalFixture fixture;
  private static Fleet fleet;
  private static Visit officer;

  @BeforeAll
  static void feedThePortal() {
    fleet = new Fleet(PortalFixture.NOW);
    fixture = PortalFixture.start(hostile(fleet.outlets().get(0)));
    officer = fixture.as("officer");
  }

  private static OutletRecord hostile(OutletRecord o) {
    return new OutletRecord(
        o.schemaVersion(),
        HOSTILE_MN,
        HOSTILE,
        HOSTILE,
        HOSTILE,
        HOSTILE,
        "63",
        HOSTILE,
        o.medium(),
        HOSTILE,
        o.referenceOxygen(),
        null,
        o.judge(),
        null,
        null,
        o.validFrom(),
        null,
        o.limits());
  }

  @AfterAll
  static void stop() throws Exception {
    fixture.close();
  }

  @Test
  void thePageOfDataQualitySaysWhatIsDoubtfulOfWhichOutletInBothLanguages() throws Exception {
    String outlet = fleet.outlets().get(0).mn();

    assertThat(get("/quality?lang=zh").body())
        .contains("有 4 项数据情况需要核查")
        .contains("缺少 37 个上传数据，至 2026-11-20T04:00:00+08:00")
        .contains("采用 31, flag N，另一次为 30, flag N")
        .contains("href=\"/outlets/" + outlet + "\"");
    assertThat(get("/quality?lang=en&kind=CLOCK_OFF").body())
        .contains("4 things about the data need a look")
        .contains("off by 184000 ms")
        .doesNotContain("37 uploads missing");
    assertThat(get("/quality?kind=NONSENSE&page=9&lang=en").body()).contains("Nothing at present.");
  }

  @Test
  void ratesAreSumsOfCountersUpToTheProvinceWithTheMarkOfThePlace() throws Exception {
    String page = get("/rates?lang=zh").body();

    assertThat(page).contains("2026-11 传输有效率").contains("青海省").contains("山西省");
    assertThat(page).contains("合格线 90 %（Qingzheng [2017] 53）").contains("待核实，不据此判定");
    assertThat(page).contains("83.33 %").contains("未达到").contains("西宁特钢能源有限公司");
    assertThat(get("/rates?lang=en&month=2020-01").body())
        .contains("There are no data of that month");
    assertThat(get("/rates?month=nonsense&lang=en").body())
        .contains("2026-11: effective transmission rate");
  }

  @Test
  void thePageOfAnOutletShowsItsMarksAndWhatIsDoubtfulOfIt() throws Exception {
    String page = get("/outlets/" + fleet.outlets().get(0).mn() + "?lang=zh").body();

    assertThat(page).contains("王建国").contains("探头更换，见维护记录第 12 页").contains("停运");
    assertThat(page).contains("标记参与判定").contains("缺少 37 个上传数据").doesNotContain("184000");
  }

  @Test
  void theFirstLineAnswersInChinese() throws Exception {
    String page = get("/watch").body();
    assertThat(page)
        .contains("<html lang=\"zh-CN\">")
        .contains("<h1>现在有 4 个排口超标，1 家企业超许可排放量，3 个排口静默</h1>")
        .contains("1号机组总排口", "华能大通热电厂", "二氧化硫", "DB14/T 1703-2018")
        .contains("青海省", "山西省", "达标", "无效", "上报");
  }

  @Test
  void theFirstLineAnswersInEnglishAndIsRemembered() throws Exception {
    HttpResponse<String> page = get("/watch?lang=en");
    assertThat(page.body())
        .contains("<html lang=\"en\">")
        .contains(
            "<h1>4 outlets exceed now, 1 enterprise is over its permitted mass, 3 are silent</h1>")
        .contains("Qinghai", "Shanxi", "compliant", "href=\"/watch?lang=zh\"");
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("lang=en", "HttpOnly", "SameSite=Lax");
    assertThat(get("/watch", "Cookie", "lang=en").body()).contains("4 outlets exceed now");
  }

  @Test
  void anOpenExceedanceSaysGradeValueMultipleAndLimit() throws Exception {
    String row = rowOf(get("/watch").body(), "/outlets/8888863012100000003\"");
    assertThat(row)
        .contains("grade-orange", "超标报警", "5 小时", "35<span", "mg/m³", "表1")
        .contains("/outlets/8888863012100000003/why?");
  }

  @Test
  void massOverThePermitIsTheEnterprisesAndLeadsToNoOutlet() throws Exception {
    OutletRecord outlet = fleet.outlets().get(3);
    String page = get("/watch").body();
    String row = page.substring(0, page.indexOf("企业排放总量")).replaceFirst("(?s).*<tr>", "");

    assertThat(row).contains(outlet.enterpriseName()).doesNotContain("<a ");
    assertThat(page).contains("日排放量·实测").doesNotContain("/outlets/" + outlet.enterpriseCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/watch",
        "/outlets/8888863012100000003",
        "/nowhere",
        "/health/live",
        "/health/ready"
      })
  void everyAnswerForbidsWhatIsInlineOrFromElsewhere(String path) throws Exception {
    var headers = get(path).headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'")
        .contains("script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/watch", "/outlets/" + HOSTILE_MN, "/outlets/8888863012100000003"})
  void nothingIsInline(String path) throws Exception {
    assertThat(get(path).body())
        .doesNotContain(" style=", "<style", "javascript:", "onclick", "<script>")
        .contains("<script src=\"/assets/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/watch", "/outlets/" + HOSTILE_MN, "/watch?lang=en"})
  void hostileNamesAreOnlyText(String path) throws Exception {
    assertThat(get(path).body()).contains("&lt;script&gt;alert(").doesNotContain("<script>alert");
  }

  @Test
  void aHostileAddressIsOnlyText() throws Exception {
    String page = get("/watch?factor=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&x='\"").body();
    assertThat(page).doesNotContain("<script>alert", "\"><script");
  }

  @Test
  void anOutletShowsItsProfileItsLimitsItsCountsAndWhereNumbersCameFrom() throws Exception {
    String page = get("/outlets/8888863012100000003?factor=a21026&period=HOUR").body();
    assertThat(page)
        .contains("<h1>1号机组总排口</h1>", "现在有 1 项超标", "8888863012100000003")
        .contains("2018-07-30 – 长期", "其中超标 5 小时", "近 72 小时")
        .contains("限值 35 mg/m³（DB14/T 1703-2018）", "数据标记为 C 校准", "较早");
    String older = get("/outlets/8888863012100000003?factor=a21026&period=HOUR&page=2").body();
    assertThat(older).contains("第 2 页", "较新").doesNotContain("较早");
  }

  @Test
  void aNumberNamesItsRuleAndItsFrames() throws Exception {
    Matcher link =
        Pattern.compile("/outlets/8888863012100000003/why[^\"]+").matcher(get("/watch").body());
    assertThat(link.find()).isTrue();
    String page = get(link.group().replace("&amp;", "&")).body();
    assertThat(page)
        .contains("2026-11-20 07:00 二氧化硫为", "高于限值 35")
        .contains("a21026/HOUR/CONVERTED/DB14/T 1703-2018/表1/35/2018-07-30")
        .contains("touchline.packets", "100000")
        .containsPattern("按氧含量复算的折算值.*= [0-9.]+ × \\(21 − 6\\) / \\(21 − [0-9.]+\\)<");
  }

  @Test
  void aBrowserThatHasSeenThisStateGetsOnlyTheTime() throws Exception {
    String page = get("/watch").body();
    Matcher seen = Pattern.compile("\"seen\":\"(\\w+)\"").matcher(page);
    assertThat(seen.find()).isTrue();
    HttpResponse<String> same = get("/watch?seen=" + seen.group(1), "HX-Request", "true");
    assertThat(same.headers().firstValue("HX-Reswap")).contains("none");
    assertThat(same.body()).contains("id=\"as-of\"", "hx-swap-oob").doesNotContain("<main");
    HttpResponse<String> other = get("/watch?seen=before", "HX-Request", "true");
    assertThat(other.headers().firstValue("HX-Reswap")).isEmpty();
    assertThat(other.body()).startsWith("<main").contains("id=\"as-of\"").doesNotContain("<html");
  }

  @Test
  void filesThatPagesNeedAreKeptForEver() throws Exception {
    Matcher assets = Pattern.compile("/assets/[^\"]+").matcher(get("/watch").body());
    int found = 0;
    while (assets.find()) {
      HttpResponse<String> asset = get(assets.group());
      assertThat(asset.statusCode()).as(assets.group()).isEqualTo(200);
      assertThat(asset.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
      found++;
    }
    assertThat(found).isGreaterThanOrEqualTo(3);
    assertThat(get("/assets/0000000000000000/touchline.css").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/outlets/unknown",
        "/outlets/8888863012100000003/why?factor=a21026&period=HOUR&start=yesterday",
        "/outlets/8888863012100000003/why",
        "/assets/../../etc/passwd"
      })
  void whatDoesNotExistSaysSoAndWhatToDo(String path) throws Exception {
    HttpResponse<String> page = get(path);
    assertThat(page.statusCode()).isIn(404, 400);
    assertThat(page.body()).doesNotContain("io.touchline", "Exception");
    if (page.statusCode() == 404) {
      assertThat(page.body()).contains("没有这个页面", "编号 ", "回到首页");
    }
  }

  @Test
  void aPortalWithoutOutletsSaysWhatItWillShowAndTheNextStep() throws Exception {
    Topics topics = new Topics("empty.");
    fixture.broker().create(topics.all());
    try (Database empty = Database.open(fixture.postgres().newDatabase(), "postgres", "postgres");
        Alerts quiet = Alerts.start(empty, fixture.broker().client(), topics, fixture.clock());
        Portal other =
            Portal.start(
                PortalSettings.onLoopback(0),
                empty,
                quiet,
                mark -> {},
                fixture.broker().client(),
                topics,
                fixture.clock())) {
      Visit visit = new Visit(other.port());
      assertThat(visit.body("/")).contains("新装的平台", "touchline registry import", "alerts.setup");
      assertThat(visit.body("/?lang=en")).contains("A new installation: what to do next");
      assertThat(visit.body("/public?lang=en")).contains("No outlets yet", "no results to publish");
      assertThat(quiet.ledger().counts()).containsEntry(State.OPEN, 0L);
    }
  }

  @Test
  void aPageThatCannotBeReadFromTheDatabaseSaysThatNothingIsLost() throws Exception {
    Topics topics = new Topics("broken.");
    fixture.broker().create(topics.all());
    try (Database gone = Database.open(fixture.postgres().newDatabase(), "postgres", "postgres");
        Alerts quiet = Alerts.start(gone, fixture.broker().client(), topics, fixture.clock());
        Portal other =
            Portal.start(
                PortalSettings.onLoopback(0),
                gone,
                quiet,
                mark -> {},
                fixture.broker().client(),
                topics,
                fixture.clock())) {
      gone.jdbi().useHandle(handle -> handle.execute("drop schema portal cascade"));
      HttpResponse<String> page = new Visit(other.port()).get("/");
      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(page.body())
          .contains("页面暂时无法显示", "没有丢失数据", "编号 ")
          .doesNotContain("Exception", "io.touchline", "at java");
      assertThat(new Visit(other.port()).get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void readinessSaysHowFreshThePagesAre() throws Exception {
    HttpResponse<String> ready = get("/health/ready");
    assertThat(ready.body()).contains("\"lag\":0", "\"parked\":0", "\"asOf\":\"2026-11-20T08:");
    assertThat(ready.statusCode()).isEqualTo(200);
  }

  private static String rowOf(String page, String part) {
    int at = page.indexOf(part);
    return page.substring(page.lastIndexOf("<tr", at), page.indexOf("</tr>", at));
  }

  private static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return officer.get(path, headers);
  }
}
