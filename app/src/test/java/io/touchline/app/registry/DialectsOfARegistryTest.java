package io.touchline.app.registry;

import static io.touchline.app.registry.RegistryFiles.AIR;
import static io.touchline.app.registry.RegistryFiles.WATER;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.Texts;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.StationDialect;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.LengthMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsOfARegistryTest {

  private static final String HEADER =
      "mn,code,name,enterprise,medium,reference_oxygen,valid_from,edition,check,length,stamp,sm4_key,serials,"
          + "sets_time,gives_history";
  private static final String OUTLET = AIR + ",DA001,stack,91610000X,AIR,6,2024-01-01,";
  private static final String NEXT = WATER + ",DW001,drain,91610000X,WATER,,2024-01-01,";
  private static final String CHANNELS = "mn,sent,factor,unit";

  @BeforeAll
  static void inEnglish() {
    Texts.speak(Locale.ENGLISH);
  }

  @Test
  void theColumnsBecomeTheDialect() {
    Registry registry =
        read(
            files("2025,modbus_swapped,LENIENT,end,0123456789abcdef,CPU-1| MAC-2,yes,否")
                .with("channels.csv", CHANNELS, AIR + ",X1,a21026,ug/m3", AIR + ",,a00000,Nm3/h"));

    assertThat(registry.findings()).isEmpty();
    assertThat(dialectOf(registry, AIR))
        .isEqualTo(
            new StationDialect(
                CheckMode.MODBUS_SWAPPED,
                LengthMode.LENIENT,
                StationDialect.Stamp.END,
                new TreeMap<>(Map.of("X1", "a21026")),
                new TreeMap<>(Map.of("a21026", "ug/m3", "a00000", "m3/h")),
                "0123456789abcdef",
                List.of("CPU-1", "MAC-2"),
                true,
                false));
  }

  @Test
  void whereNothingDepartsThereIsNoDialect() {
    Registry registry = read(files("2017,,,,,,,"));

    assertThat(registry.findings()).isEmpty();
    assertThat(dialectOf(registry, AIR)).isNull();
  }

  @Test
  void channelsAloneAreADialectToo() {
    Registry registry =
        read(new RegistryFiles().with("channels.csv", CHANNELS, WATER + ",011,w01018,g/L"));

    assertThat(registry.findings()).isEmpty();
    assertThat(dialectOf(registry, WATER).units()).containsEntry("w01018", "g/L");
    assertThat(dialectOf(registry, AIR)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "2025,MD5,,,,,,            | error outlets.csv:2: check: 'MD5' is none of the choices",
        "2025,,SOME,,,,,           | error outlets.csv:2: length: 'SOME' is none of the choices",
        "2025,,,MIDDLE,,,,         | error outlets.csv:2: stamp: 'MIDDLE' is none of the choices",
        "2025,,,,short,,,          | error outlets.csv:2: sm4_key: the SM4 key is none",
        "2017,,,,0123456789abcdef,,, | warning outlets.csv:2: sm4_key: only HJ 212-2025 knows SM4",
        "2025,,,,,CPU 1,,          | error outlets.csv:2: serials: 'CPU 1' cannot be a hardware",
        "2025,,,,,,maybe,          | error outlets.csv:2: sets_time: 'maybe' is neither yes nor no",
        "2025,,,,,,,perhaps        | error outlets.csv:2: gives_history: 'perhaps' is neither"
      })
  void aFaultOfADialectIsNamedWithItsPlace(String columns, String sentence) {
    assertThat(read(files(columns)).findings())
        .singleElement()
        .extracting(Finding::sentence)
        .asString()
        .startsWith(sentence);
  }

  @Test
  void aKeyThatIsNoneIsNotRepeated() {
    assertThat(read(files("2025,,,,mysecretmysecret1,,,")).findings())
        .extracting(Finding::sentence)
        .allSatisfy(sentence -> assertThat(sentence).doesNotContain("mysecret"));
  }

  @Test
  void aSerialBelongsToOneOutlet() {
    Registry registry =
        read(
            new RegistryFiles()
                .with(
                    "outlets.csv", HEADER, OUTLET + "2025,,,,,CPU-1,,", NEXT + "2025,,,,,CPU-1,,"));

    assertThat(registry.findings())
        .extracting(Finding::sentence)
        .containsExactly(
            "error outlets.csv:3: serials: serial CPU-1 is already on line 2;"
                + " one logger is one outlet: mend one of the two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "NOBODY,,a21026,ug/m3  | error channels.csv:2: mn: MN NOBODY is not in outlets.csv",
        ",X1,a21026,           | error channels.csv:2: mn: is empty",
        "@,X1,,                | error channels.csv:2: factor: is empty",
        "@,,a21026,ppm         | error channels.csv:2: unit: unit 'ppm' cannot be converted",
        "@,,a21026,mg/L        | error channels.csv:2: unit: unit 'mg/L' cannot be converted",
        "@,X1,zzz,             | warning channels.csv:2: factor: factor zzz is not in the tables",
        "@,a21002,a21026,      | warning channels.csv:2: sent: by the standard a21002 is a21002"
      })
  void aFaultOfAChannelIsNamedWithItsPlace(String line, String sentence) {
    Registry registry =
        read(new RegistryFiles().with("channels.csv", CHANNELS, line.replace("@", AIR)));

    assertThat(registry.findings())
        .singleElement()
        .extracting(Finding::sentence)
        .asString()
        .startsWith(sentence);
  }

  @Test
  void twoChannelsOfOneFactorAreAFault() {
    Registry registry =
        read(
            new RegistryFiles()
                .with(
                    "channels.csv",
                    CHANNELS,
                    AIR + ",X1,a21026,",
                    AIR + ",X2,02,",
                    AIR + ",X1,a21002,"));

    assertThat(registry.findings())
        .extracting(Finding::sentence)
        .satisfiesExactly(
            one -> assertThat(one).startsWith("error channels.csv:3: factor: a21026 is already"),
            two -> assertThat(two).startsWith("error channels.csv:4: sent: X1 is already"));
  }

  private static RegistryFiles files(String dialect) {
    return new RegistryFiles().with("outlets.csv", HEADER, OUTLET + dialect, NEXT + ",,,,,,,");
  }

  private static Registry read(RegistryFiles files) {
    return RegistryReader.read(files);
  }

  private static StationDialect dialectOf(Registry registry, String mn) {
    return registry.outlets().stream()
        .filter(outlet -> outlet.mn().equals(mn))
        .findFirst()
        .map(OutletRecord::dialect)
        .orElse(null);
  }
}
