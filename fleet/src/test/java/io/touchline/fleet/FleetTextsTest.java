package io.touchline.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class FleetTextsTest {

  private final ResourceBundle chinese = FleetException.bundle(Locale.CHINESE);
  private final ResourceBundle english = FleetException.bundle(Locale.ENGLISH);

  @Test
  void everyTextExistsInBothLanguages() {
    assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
    assertThat(english.keySet()).isEqualTo(chinese.keySet()).isNotEmpty();
  }

  @Test
  void bothLanguagesFillInTheSameArguments() {
    for (String key : chinese.keySet()) {
      assertThat(new MessageFormat(english.getString(key)).getFormatsByArgumentIndex())
          .as(key)
          .hasSameSizeAs(new MessageFormat(chinese.getString(key)).getFormatsByArgumentIndex());
    }
  }
}
