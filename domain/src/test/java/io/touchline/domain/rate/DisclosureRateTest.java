package io.touchline.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.rate.DisclosureRate.Kind;
import io.touchline.domain.rate.DisclosureRate.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisclosureRateTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

  @ParameterizedTest
  @CsvSource({
    "SELF_MONITORING, 630100, 10, 9, 90, true",
    "SELF_MONITORING, 630100, 10, 8, 80, false",
    "SELF_MONITORING, 630100, 9, 8, 88.8889, false",
    "SUPERVISORY, 630100, 20, 19, 95, true",
    "SUPERVISORY, 630100, 10, 9, 90, false",
    "SUPERVISORY, 140100, 10, 9, 90, ",
    "SUPERVISORY, 630100, 0, 0, , "
  })
  void theFloorOfAPlaceIsHeldAgainstWhatIsPublic(
      Kind kind, String region, int due, int published, String percent, Boolean reaches) {
    DisclosureRate rate =
        DisclosureRate.of(kind, region, FIRST, LAST, LAST, results(due, published));

    assertThat(rate.due()).isEqualTo(due);
    assertThat(rate.published()).isEqualTo(published);
    assertThat(rate.percent() == null ? null : rate.percent().toString()).isEqualTo(percent);
    assertThat(rate.reaches()).isEqualTo(Optional.ofNullable(reaches));
  }

  @Test
  void whatIsNotDueYetOrPublishedLaterDoesNotCount() {
    List<Result> results =
        List.of(
            result(LocalDate.of(2025, 12, 31), FIRST),
            result(FIRST, FIRST.plusDays(40)),
            result(FIRST, FIRST.plusDays(20)),
            result(LAST, FIRST),
            result(LAST.plusDays(1), FIRST));

    DisclosureRate rate =
        DisclosureRate.of(Kind.SELF_MONITORING, "630100", FIRST, LAST, FIRST.plusDays(30), results);

    assertThat(rate.due()).isEqualTo(2);
    assertThat(rate.published()).isEqualTo(1);
  }

  private static List<Result> results(int due, int published) {
    List<Result> results = new ArrayList<>();
    for (int at = 0; at < due; at++) {
      results.add(result(FIRST.plusDays(at), at < published ? FIRST.plusDays(at + 1) : null));
    }
    return results;
  }

  private static Result result(LocalDate due, LocalDate publishedOn) {
    return new Result("88888800000000000000AA01", "a21026", due, publishedOn);
  }
}
