package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrcTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&& | 1C80
          QN=20240601085857223;ST=32;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&&& | 2200
          """)
  void exampleOfTheStandardGivesItsPrintedCode(String segment, String code) {
    byte[] bytes = Frames.ascii(segment);

    assertThat(Crc.hex(Crc.of(bytes, 0, bytes.length))).isEqualTo(code);
  }

  @Test
  void foldedCodeEqualsTheBitLoopOfAppendixAForEveryLengthAndOffset() {
    byte[] bytes = new byte[300];
    new Random(212).nextBytes(bytes);

    for (int from = 0; from < 9; from++) {
      for (int to = from; to <= bytes.length; to++) {
        assertThat(Crc.of(bytes, from, to)).isEqualTo(bitLoop(bytes, from, to));
      }
    }
  }

  @Test
  void onlyTwoHundredFiftySixCodesExistAndAllAreCalledPossible() {
    TreeSet<Integer> codes = new TreeSet<>();
    for (int i = 0; i < 256; i++) {
      codes.add(Crc.of(new byte[] {'x', (byte) i}, 0, 2));
    }

    assertThat(codes).hasSize(256).allMatch(Crc::possible);
    assertThat(Crc.possible(0xCCF4)).isFalse();
  }

  @Test
  void equalChangesEightBytesApartCancelOut() {
    byte[] text = Frames.ascii("a21026-Avg=12.30,a21026-Flag=N");
    byte[] changed = text.clone();
    changed[11] ^= 3;
    changed[19] ^= 3;

    assertThat(Crc.of(changed, 0, changed.length)).isEqualTo(Crc.of(text, 0, text.length));
  }

  @Test
  void modbusGivesItsCatalogueValue() {
    assertThat(Crc.modbus(Frames.ascii("123456789"), 0, 9)).isEqualTo(0x4B37);
  }

  @ParameterizedTest
  @CsvSource({"1C80, 7296", "1c80, 7296", "FFFF, 65535", "1C8, -1", "1G80, -1", "-1C8, -1"})
  void hexDigitsOfEitherCaseAreReadAndAnythingElseIsNot(String text, int value) {
    assertThat(Crc.parse(Frames.ascii(text), 0)).isEqualTo(value);
  }

  private static int bitLoop(byte[] bytes, int from, int to) {
    int register = 0xFFFF;
    for (int i = from; i < to; i++) {
      register = (register >> 8) ^ (bytes[i] & 0xFF);
      for (int bit = 0; bit < 8; bit++) {
        int low = register & 1;
        register >>= 1;
        if (low == 1) {
          register ^= 0xA001;
        }
      }
    }
    return register;
  }
}
