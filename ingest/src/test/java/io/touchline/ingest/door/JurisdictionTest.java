package io.touchline.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JurisdictionTest {

  @ParameterizedTest(name = "MN {2} in {3}, for prefix {0} and region {1}: {4}")
  @CsvSource({
    ",,ANY,,true",
    "0100,,010000A8,,true",
    "0100,,020000A8,,false",
    ",610000,ANY,610102,true",
    ",610100,ANY,610102,true",
    ",610100,ANY,610100,true",
    ",610100,ANY,610202,false",
    ",610102,ANY,610102,true",
    ",610102,ANY,610103,false",
    ",610000,ANY,,false",
    "0100,610000,010000A8,610102,true",
    "0100,610000,010000A8,620102,false",
    "0100,610000,020000A8,610102,false"
  })
  void aPlatformSpeaksForTheStationsOfItsPrefixesAndRegions(
      String prefix, String region, String mn, String stands, boolean covered) {
    Jurisdiction jurisdiction = new Jurisdiction(listOf(prefix), listOf(region));

    assertThat(jurisdiction.covers(mn, stands)).isEqualTo(covered);
  }

  @Test
  void anyOfSeveralPrefixesAndRegionsIsEnough() {
    Jurisdiction jurisdiction = new Jurisdiction(List.of("A", "B"), List.of("610000", "620000"));

    assertThat(jurisdiction.covers("B1", "620100")).isTrue();
    assertThat(jurisdiction.covers("C1", "620100")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "6101", "61010a", "000000", "6101000"})
  void aRegionThatIsNoCodeIsRefused(String region) {
    assertThatThrownBy(() -> new Jurisdiction(List.of(), List.of(region)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GB/T 2260");
  }

  private static List<String> listOf(String text) {
    return text == null ? List.of() : List.of(text);
  }
}
