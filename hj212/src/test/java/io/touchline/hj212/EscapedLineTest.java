package io.touchline.hj212;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapedLineTest {

  @Test
  void escapedBytesAreBytesAndOtherBackslashesStayAsTheyAre() {
    byte[] line = "a\\x0D\\x0ab\\n\\xG1\\\r".getBytes(ISO_8859_1);
    assertThat(EscapedLine.bytes(line)).isEqualTo("a\r\nb\\n\\xG1\\".getBytes(ISO_8859_1));
  }
}
