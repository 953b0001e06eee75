package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read can be written again. The seed is printed: set it here to run a failure again. */
class RoundTripTest {

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void frameWrittenFromWhatWasReadOfItIsTheSameByteForByte() {
    for (int i = 0; i < 5000; i++) {
      byte[] frame = upload().toFrame();
      Packet packet = Frames.packet(frame);

      assertThat(Frames.text(rewritten(packet).toFrame()))
          .as("seed %s", seed)
          .isEqualTo(Frames.text(frame));
      assertThat(packet.toFrame()).isEqualTo(frame);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QN=20160801085857223;ST=32;CN=1011;PW=123456;MN=M1;Flag=4;CP=&& PolId=w01018;x =1 &&",
        "QN=20160801085857223,ST=32;CN=2041;PW=123456;MN=M1;Flag=5CP=&&SB1-RT=1.1;;&&",
        "ST=32;QN=20160801085857223;CN=9012;PNO=0002;PNUM=0002;MN=M1;CP=&&&&ExeRtn=1&&",
        "CN=3020;MN=M1;odd;CP=&&i11001-Info=//a;b,##0012//;odd,&&",
      })
  void segmentIsKeptByteForByteHoweverOddItIs(String segment) {
    byte[] frame = Frames.around(segment);

    assertThat(Frames.packet(frame).toFrame()).isEqualTo(frame);
  }

  @ParameterizedTest
  @EnumSource(
      value = Diagnosis.class,
      names = {
        "LOWER_CASE_CRC", "CRC_IS_MODBUS", "CRC_IS_MODBUS_SWAPPED", "CRC_BYTES_SWAPPED", "NO_CRLF",
        "LF_ONLY", "LENGTH_COUNTS_CRC", "LENGTH_NOT_FOUR_DIGITS", "ENCIPHERED",
            "ENCIPHERED_IN_PRINT"
      })
  void frameOfADialectComesOutAsTheStandardHasIt(Diagnosis departure) {
    Specimens.Specimen specimen = Specimens.of(departure);
    Dialect dialect =
        Dialect.fitting(specimen.frame())
            .orElse(Dialects.withKeys(specimen.keys().toArray(Sm4Key[]::new)));

    byte[] mended = Dialects.accepted(specimen.frame(), dialect).packet().toFrame();

    assertThat(new FrameDecoder().decode(mended).diagnoses()).isEmpty();
    assertThat(Frames.packet(mended).factors()).containsOnlyKeys("a21026");
  }

  private PacketWriter upload() {
    PacketWriter writer = Frames.header(List.of("2011", "2051", "2061").get(random.nextInt(3)), 9);
    if (random.nextBoolean()) {
      writer.flag(11).part(1 + random.nextInt(3), 3);
    }
    if (random.nextBoolean()) {
      writer.resent();
    }
    writer.item("DataTime", "20260101080000");
    for (int n = random.nextInt(15); n > 0; n--) {
      String value = Integer.toString(random.nextInt(1000)) + "." + random.nextInt(100);
      writer.factor("a" + (10_000 + random.nextInt(90_000)), "Avg", value, "Flag", "N");
    }
    return writer;
  }

  /** A writer filled from the fields and items alone. */
  private static PacketWriter rewritten(Packet packet) {
    PacketWriter writer =
        new PacketWriter()
            .qn(packet.qn())
            .st(packet.st())
            .cn(packet.cn())
            .pw(packet.pw())
            .mn(packet.mn())
            .flag(packet.flag())
            .part(packet.part(), packet.parts());
    if (packet.resent()) {
      writer.resent();
    }
    for (Item item : packet.items()) {
      if (item.suffix().equals("Flag")) {
        writer.and(item.key(), item.value());
      } else {
        writer.item(item.key(), item.value());
      }
    }
    return writer;
  }
}
