package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayStartExceptionTest {

  @ParameterizedTest
  @EnumSource
  void everyFaultIsToldInBothLanguagesWithItsPlace(GatewayStartException.Fault fault) {
    GatewayStartException failure = new GatewayStartException(fault, "10.0.0.1:9000");

    assertThat(failure.text(Locale.ENGLISH)).contains("10.0.0.1:9000").matches("\\p{ASCII}+");
    assertThat(failure.text(Locale.CHINA)).contains("10.0.0.1:9000").containsPattern("\\p{IsHan}");
    assertThat(failure.text(Locale.FRENCH)).isEqualTo(failure.text(Locale.CHINA));
  }
}
