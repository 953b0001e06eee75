package io.touchline.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Decimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeTest {

  @ParameterizedTest
  @CsvSource({
    "0.0001, BLUE",
    "0.0999, BLUE",
    "0.1, YELLOW",
    "0.5, ORANGE",
    "0.9999, ORANGE",
    "1, RED",
    "40, RED"
  })
  void theMultipleDecides(String multiple, Grade grade) {
    assertThat(Grade.of(Decimal.of(multiple))).isEqualTo(grade);
  }

  @Test
  void aRangeHasNoMultipleAndIsYellow() {
    assertThat(Grade.of(null)).isEqualTo(Grade.YELLOW);
  }

  @Test
  void everyGradeHasItsOwnShape() {
    assertThat(Stream.of(Grade.values()).map(Grade::shape)).doesNotHaveDuplicates();
  }
}
