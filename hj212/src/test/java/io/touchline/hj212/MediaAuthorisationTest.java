package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaAuthorisationTest {

  private static final Sm4Key KEY = Sm4Key.parse("msbE74gsiSHSEh5e");
  private static final String HEADER = "LG/m7lsFU/taig+vbQsDJXy4NGAaE2j2lplPwhZM7iM=";

  @Test
  void exampleOfAppendixHIsWrittenAndReadBack() {
    MediaAuthorisation example = new MediaAuthorisation("testuser", "AezF0nZRs4kypuGO");

    assertThat(example.header(KEY)).isEqualTo(HEADER);
    assertThat(MediaAuthorisation.read(HEADER, KEY)).contains(example);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p", "a:b:c", "1234567890123", "12345678901234", "密码"})
  void anyPasswordComesBack(String password) {
    MediaAuthorisation one = new MediaAuthorisation("u", password);

    assertThat(MediaAuthorisation.read(one.header(KEY), KEY)).contains(one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic dTpw", "AAAA", "LG/m7lsFU/taig+vbQsDJQ=="})
  void headerThatIsNoneIsEmpty(String header) {
    assertThat(MediaAuthorisation.read(header, KEY)).isEmpty();
  }

  @Test
  void headerOfAnotherKeyIsEmpty() {
    assertThat(MediaAuthorisation.read(HEADER, Sm4Key.parse("0000000000000000"))).isEmpty();
  }

  @Test
  void passwordIsNotShownAndAUserNameWithAColonIsRefused() {
    assertThat(new MediaAuthorisation("u", "secret").toString()).doesNotContain("secret");
    assertThatThrownBy(() -> new MediaAuthorisation("a:b", "c"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
