package io.touchline.fleet.misbehaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DescriptionsTest {

  private final ResourceBundle chinese = Descriptions.bundle(Locale.CHINESE);
  private final ResourceBundle english = Descriptions.bundle(Locale.ENGLISH);

  @Test
  void everyTextExistsInBothLanguages() {
    assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
    assertThat(english.keySet()).isEqualTo(chinese.keySet()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Misbehaviour.class)
  void everyMisbehaviourIsDescribedInBothLanguages(Misbehaviour misbehaviour) {
    assertThat(misbehaviour.text(Locale.ENGLISH)).isNotBlank();
    assertThat(misbehaviour.text(Locale.CHINESE))
        .isNotBlank()
        .isNotEqualTo(misbehaviour.text(Locale.ENGLISH));
  }

  @ParameterizedTest
  @CsvSource({
    "LF_ONLY, taken and answered",
    "FLAG_MISSING, 'taken, cannot be answered'",
    "PW_LONG, refused (wrong-password)",
    "CRC_MODBUS, refused (bad-crc); taken where the station has check code MODBUS",
    "LENGTH_STALE, refused (bad-length); taken where the station has length LENIENT",
    "CIPHER_PRINTED, refused (bad-crc); taken where the station has its key",
  })
  void whatAGatewayShouldDoIsASentence(Misbehaviour misbehaviour, String sentence) {
    assertThat(misbehaviour.expectation().text(Locale.ENGLISH)).isEqualTo(sentence);
  }
}
