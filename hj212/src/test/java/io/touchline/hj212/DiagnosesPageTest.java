package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosesPageTest {

  private static final Path PAGE = Path.of("..", "docs", "diagnoses.md");

  /** Run with {@code -Dpages=write} to write the page anew. */
  @Test
  void pageOfDiagnosesSaysWhatTheDecoderSays() throws IOException {
    String page = DiagnosesPage.markdown();
    if ("write".equals(System.getProperty("pages"))) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).content().isEqualTo(page);
  }

  @ParameterizedTest
  @EnumSource(Diagnosis.class)
  void specimenShowsItsDiagnosis(Diagnosis diagnosis) {
    assertThat(Specimens.of(diagnosis).verdict().diagnoses()).contains(diagnosis);
  }

  @ParameterizedTest
  @EnumSource(Diagnosis.class)
  void textsAreThereInBothLanguagesAndChineseHasItsOwnPunctuation(Diagnosis diagnosis) {
    assertThat(diagnosis.odd(Locale.ENGLISH)).isNotBlank().doesNotEndWith(".");
    assertThat(diagnosis.mend(Locale.ENGLISH)).isNotBlank().doesNotEndWith(".");
    assertThat(diagnosis.odd(Locale.CHINESE)).isNotBlank().doesNotEndWith("。");
    assertThat(diagnosis.zh()).matches("(?s)[^()!?]*。").doesNotContainPattern("\\p{IsHan}[,:]");
  }
}
