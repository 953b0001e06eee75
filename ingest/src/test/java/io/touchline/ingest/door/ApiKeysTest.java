package io.touchline.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {

  /** What {@code printf %s KEY | sha256sum} prints for "key-one", "key-two" and "key-three". */
  private static final String ONE = Keys.hash("key-one");

  private static final String TWO = Keys.hash("key-two");
  private static final String THREE = Keys.hash("key-three");

  private final ApiKeys keys =
      new ApiKeys(
          List.of(
              new Platform("west", List.of(ONE, TWO), Jurisdiction.ALL),
              new Platform("east", List.of(THREE), Jurisdiction.ALL)));

  @ParameterizedTest(name = "\"{0}\": {1}")
  @CsvSource(
      nullValues = "null",
      value = {
        "Bearer key-one,west",
        "Bearer key-two,west",
        "bearer key-three,east",
        "Bearer  key-three ,east",
        "Bearer key-four,null",
        "Bearer ,null",
        "Basic key-one,null",
        "key-one,null",
        "'',null",
        "null,null"
      })
  void aKeyIsOfThePlatformThatHasItsHash(String header, String platform) {
    assertThat(keys.find(header).map(Platform::name).orElse(null)).isEqualTo(platform);
  }

  @Test
  void theHashIsTheUsualOneAndIsNoKeyItself() {
    assertThat(Keys.hash("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(keys.find("Bearer " + ONE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"my-secret-key", "", "ba7816bf"})
  void whatIsNoHashIsRefusedAndNotRepeated(String hash) {
    assertThatThrownBy(() -> new Platform("west", List.of(hash), Jurisdiction.ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("west")
        .hasMessageContaining("sha256sum")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aPlatformDoesNotPrintItsHashes() {
    assertThat(new Platform("west", List.of(ONE), Jurisdiction.ALL).toString())
        .isEqualTo("https:west");
  }
}
