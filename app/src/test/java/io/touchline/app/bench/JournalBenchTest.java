package io.touchline.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.CommandRun;
import io.touchline.app.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JournalBenchTest {

  private static double value(List<Finding> findings, JournalMeasure measure) {
    return findings.stream()
        .filter(finding -> finding.text().equals(measure.text(Texts.locale())))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void aYearOfTwoDaysPublishesEachOfItsHoursInEachRun() {
    List<Finding> findings = new YearScenario(48, 1).run();

    assertThat(value(findings, JournalMeasure.YEAR_HOURS)).isEqualTo(48);
    assertThat(value(findings, JournalMeasure.YEAR_TO_BASELINE)).isPositive();
  }

  @Test
  void theStateOfTwoHoursHoldsUploadsAndTheMeansMadeOfThem() {
    List<Finding> findings = new StateScenario(1, 120).run();

    double uploads = value(findings, JournalMeasure.STATE_UPLOADS);
    double means = value(findings, JournalMeasure.STATE_MEANS);
    assertThat(uploads).isPositive();
    assertThat(means).isPositive();
    assertThat(value(findings, JournalMeasure.STATE)).isGreaterThan(uploads + means);
  }

  @Test
  void theScenariosOfTheJournalAreListedWithWhatTheyAreAbout() {
    assertThat(CommandRun.of("bench", "--help").out())
        .contains("A year of hours of one outlet", "Two thousand outlets", "an outlet's minutes");
  }

  @Test
  void everyMeasureHasWordsInBothLanguages() {
    for (JournalMeasure measure : JournalMeasure.values()) {
      assertThat(measure.text(Locale.ENGLISH)).isNotEqualTo(measure.text(Locale.CHINESE));
    }
  }
}
