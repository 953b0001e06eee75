package io.touchline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.Touchline;
import io.touchline.app.registry.Registry;
import io.touchline.app.registry.RegistryReader;
import io.touchline.app.registry.RegistrySource;
import io.touchline.contract.OutletRecord;
import io.touchline.fleet.demo.DemoFleet;
import io.touchline.fleet.source.SimulatedOutlet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-in registry describes the simulated fleet as it is. */
class DemoRegistryTest {

  private static final Registry REGISTRY =
      RegistryReader.read(RegistrySource.bundled(Touchline.class, "demo-registry"));

  private static final Map<String, OutletRecord> BY_MN =
      REGISTRY.outlets().stream().collect(Collectors.toMap(OutletRecord::mn, Function.identity()));

  static Stream<SimulatedOutlet> fleet() {
    return DemoFleet.outlets().stream();
  }

  @Test
  void builtInRegistryHasNoFault() {
    assertThat(REGISTRY.findings()).isEmpty();
  }

  @Test
  void fleetHasAtLeastTwentyOutletsOfBothProvincesAndBothMedia() {
    assertThat(DemoFleet.outlets()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(BY_MN.values())
        .extracting(outlet -> outlet.regionCode().substring(0, 2) + outlet.medium())
        .contains("63AIR", "63WATER", "14AIR", "14WATER");
  }

  @ParameterizedTest
  @MethodSource("fleet")
  void everySimulatedOutletIsRegisteredAsItIs(SimulatedOutlet simulated) {
    OutletRecord outlet = BY_MN.get(simulated.mn());

    assertThat(outlet).isNotNull();
    assertThat(outlet.name()).contains("模拟");
    assertThat(outlet.medium().name()).isEqualTo(simulated.medium().name());
    assertThat(outlet.password()).isEqualTo(DemoFleet.PASSWORD);
    assertThat(outlet.toDomain().minuteInterval()).isEqualTo(simulated.minuteInterval());
    assertThat(outlet.limits())
        .isNotEmpty()
        .allSatisfy(limit -> assertThat(simulated.factors()).contains(limit.factor()));
  }
}
