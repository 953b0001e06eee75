package io.touchline.domain.flue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;
import io.touchline.domain.flue.Derivation.Outcome;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourlyMassTest {

  private static final Duct DUCT = new Duct(Decimal.of("12.566"), Decimal.of("0.98"));
  private static final GasState GAS = Gases.of("90500", "-150", "52", "12.5");

  @Test
  @DisplayName("example 1.6: Vs 13.916, Qs 629526, Qsn 412584")
  void example_1_6_flowFromVelocityAndArea() {
    Duct.Flow flow = DUCT.flow(Decimal.of("14.2"), GAS);

    assertThat(flow.velocity().result()).hasToString("13.916");
    assertThat(rounded(flow.actual().result(), 0)).isEqualTo("629526");
    assertThat(rounded(flow.standardDry().result(), 0)).isEqualTo("412584");
    assertThat(flow.velocity().working()).isEqualTo("0.98 × 14.2 = 13.916 m/s");
  }

  @Test
  @DisplayName("example 1.6: 21.5 mg/m3 is 8.871 kg/h, and 24 such hours are 0.2129 t")
  void example_1_6_massFromTheMeasuredConcentration() {
    HourlyMass hour = HourlyMass.of(Gases.measured("21.5"), flow());
    long day = HourlyMass.sum(Collections.nCopies(24, hour));

    assertThat(rounded(hour.derivation().result(), 3)).isEqualTo("8.871");
    assertThat(rounded(Decimal.of(Long.toString(day)).shifted(-9), 4)).isEqualTo("0.2129");
    assertThat(day).isEqualTo(24 * hour.milligrams().orElseThrow());
  }

  @Test
  @DisplayName("example 1.6: the converted 24.43 would give 10.08 kg/h, 13.6 % too much")
  void example_1_6_theConvertedConcentrationWouldOverstate() {
    ConvertedConcentration converted =
        ConvertedConcentration.of(
            Gases.measured("21.5"), Decimal.of("7.8"), new Reference.Oxygen(Decimal.of("6")));
    String figure = converted.mgPerM3().orElseThrow().toString();
    Decimal wrong = HourlyMass.of(Gases.measured(figure), flow()).derivation().result();
    Decimal right = HourlyMass.of(Gases.measured("21.5"), flow()).derivation().result();

    assertThat(rounded(wrong, 2)).isEqualTo("10.08");
    assertThat(wrong.number().divide(right.number(), 3, RoundingMode.HALF_EVEN).toPlainString())
        .isEqualTo("1.136");
  }

  @Test
  void noMassCanBeMadeOfAConvertedConcentrationOrABareNumber() {
    Class<?>[] measuredAndFlow = {MeasuredConcentration.class, StandardDryFlow.class};

    assertThat(makers(HourlyMass.class).filter(maker -> !maker.getName().equals("sum")))
        .isNotEmpty()
        .allSatisfy(maker -> assertThat(maker.getParameterTypes()).isEqualTo(measuredAndFlow));
    assertThat(makers(MeasuredConcentration.class))
        .isNotEmpty()
        .allSatisfy(
            maker ->
                assertThat(maker.getParameterTypes()).doesNotContain(ConvertedConcentration.class));
    assertThat(MeasuredConcentration.class.isAssignableFrom(ConvertedConcentration.class))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"114.6067, m3/s", "412584.12, m3/h"})
  void reportedFlowIsReadInItsUnit(String value, String unit) {
    StandardDryFlow flow = StandardDryFlow.reported(Decimal.of(value), Unit.of(unit)).orElseThrow();

    assertThat(rounded(flow.m3PerHour(), 0)).isEqualTo("412584");
  }

  @Test
  void flowBelowZeroOrInAnotherUnitIsNone() {
    assertThat(StandardDryFlow.reported(Decimal.of("-1"), Unit.of("m3/h"))).isEmpty();
    assertThat(StandardDryFlow.reported(Decimal.of("1"), Unit.of("kPa"))).isEmpty();
    assertThat(StandardDryFlow.reported(null, Unit.of("m3/h"))).isEmpty();
  }

  @Test
  void withoutTemperatureThereIsActualFlowButNoStandardOne() {
    GasState cold =
        new GasState(Gases.pressure("90500"), Decimal.of("-150"), null, Decimal.of("12.5"));

    Duct.Flow flow = DUCT.flow(Decimal.of("14.2"), cold);

    assertThat(flow.actual().isDerived()).isTrue();
    assertThat(flow.standardDryFlow()).isEmpty();
    assertThat(flow.standardDry().detail()).isEqualTo("no ts");
  }

  @Test
  void velocityBelowZeroGivesNoFlow() {
    Duct.Flow flow = DUCT.flow(Decimal.of("-0.1"), GAS);

    assertThat(flow.velocity().outcome()).isEqualTo(Outcome.OUT_OF_RANGE);
    assertThat(flow.standardDryFlow()).isEmpty();
  }

  @Test
  void standingGasEmitsNothing() {
    StandardDryFlow none = DUCT.flow(Decimal.of("0"), GAS).standardDryFlow().orElseThrow();

    assertThat(HourlyMass.of(Gases.measured("21.5"), none).milligrams()).contains(0L);
  }

  @Test
  void massBeyondAnyRealDischargeIsNone() {
    StandardDryFlow flow =
        StandardDryFlow.reported(Decimal.of("9".repeat(20)), Unit.of("m3/h")).orElseThrow();

    HourlyMass mass = HourlyMass.of(Gases.measured("21.5"), flow);

    assertThat(mass.milligrams()).isEmpty();
    assertThat(mass.derivation().outcome()).isEqualTo(Outcome.OUT_OF_RANGE);
  }

  @Test
  void aDuctWithoutAreaIsRefused() {
    assertThatThrownBy(() -> new Duct(Decimal.of("0"), Decimal.of("1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Public constructors and public static methods. */
  private static Stream<Executable> makers(Class<?> type) {
    Stream<Method> methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .filter(method -> Modifier.isPublic(method.getModifiers()));
    return Stream.concat(Arrays.stream(type.getConstructors()), methods);
  }

  private static StandardDryFlow flow() {
    return DUCT.flow(Decimal.of("14.2"), GAS).standardDryFlow().orElseThrow();
  }

  private static String rounded(Decimal value, int decimals) {
    return value.number().setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
