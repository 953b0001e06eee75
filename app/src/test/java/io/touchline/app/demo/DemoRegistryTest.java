package io.touchline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.Touchline;
import io.touchline.app.registry.Registry;
import io.touchline.app.registry.RegistryReader;
import io.touchline.app.registry.RegistrySource;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.code.CreditCode;
import io.touchline.fleet.demo.DemoFleet;
import io.touchline.fleet.source.SimulatedOutlet;
import java.time.LocalDate;
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

  @Test
  void sixtyEnterprisesAndMoreStandInAllUnitsOfBothProvinces() {
    assertThat(REGISTRY.dischargers()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(
            REGISTRY.dischargers().stream()
                .map(enterprise -> enterprise.regionCode().substring(0, 4))
                .distinct())
        .hasSize(8 + 11);
    assertThat(REGISTRY.dischargers())
        .allSatisfy(
            enterprise -> {
              assertThat(enterprise.name()).contains("模拟").endsWith("（模拟数据）");
              assertThat(CreditCode.check(enterprise.code()))
                  .isEqualTo(enterprise.code().charAt(CreditCode.LENGTH - 1));
              assertThat(enterprise.permits()).isNotEmpty();
            });
  }

  @Test
  void everySectorOfThePoliciesIsThere() {
    assertThat(
            REGISTRY.dischargers().stream()
                .map(enterprise -> enterprise.sector().substring(0, 5))
                .distinct())
        .contains("D4411", "C2521", "C3110", "C3011", "C2619", "D4417", "D4620", "C2221", "D4430");
  }

  @Test
  void theReviewTellsOfTheOnePermitThatEndsSoon() {
    assertThat(
            RegistryReader.read(
                    RegistrySource.bundled(Touchline.class, "demo-registry"),
                    LocalDate.of(2026, 12, 1))
                .findings())
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.file()).isEqualTo("permits.csv"))
        .allSatisfy(finding -> assertThat(finding.text()).contains("2026-12-31"));
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
