package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "OverTime=5;ReCount=3",
        " PolId=w01018",
        "DataTime=20160801084000;w01018-Avg=40.1,w01018-Flag=N;",
        "BeginTime=20160801000000,EndTime=20160801000000",
        "i12001-Info=1;i12003-Info =0",
        "i11001-Info=//清洗;管路//",
        "stray;x=1;;",
      })
  void whatStoodInTheFrameIsWrittenAgainByteForByte(String cp) {
    byte[] frame = Frames.around("QN=" + Frames.QN + ";ST=32;CN=2051;MN=M1;CP=&&" + cp + "&&");
    Parameters parameters = Frames.packet(frame).parameters();

    byte[] again =
        new PacketWriter().qn(Frames.QN).st("32").cn("2051").mn("M1").items(parameters).toFrame();

    assertThat(Frames.text(again)).isEqualTo(Frames.text(frame));
  }

  @Test
  void madeOnesEqualReadOnes() {
    Parameters made = Parameters.of("OverTime", "5", "ReCount", "3");
    Parameters read =
        Frames.packet(Frames.around("CN=1000;MN=M1;CP=&&OverTime=5;ReCount=3&&")).parameters();

    assertThat(made).isEqualTo(read).hasSameHashCodeAs(read);
    assertThat(made).isNotEqualTo(Parameters.of("OverTime", "5", "ReCount", "4"));
    assertThat(Parameters.NONE.items()).isEmpty();
  }

  @Test
  void nameIsFoundWhateverItsCaseAndTheLastOfARepeatedOneStands() {
    Parameters parameters = Parameters.of("Recount", "3", "CTime", "04", "Ctime", "10", "x", "");

    assertThat(parameters.text("ReCount")).contains("3");
    assertThat(parameters.text("CTime")).contains("10");
    assertThat(parameters.texts("CTime")).containsExactly("04", "10");
    assertThat(parameters.text("x")).contains("");
    assertThat(parameters.text("OverTime")).isEmpty();
    assertThat(parameters.has("xx")).isFalse();
  }

  @Test
  void itemsAfterOthersStandBehindASeparator() {
    Parameters more = Parameters.of("QnRtn", "1");

    assertThat(Frames.text(new PacketWriter().item("QN", "1").items(more).toSegment()))
        .isEqualTo("CP=&&QN=1;QnRtn=1&&");
    assertThat(Frames.text(new PacketWriter().item("QN", "1").items(Parameters.NONE).toSegment()))
        .isEqualTo("CP=&&QN=1&&");
  }

  @Test
  void textHoldsNamesAndNoValueThatMayBeSecret() {
    assertThat(Parameters.of("SKCreateTime", "1", "NewSK", "0123456789abcdef"))
        .hasToString("Parameters[SKCreateTime NewSK]");
  }

  @Test
  void nameWithoutValueAndTextBeyondAnyFrameAreRefused() {
    assertThatThrownBy(() -> Parameters.of("PolId")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Parameters.of("x", "1".repeat(10_000)))
        .isInstanceOf(IllegalStateException.class);
  }
}
