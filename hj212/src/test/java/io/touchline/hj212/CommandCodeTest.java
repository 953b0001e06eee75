package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandCodeTest {

  @ParameterizedTest
  @CsvSource({
    "2011, true", "2051, true", "2061, true", "2031, true", "2081, true", "2999, true",
    "9014, false", "9015, false", "1013, false", "3032, false", "'', false", "2, false",
  })
  void uploadIsWhatCarriesData(String cn, boolean upload) {
    assertThat(CommandCode.isUpload(cn)).isEqualTo(upload);
  }

  @Test
  void codeIsFoundByItsDigitsAndAnUnknownOneIsEmpty() {
    assertThat(CommandCode.of("2061")).contains(CommandCode.HOUR);
    assertThat(CommandCode.of("3099")).isEmpty();
    assertThat(Arrays.stream(CommandCode.values()).map(CommandCode::cn)).doesNotHaveDuplicates();
  }
}
