package io.touchline.domain.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.touchline.domain.Decimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacilityOffTest {

  private static final List<Span> MORNING = List.of(new Span(Hours.at(6, 0), Hours.at(12, 0)));

  @Test
  void standingStillWhileProductionRunsIsFoundWithItsMinutes() {
    FacilityRun run =
        new FacilityRun(List.of(), List.of(new Span(Hours.at(8, 0), Hours.at(9, 30))));

    assertThat(FacilityOff.find(of(Facility.Kind.TREATMENT), run, MORNING))
        .singleElement()
        .satisfies(
            off -> {
              assertThat(off.from()).isEqualTo(Hours.at(8, 0));
              assertThat(off.to()).isEqualTo(Hours.at(9, 30));
              assertThat(off.minutes()).isEqualTo(90);
            });
  }

  @Test
  void onlyTheTimeOfProductionCounts() {
    FacilityRun run =
        new FacilityRun(List.of(), List.of(new Span(Hours.at(0, 0), Hours.at(6, 30))));

    assertThat(FacilityOff.find(of(Facility.Kind.TREATMENT), run, MORNING))
        .extracting(FacilityOff::from, FacilityOff::minutes)
        .containsExactly(tuple(Hours.at(6, 0), 30L));
    assertThat(FacilityOff.find(of(Facility.Kind.TREATMENT), run, List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"9, 0", "10, 1"})
  void someMinutesAreNotTold(int minutes, int found) {
    FacilityRun run =
        new FacilityRun(List.of(), List.of(new Span(Hours.at(8, 0), Hours.at(8, minutes))));

    assertThat(FacilityOff.find(of(Facility.Kind.TREATMENT), run, MORNING)).hasSize(found);
  }

  @Test
  void aBypassIsFoundWhileItIsOpen() {
    FacilityRun run =
        new FacilityRun(
            List.of(new Span(Hours.at(8, 0), Hours.at(9, 0))),
            List.of(new Span(Hours.at(9, 0), Hours.at(12, 0))));

    assertThat(FacilityOff.find(of(Facility.Kind.BYPASS), run, MORNING))
        .extracting(FacilityOff::minutes)
        .containsExactly(60L);
  }

  @ParameterizedTest(name = "{0}: {1} h of {2} h of production")
  @CsvSource({
    "TREATMENT, 24, 24, 0",
    "TREATMENT, 23.02, 24, 0",
    "TREATMENT, 23, 24, 60",
    "TREATMENT, 0, 6, 360",
    "TREATMENT, 0, 0, 0",
    "BYPASS, 0.1, 24, 0",
    "BYPASS, 0.5, 24, 30",
    "BYPASS, 8, 2, 120"
  })
  void ofADayTheHoursOfRunningAreHeldAgainstThoseOfProduction(
      Facility.Kind kind, String ran, int produced, long minutes) {
    long found =
        FacilityOff.ofDay(of(kind), Hours.DAY, Decimal.of(ran), Duration.ofHours(produced))
            .map(FacilityOff::minutes)
            .orElse(0L);

    assertThat(found).isEqualTo(minutes);
  }

  @Test
  void spansThatTouchAreOne() {
    assertThat(
            Span.union(
                List.of(
                    new Span(Hours.at(2, 0), Hours.at(3, 0)),
                    new Span(Hours.at(0, 0), Hours.at(2, 0)),
                    new Span(Hours.at(0, 30), Hours.at(1, 0)),
                    new Span(Hours.at(5, 0), Hours.at(6, 0)))))
        .containsExactly(
            new Span(Hours.at(0, 0), Hours.at(3, 0)), new Span(Hours.at(5, 0), Hours.at(6, 0)));
  }

  @Test
  void aFacilityIsThereFromItsFirstDayToItsLast() {
    Facility facility =
        new Facility(
            "SB1",
            "tower",
            Facility.Kind.TREATMENT,
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 1, 1));

    assertThat(facility.isThereAt(Hours.at(-1, 59))).isFalse();
    assertThat(facility.isThereAt(Hours.at(0, 0))).isTrue();
    assertThat(facility.isThereAt(Hours.at(24, 0))).isFalse();
  }

  private static Facility of(Facility.Kind kind) {
    return new Facility("SB1", "tower", kind, LocalDate.of(2020, 1, 1), null);
  }
}
