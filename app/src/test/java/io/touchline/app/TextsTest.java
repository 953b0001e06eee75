package io.touchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

  @Test
  void everyTextExistsInBothLanguagesWithTheSameArguments() {
    ResourceBundle chinese = Texts.bundle(Locale.CHINESE);
    ResourceBundle english = Texts.bundle(Locale.ENGLISH);
    Set<String> ofEnglishAlone = new TreeSet<>();
    for (String key : chinese.keySet()) {
      assertThat(english.getString(key)).as("English of %s", key).isNotBlank();
      assertThat(arguments(english.getString(key)))
          .as("arguments of %s", key)
          .isEqualTo(arguments(chinese.getString(key)));
      if (english.getString(key).equals(chinese.getString(key))) {
        ofEnglishAlone.add(key);
      }
    }
    assertThat(ofEnglishAlone).as("texts that nobody translated").isEmpty();
    assertThat(english.keySet()).isEqualTo(chinese.keySet());
  }

  private static Set<String> arguments(String text) {
    return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "'', zh",
    "C, zh",
    "C.UTF-8, zh",
    "zh_CN.UTF-8, zh",
    "en_US.UTF-8, en",
    "de_DE, en",
  })
  void theLanguageIsTheTerminalsAndChineseWhereItSaysNone(String lang, String spoken) {
    assertThat(Texts.chosenBy(Map.of("LANG", lang)).getLanguage()).isEqualTo(spoken);
  }

  @Test
  void theVariableOfTheHouseComesFirst() {
    assertThat(Texts.chosenBy(Map.of("LANG", "zh_CN.UTF-8", "TOUCHLINE_LANG", "en")))
        .isEqualTo(Locale.ENGLISH);
  }
}
