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

  @Test
  void whatIsWrittenOnALineComesBackAsTheSameBytes() {
    byte[] every = new byte[256];
    for (int b = 0; b < every.length; b++) {
      every[b] = (byte) b;
    }

    assertThat(EscapedLine.bytes(EscapedLine.of(every).getBytes(ISO_8859_1))).isEqualTo(every);
    assertThat(EscapedLine.of(Frames.ascii("##0001A\r\n"))).isEqualTo("##0001A\\x0D\\x0A");
  }
}
