package io.touchline.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Averaging;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import io.touchline.domain.MarkUse;
import io.touchline.domain.Marking;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.Unit;
import io.touchline.domain.Validity;
import io.touchline.domain.Validity.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayRateTest {

  private static final Instant DAY = ChinaTime.parse("2026-01-01T00:00:00+08:00");
  private static final String SO2 = "a21026";
  private static final String COD = "w01018";

  /**
   * 24 letters: V valid, D flagged, S stopped, C standard check, s stopped without data, a blank
   * none.
   */
  private static DayRate day(Medium medium, String factor, String letters, String late) {
    Map<Instant, Map<String, FactorMean>> hours = new HashMap<>();
    for (int at = 0; at < letters.length(); at++) {
      Validity validity =
          switch (letters.charAt(at)) {
            case 'V' -> Validity.VALID;
            case 'D' -> new Validity(Reason.FLAGGED, "flag D");
            case 'S' -> new Validity(Reason.STOPPED, "marked STOPPED");
            case 'C' -> new Validity(Reason.MARKED, "marked STANDARD_CHECK");
            default -> null;
          };
      if (validity != null) {
        hours.put(hour(at), Map.of(factor, mean(validity)));
      }
    }
    return DayRate.of(
        medium,
        factor,
        DAY,
        DAY,
        hour(letters.length()),
        hours,
        hour ->
            letters.startsWith("s", (int) Duration.between(DAY, hour).toHours())
                ? code -> new Validity(Reason.STOPPED, "marked STOPPED")
                : Marking.NONE,
        hour -> late.indexOf((char) ('a' + Duration.between(DAY, hour).toHours())) < 0);
  }

  private static Instant hour(int at) {
    return DAY.plus(Duration.ofHours(at));
  }

  private static FactorMean mean(Validity validity) {
    return new FactorMean(
        Decimal.of("1"),
        null,
        null,
        Unit.NONE,
        null,
        null,
        validity,
        FactorMean.Source.REPORTED,
        new TreeSet<>());
  }

  @Test
  void example32GasThreeFactorsWithFourHoursStoppedMake90Percent() {
    // Due 60, received 57, valid 54.
    Counters sum =
        day(Medium.AIR, SO2, "SSSS" + "V".repeat(20), "")
            .completed()
            .plus(day(Medium.AIR, SO2, "SSSS" + "V".repeat(18) + "  ", "").completed())
            .plus(day(Medium.AIR, SO2, "SSSS" + "V".repeat(16) + "DDD ", "").completed());

    assertThat(sum).isEqualTo(new Counters(60, 57, 57, 54));
    assertThat(sum.transmission()).hasValue(Decimal.of("95"));
    assertThat(sum.validity().orElseThrow()).hasToString("94.7368");
    assertThat(sum.effective()).hasValue(Decimal.of("90"));
    assertThat(sum.passes(Decimal.of("90"))).isTrue();
    assertThat(sum.passes(Decimal.of("90.01"))).isFalse();
  }

  @Test
  void example32WaterTheHourOfTheStandardCheckIsNotDue() {
    DayRate day = day(Medium.WATER, COD, "V".repeat(10) + "C" + "V".repeat(13), "");

    assertThat(day.completed()).isEqualTo(new Counters(23, 23, 23, 23));
    assertThat(day.completed().effective()).hasValue(Decimal.of("100"));
    assertThat(day.hours()).isEqualTo("VVVVVVVVVVCVVVVVVVVVVVVV");
  }

  @Test
  void ofTwoStandardChecksADayOneIsDueAndOfGasEach() {
    assertThat(day(Medium.WATER, COD, "CC" + "V".repeat(22), "").completed())
        .isEqualTo(new Counters(23, 23, 23, 22));
    assertThat(day(Medium.AIR, SO2, "CC" + "V".repeat(22), "").completed())
        .isEqualTo(new Counters(24, 24, 24, 22));
  }

  @Test
  void whatCameLateIsMissingInRealTimeAndThereWhenCompleted() {
    DayRate day = day(Medium.AIR, SO2, "V".repeat(24), "bc");

    assertThat(day.completed()).isEqualTo(new Counters(24, 24, 24, 24));
    assertThat(day.realTime()).isEqualTo(new Counters(24, 22, 22, 22));
    assertThat(day.reasons()).isEqualTo(Map.of("01", "came late", "02", "came late"));
  }

  @Test
  void aMarkedStopOfWhichNothingCameIsNotDue() {
    DayRate day = day(Medium.AIR, SO2, "Vss" + "V".repeat(21), "");

    assertThat(day.hours()).startsWith("VSSV");
    assertThat(day.completed()).isEqualTo(new Counters(22, 22, 22, 22));
    assertThat(day.reasons()).containsEntry("01", "marked STOPPED");
  }

  @Test
  void everyHourThatIsNotValidHasAReason() {
    DayRate day = day(Medium.AIR, SO2, "VD S" + "V".repeat(20), "");

    assertThat(day.reasons())
        .isEqualTo(Map.of("01", "flag D", "02", "did not come", "03", "marked STOPPED"));
    assertThat(day.hours()).startsWith("VIMSV");
  }

  @Test
  void hoursThatHaveNotEndedAreNotDue() {
    DayRate day = day(Medium.AIR, SO2, "VVV", "");

    assertThat(day.completed()).isEqualTo(new Counters(3, 3, 3, 3));
    assertThat(day.hours()).isEqualTo("VVV---------------------");
  }

  @Test
  void whereNothingWasDueThereIsNoRateAndNothingFails() {
    Counters none = day(Medium.AIR, SO2, "S".repeat(24), "").completed();

    assertThat(none.effective()).isEmpty();
    assertThat(none.passes(Decimal.of("100"))).isTrue();
  }

  @Test
  void countersAddUpInAnyOrder() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<Counters> days = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int due = random.nextInt(25);
      int received = random.nextInt(due + 1);
      days.add(new Counters(due, received, received, random.nextInt(received + 1)));
    }
    Counters sum = days.stream().reduce(Counters.NONE, Counters::plus);
    Collections.shuffle(days, random);

    assertThat(days.stream().reduce(Counters.NONE, Counters::plus))
        .as("seed %d", seed)
        .isEqualTo(sum);
  }

  @ParameterizedTest
  @CsvSource({
    "630100, 2026-01-01, 90",
    "630100, 2019-12-31, 75",
    "140500, 2022-12-01, 90",
    "140500, 2022-11-30, 75",
    "610100, 2026-01-01, 75",
    "'', 2026-01-01, 75"
  })
  void passMarkIsThatOfThePlaceOnTheDay(String region, LocalDate day, String percent) {
    assertThat(PassMark.of(region, ChinaTime.instant(day.atStartOfDay())).orElseThrow().percent())
        .hasToString(percent);
  }

  @Test
  void assessedAreTheFactorsWithALimitAndWithoutAnyThoseThatCame() {
    EmissionLimit limit =
        new EmissionLimit(
            SO2,
            null,
            Decimal.of("35"),
            Unit.MG_PER_M3,
            Averaging.HOUR,
            EmissionLimit.Basis.MEASURED,
            "permit",
            "1",
            LocalDate.of(2020, 1, 1),
            null);

    assertThat(AssessedFactors.of(profile(limit), DAY, List.of("a21002"))).containsExactly(SO2);
    assertThat(AssessedFactors.of(profile(), DAY, List.of("a21002", "a19001")))
        .containsExactly("a21002");
  }

  private static OutletProfile profile(EmissionLimit... limits) {
    return new OutletProfile(
        "MN1",
        Medium.AIR,
        null,
        Duration.ofMinutes(1),
        OutletProfile.Judge.REPORTED,
        MarkUse.BINDING,
        Map.of(),
        null,
        List.of(limits));
  }
}
