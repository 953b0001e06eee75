package io.touchline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RegionsIT {

  private static final String PLANT = "/enterprises/916301210000000002X";

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
  void aRegionSaysInItsFirstLineHowItStandsWithItsTargets() throws Exception {
    Visit officer = fixture.as("officer");

    assertThat(officer.body("/regions/630000"))
        .contains("<h1>青海省有 3 项总量目标，1 项落后，1 项无数据</h1>")
        .contains("不是地区总排放量", "412.000", "9 个排口之和，不是全区总量")
        .contains("2030 年不超过 880 t", "青政办〔2026〕12号 附表1", "监测占 46 %", "71 %")
        .contains("落后", "无数据", "今年只有 12 天有数据，不足以评价", "level-no-data");
    assertThat(officer.body("/regions/630000?lang=en"))
        .contains("<h1>青海省 has 3 targets: 1 is behind, 1 has no data</h1>")
        .contains("a sum of 9 outlets, not the region's total");
  }

  @Test
  void energyIsInGigawattHoursAndMassInTonnes() throws Exception {
    assertThat(fixture.as("officer").body("/regions/630000"))
        .containsPattern("31\\.000</b><span class=\"unit\"> GWh")
        .containsPattern("412\\.000</b><span class=\"unit\"> t");
  }

  @Test
  void whoIsResponsibleForAllBeginsWithTheProvincesTogether() throws Exception {
    assertThat(fixture.as("operations").body("/regions"))
        .contains("全部地区", "青海省", "山西省", "1145.000", "href=\"/regions/630000\"");
  }

  @Test
  void theWayDownLeadsFromTheProvinceToTheOutlet() throws Exception {
    Visit officer = fixture.as("officer");

    assertThat(officer.body("/regions/630000"))
        .contains("href=\"/regions/630100\"", "href=\"/regions/630200\"", "D4411 火力发电", "C30")
        .doesNotContain("href=\"/regions/630121\"");
    assertThat(officer.body("/regions/630100")).contains("西宁市", "严重落后", "href=\"/regions/630121\"");
    assertThat(officer.body("/regions/630121"))
        .contains("大通回族土族自治县", "华能大通热电厂", "href=\"" + PLANT + "\"");
    assertThat(officer.body(PLANT)).contains("href=\"/outlets/" + PortalFixture.EXCEEDING + "\"");
    assertThat(officer.body("/outlets/" + PortalFixture.EXCEEDING))
        .contains("href=\"" + PLANT + "\"");
  }

  @Test
  void anOfficerOfOneRegionBeginsThereAndSeesNoOther() throws Exception {
    Visit qinghai = fixture.as("qinghai");

    assertThat(qinghai.body("/regions")).contains("青海省有 3 项总量目标").doesNotContain("山西");
    assertThat(qinghai.get("/regions/140000").statusCode()).isEqualTo(404);
    assertThat(fixture.as("shanxi").get("/regions/630121").statusCode()).isEqualTo(404);
    assertThat(fixture.as("shanxi").get(PLANT).statusCode()).isEqualTo(404);
    assertThat(qinghai.get("/regions/999999").statusCode()).isEqualTo(404);
  }

  @Test
  void aYearWithoutSumsSaysSo() throws Exception {
    assertThat(fixture.as("officer").body("/regions/630200?year=2020"))
        .contains("2020 年没有排放量", "数采仪的小时数据算出排放量后");
  }

  @Test
  void anEnterpriseIsShownWithItsBudgetItsOutletsAndItsAlerts() throws Exception {
    assertThat(fixture.as("officer").body(PLANT))
        .contains("华能大通热电厂：1 个时段超标", "1 项许可量将用完或已用完")
        .contains("按每日 0.150 t，将于 2026-12-09 用完", "44.700 t", "1号机组总排口")
        .contains("class=\"fan\"", "2026-10-31", "小时均值超标")
        .doesNotContain("西宁特钢能源有限公司");
  }

  @Test
  void anEnterpriseSeesItsOwnPageAndNoOthers() throws Exception {
    assertThat(fixture.as("plant").body(PLANT)).contains("华能大通热电厂");
    assertThat(fixture.as("rival").get(PLANT).statusCode()).isEqualTo(404);
  }

  @Test
  void whatRunsIsProvisionalAndOverOnceItsMeanStands() throws Exception {
    String page = fixture.as("officer").body("/outlets/" + PortalFixture.EXCEEDING);
    int from = page.indexOf("id=\"running\"");
    String running = page.substring(from, page.indexOf("</section>", from));

    assertThat(running)
        .contains("暂定", "9 个分钟值有效（应到 10，已到 10）", "47.2", "不参与判定")
        .doesNotContain("超标", "达标");
    assertThat(fixture.as("officer").body("/outlets/8888863010000000001"))
        .doesNotContain("id=\"running\"");
  }
}
