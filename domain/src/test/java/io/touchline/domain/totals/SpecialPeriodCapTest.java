package io.touchline.domain.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.touchline.domain.Decimal;
import java.time.Year;
import org.junit.jupiter.api.Test;

class SpecialPeriodCapTest {

  @Test
  void example64FortyPercentOffTheDailyMeanOf4125TonnesIs0678TonnesADay() {
    SpecialPeriodCap cap = SpecialPeriodCap.of(Year.of(2025), 412_500_000_000L, Decimal.of("40"));
    assertThat(cap.dailyMg()).isEqualTo(678_082_191L);
    assertThat(cap.isExceededBy(678_082_191L)).isFalse();
    assertThat(cap.isExceededBy(678_082_192L)).isTrue();
    assertThat(cap.needsCheck()).isTrue();
  }

  @Test
  void aLeapYearHas366Days() {
    assertThat(SpecialPeriodCap.of(Year.of(2024), 366, Decimal.of("0")).dailyMg()).isEqualTo(1);
  }

  @Test
  void aReductionOfMoreThanAllIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpecialPeriodCap.of(Year.of(2025), 1, Decimal.of("100.1")));
  }
}
