package io.touchline.app.registry;

import static io.touchline.app.registry.RegistryFiles.AIR;
import static io.touchline.app.registry.RegistryFiles.WATER;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.Texts;
import io.touchline.domain.facility.Facility;
import io.touchline.domain.facility.Feed;
import io.touchline.domain.facility.Inlet;
import io.touchline.domain.facility.Treatment;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreatmentOfARegistryTest {

  private static final String FACILITIES = "mn,code,name,kind,valid_from,valid_to";
  private static final String PAIRS = "outlet_mn,inlet_mn,factor,sent,unit";

  @BeforeAll
  static void inEnglish() {
    Texts.speak(Locale.ENGLISH);
  }

  @Test
  void facilitiesAndPairsBecomeTheTreatmentOfTheirOutlet() {
    Registry registry =
        read(
            new RegistryFiles()
                .with(
                    "facilities.csv",
                    FACILITIES,
                    AIR + ",SB1,脱硫塔,TREATMENT,2024-01-01,",
                    AIR + ",d20001,sinter,production,2024-01-01,2025-12-31")
                .with(
                    "pairs.csv",
                    PAIRS,
                    AIR + ",,a21026,,",
                    AIR + "," + AIR + ",a00000,g30201,Nm3/h"));

    assertThat(registry.findings()).isEmpty();
    assertThat(treatmentOf(registry, AIR))
        .isEqualTo(
            new Treatment(
                List.of(
                    new Facility(
                        "SB1", "脱硫塔", Facility.Kind.TREATMENT, LocalDate.of(2024, 1, 1), null),
                    new Facility(
                        "d20001",
                        "sinter",
                        Facility.Kind.PRODUCTION,
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2025, 12, 31))),
                List.of(new Inlet("a21026", null, null), new Inlet("a00000", "g30201", "m3/h"))));
    assertThat(treatmentOf(registry, WATER)).isNull();
  }

  @Test
  void inletOnALoggerOfItsOwnIsKnownOnBothSides() {
    Registry registry =
        read(new RegistryFiles().with("pairs.csv", PAIRS, AIR + "," + WATER + ",a21026,,"));

    assertThat(registry.findings()).isEmpty();
    assertThat(treatmentOf(registry, AIR))
        .isEqualTo(new Treatment(List.of(), List.of(Inlet.of(WATER, "a21026"))));
    assertThat(treatmentOf(registry, WATER))
        .isEqualTo(new Treatment(List.of(), List.of(), List.of(new Feed(AIR, "a21026"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "M9,SB1,tower,TREATMENT,2024-01-01, | error facilities.csv:2: mn: MN M9 is not in outlets",
        "MN,,tower,TREATMENT,2024-01-01,    | error facilities.csv:2: code:",
        "MN,SB1,,TREATMENT,2024-01-01,      | error facilities.csv:2: name:",
        "MN,SB1,tower,STACK,2024-01-01,     | error facilities.csv:2: kind: 'STACK' is none of",
        "MN,SB1,tower,BYPASS,,              | error facilities.csv:2: valid_from:",
        "MN,SB1,tower,BYPASS,2024-01-01,2023-01-01 | error facilities.csv:2: valid_to:",
        "MN,a21026,tower,BYPASS,2024-01-01, | warning facilities.csv:2: code: facility code a21026"
      })
  void aFaultOfAFacilityIsNamedWithItsPlace(String line, String sentence) {
    assertSaid(
        new RegistryFiles().with("facilities.csv", FACILITIES, line.replace("MN,", AIR + ",")),
        sentence);
  }

  @Test
  void oneCodeIsOneFacilityAtATime() {
    RegistryFiles files =
        new RegistryFiles()
            .with(
                "facilities.csv",
                FACILITIES,
                AIR + ",SB1,old tower,TREATMENT,2020-01-01,2023-12-31",
                AIR + ",SB1,new tower,TREATMENT,2024-01-01,");

    assertThat(read(files).findings()).isEmpty();
    assertSaid(
        files.added("facilities.csv", AIR + ",SB1,third tower,TREATMENT,2025-01-01,"),
        "error facilities.csv:4: code: facility SB1 is already on line 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "M9,,a21026,,          | error pairs.csv:2: outlet_mn: MN M9 is not in outlets.csv",
        "MN,M9,a21026,,        | error pairs.csv:2: inlet_mn: MN M9 is not in outlets.csv",
        "MN,WATER,a21026,g1,   | error pairs.csv:2: sent: another data logger sends the factor",
        "MN,WATER,a21026,,g/m3 | error pairs.csv:2: unit: another data logger sends the factor",
        "MN,,,,                | error pairs.csv:2: factor:",
        "MN,,a21026,a21026,    | error pairs.csv:2: sent: the inlet's code a21026 is that of",
        "MN,,a21026,g30101,ppm | error pairs.csv:2: unit: unit 'ppm' cannot be converted",
        "MN,,a99999,,          | warning pairs.csv:2: factor: factor a99999 is not in the tables"
      })
  void aFaultOfAPairIsNamedWithItsPlace(String line, String sentence) {
    assertSaid(
        new RegistryFiles()
            .with("pairs.csv", PAIRS, line.replace("MN,", AIR + ",").replace("WATER", WATER)),
        sentence);
  }

  @Test
  void oneCodeIsOneInlet() {
    assertSaid(
        new RegistryFiles().with("pairs.csv", PAIRS, AIR + ",,a21026,g1,", AIR + ",,a21002,g1,"),
        "error pairs.csv:3: sent: g1 is already on line 2");
  }

  private static void assertSaid(RegistryFiles files, String sentence) {
    assertThat(read(files).findings())
        .singleElement()
        .extracting(Finding::sentence)
        .asString()
        .startsWith(sentence);
  }

  private static Treatment treatmentOf(Registry registry, String mn) {
    return registry.outlets().stream()
        .filter(outlet -> outlet.mn().equals(mn))
        .findFirst()
        .orElseThrow()
        .treatment();
  }

  private static Registry read(RegistryFiles files) {
    return RegistryReader.read(files);
  }
}
