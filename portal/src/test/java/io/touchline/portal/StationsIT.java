package io.touchline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StationsIT {

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
  void theFirstLineSaysHowManyAreInOrderOutOfContactAndRefused() throws Exception {
    Visit operations = fixture.as("operations");

    assertThat(operations.body("/stations"))
        .contains("<h1>共 24 个站点：20 个正常，1 个失联，1 个被拒收</h1>")
        .contains("时钟偏差 1 个，有缺口 1 个，未登记 1 个", "隔离区 3 件");
    assertThat(operations.body("/stations?lang=en"))
        .contains("<h1>24 stations: 20 in order, 1 out of contact, 1 refused</h1>");
  }

  @Test
  void eachStationSaysWhy() throws Exception {
    Visit operations = fixture.as("operations");

    assertThat(operations.body("/stations?state=REFUSED"))
        .contains("临汾第二污水处理厂", "一日内拒收 1 件，最近一件 11-20 08:02：CRC 校验错误")
        .doesNotContain("华能大通热电厂");
    assertThat(operations.body("/stations?state=LATE")).contains("缺少 37 个上传数据");
    assertThat(operations.body("/stations?state=SKEWED")).contains("184000");
    assertThat(operations.body("/stations?state=NEVER")).contains("已断开，自 11-20 01:12");
    assertThat(operations.body("/stations?state=ONLINE"))
        .contains("已连接，自 11-20 01:12", "接受 1,240 件，拒收 0 件", "低于待核实的 90 %");
  }

  @Test
  void whoSendsWithoutBeingRegisteredIsListedForWhoSeesAll() throws Exception {
    assertThat(fixture.as("operations").body("/stations"))
        .contains(FleetStations.STRANGER, "HJ 212-2017 · ST 31 · CN 2011 2051", "二氧化硫");
    assertThat(fixture.as("shanxi").body("/stations"))
        .contains("太原市")
        .doesNotContain(FleetStations.STRANGER, "青海");
  }

  @Test
  void quarantineShowsTheLatestFirstWithoutPasswordsAndWithoutMarkup() throws Exception {
    String page = fixture.as("operations").body("/quarantine");

    assertThat(page)
        .contains("隔离区有最近 3 件未接受的数据", "没有包头和长度", "设备唯一标识未登记")
        .contains("GET /&lt;script&gt; HTTP/1.0\\x0D\\x0A\\x00", "PW=••••••")
        .doesNotContain("123456", "/<script>");
    assertThat(page.indexOf("GET /")).isLessThan(page.indexOf("PW="));
    assertThat(fixture.as("operations").body("/quarantine?reason=bad-crc"))
        .contains("CRC 校验错误")
        .doesNotContain("GET /");
  }

  @Test
  void aPieceIsTakenApartFieldByFieldWithItsDiagnosis() throws Exception {
    assertThat(fixture.as("operations").body("/quarantine/0/0"))
        .contains("未接受：CRC 校验错误", "数据包不符合标准", "check code ABCD, computed")
        .contains("命令编码", "<code>2011</code>", "二氧化硫 · 实时值", "<code>21.3</code>")
        .contains("访问密码（不显示）")
        .doesNotContain("123456");
    assertThat(fixture.as("operations").body("/quarantine/0/2?lang=en"))
        .contains("Bytes that begin no frame", "no frame head ## with a length");
    assertThat(fixture.as("operations").get("/quarantine/0/99").statusCode()).isEqualTo(404);
    assertThat(fixture.as("operations").get("/quarantine/x/y").statusCode()).isEqualTo(404);
  }

  @Test
  void anOfficerOfOneRegionSeesOnlyWhatBearsAnMnOfTheirs() throws Exception {
    assertThat(fixture.as("shanxi").body("/quarantine"))
        .contains("CRC 校验错误")
        .doesNotContain(FleetStations.STRANGER, "GET /");
    assertThat(fixture.as("qinghai").body("/quarantine")).contains("隔离区没有数据");
    assertThat(fixture.as("qinghai").get("/quarantine/0/0").statusCode()).isEqualTo(404);
    assertThat(fixture.as("shanxi").get("/quarantine/0/1").statusCode()).isEqualTo(404);
  }
}
