package io.touchline.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.CommandRun;
import io.touchline.fleet.bench.Figure;
import io.touchline.fleet.bench.Measure;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JournalBenchTest {

  private static double value(List<Figure> figures, Measure measure) {
    return figures.stream()
        .filter(figure -> figure.measure() == measure)
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void aYearOfTwoDaysPublishesEachOfItsHoursInEachRun() {
    List<Figure> figures = new YearScenario(48, 1).run();

    assertThat(value(figures, Measure.YEAR_HOURS)).isEqualTo(48);
    assertThat(value(figures, Measure.YEAR_TO_BASELINE)).isPositive();
  }

  @Test
  void theStateOfTwoHoursHoldsUploadsAndTheMeansMadeOfThem() {
    List<Figure> figures = new StateScenario(1, 120).run();

    double uploads = value(figures, Measure.STATE_UPLOADS);
    double means = value(figures, Measure.STATE_MEANS);
    assertThat(uploads).isPositive();
    assertThat(means).isPositive();
    assertThat(value(figures, Measure.STATE)).isGreaterThan(uploads + means);
  }

  @Test
  void theScenariosOfTheJournalAreListedWithWhatTheyAreAbout() {
    assertThat(CommandRun.of("bench", "--help").out())
        .contains(
            "A year of hours of one outlet",
            "Two thousand outlets",
            "an outlet's minutes",
            "A hundred thousand");
  }

  @Test
  void everyMeasureHasWordsInBothLanguages() {
    for (Measure measure : Measure.values()) {
      assertThat(measure.text(Locale.ENGLISH)).isNotEqualTo(measure.text(Locale.CHINESE));
    }
  }
}
