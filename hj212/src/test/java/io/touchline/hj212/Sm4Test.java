package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Sm4Test {

  private static final Sm4Key ZEROS = Sm4Key.parse("0000000000000000");

  /** HJ 212-2025 A.2, example 4: what stands between the braces. */
  private static final String EXAMPLE =
      "E43E159ACFAB242CB53155FB8B9281A1A242577ABFAED881BE88B72D69FC55ED1A80119FAAC8B3CD"
          + "33D285CC76F57F2CA7F88B9573C6647E0F07E24609BD6B63EB20C5B9784F28E71D2F4994FF61D9E1"
          + "3B391A1D2A454B65388D5D9435DBF021528C7BF9755EF16518710C0CAC0ADEF9C5156CD0A5A17674"
          + "AC0ED2ABC40023E9EF70128554B82438E91ADCE98A0D03A4";

  @Test
  void exampleOfTheStandardIsOpenedByItsKeyRawAndInPrint() {
    String header =
        "##0234QN=20240520210700000;ST=31;CN=2051;PW=123456;MN=010000A8900016F000169DC0;"
            + "Flag=9;CP=&&";
    byte[] raw =
        Frames.join(
            Frames.ascii(header), HexFormat.of().parseHex(EXAMPLE), Frames.ascii("g=N&&B541\r\n"));
    String list = "{0x" + HexFormat.ofDelimiter(",0x").formatHex(HexFormat.of().parseHex(EXAMPLE));
    byte[] printed = Frames.ascii(header + list + "}g=N&&B541\r\n");

    for (byte[] frame : new byte[][] {raw, printed}) {
      Packet packet = Dialects.accepted(frame, Dialects.withKeys(ZEROS)).packet();
      assertThat(packet.enciphered()).isTrue();
      assertThat(packet.value("DataTime")).isEqualTo("20240520210600");
      assertThat(packet.factors()).isNotEmpty();
      assertThat(new FrameDecoder().decode(packet.bytes())).isInstanceOf(Verdict.Accepted.class);
    }
  }

  @Test
  void blockOfTheCipherStandardComesOutRight() {
    // GB/T 32907-2016 appendix A.1
    byte[] bytes = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
    Sm4Key key = Sm4Key.parse("0123456789abcdeffedcba9876543210");

    Sm4.encipher(key, bytes, 0, 16);

    assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("681edf34d206965e86b3e94f536e4246");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 31, 32, 200})
  void onlyWholeBlocksOfTheRangeChangeAndDecipheringTakesItBack(int length) {
    byte[] bytes = new byte[length + 10];
    new Random(length).nextBytes(bytes);
    byte[] before = bytes.clone();

    Sm4.encipher(ZEROS, bytes, 5, 5 + length);

    int blocks = length / 16 * 16;
    assertThat(Arrays.copyOf(bytes, 5)).isEqualTo(Arrays.copyOf(before, 5));
    assertThat(Arrays.copyOfRange(bytes, 5 + blocks, bytes.length))
        .isEqualTo(Arrays.copyOfRange(before, 5 + blocks, before.length));
    assertThat(Arrays.equals(bytes, before)).isEqualTo(blocks == 0);
    Sm4.decipher(ZEROS, bytes, 5, 5 + length);
    assertThat(bytes).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "2000, true", "2051, true", "2999, true", "1014, true", "3020, true",
    "1011, false", "3019, false", "9014, false", "'', false", "205, false"
  })
  void dataKeyExchangeAndDeviceInformationAreEnciphered(String cn, boolean applies) {
    assertThat(Sm4.appliesTo(cn)).isEqualTo(applies);
  }

  @Test
  void keyIsSixteenCharactersOrThirtyTwoDigitsAndIsNeverShown() {
    assertThat(Sm4Key.parse("30303030303030303030303030303030")).isEqualTo(ZEROS);
    assertThat(ZEROS).hasToString("Sm4Key");
    for (String bad : new String[] {"", "secret", "secretsecretsecretsecretsecretse"}) {
      assertThat(catchThrowable(() -> Sm4Key.parse(bad)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("secret");
    }
  }
}
