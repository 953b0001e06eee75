package io.touchline.domain.facility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemovalDayTest {

  private static final String SO2 = "a21026";
  private static final RemovalRequirement EIGHTY =
      RemovalRequirement.of("140100", SO2, Hours.DAY).orElseThrow();

  @Test
  void eightyPercentIsEnough() {
    Hours hours = new Hours().with(0, "a21026-in", "1000").with(0, SO2, "200");

    assertThat(day(hours).isTooLow()).isFalse();
  }

  @Test
  void oneHourBelowMakesTheDayTooLowAndIsNamed() {
    Hours hours =
        new Hours()
            .with(0, "a21026-in", "1000")
            .with(0, SO2, "100")
            .with(1, "a21026-in", "1000")
            .with(1, SO2, "201")
            .with(2, "a21026-in", "1000")
            .with(2, SO2, "50")
            .with(3, SO2, "999");

    RemovalDay day = day(hours);

    assertThat(day.isTooLow()).isTrue();
    assertThat(day.hours()).isEqualTo(3);
    assertThat(day.below()).isEqualTo(1);
    assertThat(day.worst()).hasToString("79.9");
    assertThat(day.worstHour()).isEqualTo(Hours.at(1, 0));
    assertThat(day.efficiency().percent()).hasToString("88.3");
  }

  @Test
  void withoutAPairOfSidesThereIsNoDay() {
    assertThat(RemovalDay.of(SO2, EIGHTY, new Hours().with(0, SO2, "1").get())).isEmpty();
  }

  @Test
  void theRowOfTheNearestPlaceHoldsFromItsDay() {
    assertThat(EIGHTY.source().text())
        .isEqualTo("Shanxi plan on saving and reduction 2012 (22) sintering");
    assertThat(RemovalRequirement.of("630100", SO2, Hours.DAY).orElseThrow().source().verified())
        .isFalse();
    assertThat(RemovalRequirement.of(null, SO2, Hours.DAY)).isPresent();
    assertThat(RemovalRequirement.of("140100", "a21002", Hours.DAY)).isEmpty();
    assertThat(RemovalRequirement.of("140100", SO2, Hours.DAY.minusSeconds(15L * 365 * 86_400)))
        .isEmpty();
  }

  private static RemovalDay day(Hours hours) {
    return RemovalDay.of(SO2, EIGHTY, hours.get()).orElseThrow();
  }
}
