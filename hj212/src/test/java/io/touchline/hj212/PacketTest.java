package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketTest {

  @Test
  void headerFieldsAreFoundByName() {
    byte[] frame = Frames.hourUpload().part(2, 3).toFrame();
    Packet packet = Frames.packet(frame);

    assertThat(packet.bytes()).isSameAs(frame);
    assertThat(packet.qn()).isEqualTo(Frames.QN);
    assertThat(packet.qnTime()).contains(LocalDateTime.of(2026, 1, 1, 9, 0, 2, 123_000_000));
    assertThat(packet.st()).isEqualTo("31");
    assertThat(packet.cn()).isEqualTo("2061");
    assertThat(packet.pw()).isEqualTo("123456");
    assertThat(packet.mn()).isEqualTo(Frames.MN);
    assertThat(packet.flag()).isEqualTo(5);
    assertThat(packet.wantsAnswer()).isTrue();
    assertThat(packet.part()).isEqualTo(2);
    assertThat(packet.parts()).isEqualTo(3);
    assertThat(packet.resent()).isFalse();
    assertThat(packet.dataTime()).contains(LocalDateTime.of(2026, 1, 1, 8, 0));
  }

  @Test
  void absentFieldsAreEmptyAndNeverNull() {
    Packet packet = read("CN=2011;MN=M1;CP=&&&&");

    assertThat(List.of(packet.qn(), packet.st(), packet.pw())).containsOnly("");
    assertThat(packet.flag()).isEqualTo(-1);
    assertThat(packet.wantsAnswer()).isFalse();
    assertThat(packet.part() + packet.parts()).isZero();
    assertThat(packet.dataTime()).isEmpty();
    assertThat(packet.qnTime()).isEmpty();
    assertThat(packet.items()).isEmpty();
    assertThat(packet.factors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 31, V2005, false",
    "Flag=0;, 31, V2005, false",
    "Flag=3;, 31, V2005, false",
    "Flag=4;, 31, V2017, false",
    "Flag=7;, 31, V2017, false",
    "Flag=8;, 31, V2025, false",
    "Flag=9;, 31, V2025, false",
    "Flag=8;, 21, V2017, true",
    "Flag=300;, 31, V2005, false",
  })
  void editionFollowsTheVersionBitsExceptForSurfaceWater(
      String flag, String st, Edition edition, boolean surfaceWater) {
    Packet packet = read("ST=" + st + ";CN=2011;MN=M1;" + flag + "CP=&&&&");

    assertThat(packet.edition()).isEqualTo(edition);
    assertThat(packet.surfaceWater()).isEqualTo(surfaceWater);
  }

  @Test
  void itemsKeepTheirOrderAndTheirText() {
    assertThat(cp("DataTime=20260101080000;a21026-Rtd=12.30,a21026-Flag=N;SB1-RS=1").items())
        .containsExactly(
            new Item("DataTime", "", "", "20260101080000"),
            new Item("a21026-Rtd", "a21026", "Rtd", "12.30"),
            new Item("a21026-Flag", "a21026", "Flag", "N"),
            new Item("SB1-RS", "SB1", "RS", "1"));
  }

  @ParameterizedTest
  @CsvSource({
    "a21026-Avg, a21026, Avg",
    "a21026-avg, a21026, Avg",
    "a21026-ZSAVG, a21026, ZsAvg",
    "a21026-flag, a21026, Flag",
    "a21026-Ori, a21026, Ori",
    "a-b-Rtd, a-b, Rtd",
    "100000-Pa_ave, 100000, Pa_ave",
    "DataTime, '', ''",
    "-Rtd, '', ''",
    "a21026-, '', ''",
  })
  void nameIsSplitAtItsLastDashThatHasTwoSides(String key, String factor, String suffix) {
    assertThat(cp(key + "=-1.5").items()).containsExactly(new Item(key, factor, suffix, "-1.5"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a-Rtd=1;;b-Rtd=2 | 1 2
          a-Rtd=1;b-Rtd=2; | 1 2
          ' a-Rtd = 1 ; b-Rtd=2 ' | 1 2
          &&a-Rtd=1;b-Rtd=2 | 1 2
          a-Rtd=;b-Rtd=-- | ' --'
          a-Info=//x;y=1,z//;b-Rtd=2 | //x;y=1,z// 2
          a-Info=//x;b-Rtd=2 | //x 2
          CTime=04,10,14;b-Rtd=2 | 04,10,14 2
          a-Rtd=1=2;b-Rtd=3 | 1=2 3
          """)
  void oddPunctuationLosesNoValue(String text, String values) {
    assertThat(String.join(" ", cp(text).items().stream().map(Item::value).toList()))
        .isEqualTo(values);
  }

  @Test
  void factorsGroupBySuffixAndTheLastOfARepeatedValueStands() {
    Map<String, Map<String, String>> factors =
        cp("DataTime=1;b-Flag=N,b-Rtd=1;a-Rtd=2;b-ZsRtd=3;b-Rtd=4").factors();

    assertThat(factors.keySet()).containsExactly("b", "a");
    assertThat(factors.get("b"))
        .containsExactly(Map.entry("Flag", "N"), Map.entry("Rtd", "4"), Map.entry("ZsRtd", "3"));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "GBK"})
  void chineseTextIsReadInEitherEncoding(String charset) {
    String segment = "CN=3020;MN=M1;CP=&&i11001-Info=//量程校准//&&";

    assertThat(
            Frames.packet(PacketWriter.frame(segment.getBytes(Charset.forName(charset)))).items())
        .extracting(Item::value)
        .containsExactly("//量程校准//");
  }

  @Test
  void misprintedHeaderOfTheStandardIsStillRead() {
    Packet packet = read("QN=" + Frames.QN + ",ST=32; CN=2041;MN=M1;Flag=5CP=&&SB1-RT=1.1&&");

    assertThat(packet.qn()).isEqualTo(Frames.QN);
    assertThat(packet.st()).isEqualTo("32");
    assertThat(packet.cn()).isEqualTo("2041");
    assertThat(packet.flag()).isEqualTo(5);
    assertThat(packet.factors()).containsOnlyKeys("SB1");
  }

  @Test
  void qnInsideCpIsTheExchangeOfA2005Answer() {
    Packet packet = read("ST=32;CN=1061;MN=M1;CP=&&QN=" + Frames.QN + ";RtdInterval=30&&");

    assertThat(packet.qn()).isEmpty();
    assertThat(packet.exchangeQn()).isEqualTo(Frames.QN);
    assertThat(packet.value("RtdInterval")).isEqualTo("30");
  }

  @Test
  void dataTimeOfSeventeenDigitsGivesItsSecond() {
    assertThat(cp("DataTime=20260101080000999").dataTime())
        .contains(LocalDateTime.of(2026, 1, 1, 8, 0));
  }

  @Test
  void moreItemsThanTheIndexWasSizedForAreAllKept() {
    String many = "a=1;".repeat(2000);

    assertThat(cp(many).items()).hasSize(2000);
  }

  private static Packet cp(String items) {
    return read("CN=2011;MN=M1;CP=&&" + items + "&&");
  }

  private static Packet read(String segment) {
    return Frames.packet(Frames.around(segment));
  }
}
