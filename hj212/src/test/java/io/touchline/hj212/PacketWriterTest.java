package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PacketWriterTest {

  @Test
  void exampleOfAppendixAIsWrittenByteForByte() {
    byte[] frame =
        new PacketWriter()
            .qn("20160801085857223")
            .st("32")
            .cn("1062")
            .pw("100000")
            .mn("010000A8900016F000169DC0")
            .flag(5)
            .item("RtdInterval", "30")
            .toFrame();

    assertThat(Frames.text(frame))
        .isEqualTo(
            "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;"
                + "Flag=5;CP=&&RtdInterval=30&&1C80\r\n");
  }

  @Test
  void fieldsNotSetAreLeftOutAndTheOthersStandInTheOrderOfTheStandard() {
    byte[] segment =
        new PacketWriter()
            .resent()
            .part(1, 2)
            .flag(10)
            .mn("M1")
            .cn("2051")
            .factor("a21026", "Avg", "12.3", "Flag", "N")
            .item("x", "1")
            .toSegment();

    assertThat(Frames.text(segment))
        .isEqualTo(
            "CN=2051;MN=M1;Flag=10;PNUM=2;PNO=1;RF=1;"
                + "CP=&&a21026-Avg=12.3,a21026-Flag=N;x=1&&");
  }

  @Test
  void lengthCountsBytesAndNotCharacters() {
    byte[] frame = new PacketWriter().cn("3020").mn("M1").item("i11001-Info", "//开机//").toFrame();

    assertThat(Frames.text(frame)).startsWith("##0043");
    assertThat(Frames.packet(frame).items()).extracting(Item::value).containsExactly("//开机//");
  }

  @Test
  void segmentThatNoLengthFieldCanSayIsRefused() {
    PacketWriter writer = new PacketWriter().cn("2011").item("x", "1".repeat(10_000));

    assertThatThrownBy(writer::toFrame).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void oddNumberOfFactorTextsIsRefused() {
    assertThatThrownBy(() -> new PacketWriter().factor("a21026", "Avg"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
