package io.touchline.hj212;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnOfTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "##0042QN=1;ST=31;CN=2051;MN=A1;Flag=5;CP=&&&&FFFF | A1",
        "##0042MN=A1;QN=1;CP=&&&&FFFF | A1",
        "##0042QN=1,MN=A1;CP=&&&&FFFF | A1",
        "##9999QN=1;MN=A1;CP=&&cut | A1",
        "##0042QN=1;MN=;CP=&&&&FFFF | none",
        "##0042QN=1;XMN=A1;CP=&&&&FFFF | none",
        "##0042QN=1;CP=&&;MN=A1;&&FFFF | none",
        "##0042QN=1;MN=A1 | none",
        "##00 | none",
      })
  void theMnIsSeenInTheHeaderOfAFrameThatNeedNotBeRight(String frame, String mn) {
    assertThat(FrameDecoder.mnOf(frame.getBytes(ISO_8859_1))).isEqualTo(mn == null ? "" : mn);
  }
}
