package io.touchline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alerts.words.Language;
import io.touchline.contract.BudgetRecord;
import io.touchline.portal.page.Budgets;
import io.touchline.portal.page.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetBudgetsTest {

  private static final List<BudgetRecord> BUDGETS =
      FleetBudgets.of(new Fleet(PortalFixture.NOW).outlets().get(2));

  @Test
  void whatRunsOutSaysAtWhatPaceAndWhenInBothLanguages() {
    assertThat(Budgets.sentence(BUDGETS.get(0), Words.in(Language.ZH)))
        .isEqualTo("按每日 0.150 t，将于 2026-12-09 用完");
    assertThat(Budgets.sentence(BUDGETS.get(0), Words.in(Language.EN)))
        .isEqualTo("at 0.150 t a day it runs out on 2026-12-09");
    assertThat(Budgets.sentence(BUDGETS.get(1), Words.in(Language.EN)))
        .isEqualTo("even at the quickest week's 0.180 t a day it lasts to 2026-12-31");
  }

  @Test
  void aShareIsNeverRoundedUpToAllOfIt() {
    // 41.8 of 44.7 t are 93.51 percent.
    assertThat(BUDGETS).extracting(Budgets::share).containsExactly(93, 40);
  }

  @Test
  void amountsStandToTheKilogram() {
    assertThat(Budgets.amount(2_900_000_000L)).isEqualTo("2.900");
    assertThat(Budgets.amount(null)).isEqualTo("–");
  }
}
