package io.touchline.fleet.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Medium;
import io.touchline.hj212.Edition;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  @Test
  void outletsHaveDevicesOfTheirOwnAndNamesThatSayTheyAreInvented() {
    assertThat(Catalogue.outlets()).hasSizeGreaterThanOrEqualTo(24);
    assertThat(Catalogue.outlets())
        .extracting(SimulatedOutlet::mn)
        .doesNotHaveDuplicates()
        .allSatisfy(mn -> assertThat(mn).matches("[0-9A-F]{24}"));
    assertThat(Catalogue.outlets())
        .extracting(SimulatedOutlet::name)
        .allSatisfy(name -> assertThat(name).contains("模拟").endsWith("（模拟数据）"));
  }

  @Test
  void theFleetHasEveryKindOfLogger() {
    assertThat(Catalogue.outlets())
        .extracting(SimulatedOutlet::edition)
        .contains(Edition.V2005, Edition.V2017, Edition.V2025);
    assertThat(Catalogue.outlets()).extracting(SimulatedOutlet::medium).contains(Medium.WATER);
    assertThat(Catalogue.outlets())
        .anyMatch(outlet -> !outlet.kinds().contains(UploadKind.HOUR))
        .anyMatch(outlet -> !outlet.kinds().contains(UploadKind.DAY))
        .anyMatch(outlet -> outlet.referenceOxygen() != null && !outlet.sendsConverted())
        .anyMatch(outlet -> outlet.garblesOneIn() > 0);
  }

  @Test
  void everyBehaviourIsUsed() {
    assertThat(Catalogue.outlets())
        .extracting(SimulatedOutlet::behaviour)
        .containsAll(Catalogue.behaviours());
  }
}
