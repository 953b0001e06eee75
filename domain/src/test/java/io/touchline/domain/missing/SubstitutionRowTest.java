package io.touchline.domain.missing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubstitutionRowTest {

  @Test
  void noRowClaimsThatItsTextWasSeen() {
    assertThat(SubstitutionRow.rows())
        .hasSize(8)
        .noneMatch(row -> row.source().verified())
        .allMatch(row -> row.source().standard().equals("HJ 75-2017"));
  }

  static Stream<HourState> causes() {
    return Stream.of(HourState.values()).filter(HourState::isInvalid);
  }

  @ParameterizedTest
  @MethodSource("causes")
  void exactlyOneRowHoldsForEveryCauseRateAndLength(HourState cause) {
    for (int invalid = 0; invalid <= 100; invalid++) {
      CaptureRate rate = CaptureRate.ofCounts(100, 0, invalid, HourFixture.START);
      for (int run : new int[] {1, 24, 25, 2208}) {
        SubstitutionRow held =
            SubstitutionRow.of(HourFixture.SO2, cause, HourFixture.START, rate, run).orElseThrow();
        assertThat(held.table()).isEqualTo(cause.table());
        assertThat(held.lookback() == null).isEqualTo(invalid > 25);
      }
    }
  }
}
