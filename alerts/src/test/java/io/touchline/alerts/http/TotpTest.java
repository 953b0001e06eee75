package io.touchline.alerts.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  /** "12345678901234567890" of the RFC in base 32. */
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  /** The last six of the eight digits in RFC 6238, appendix B, SHA-1. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  @Test
  void codeCountsOnceAndForOneStepBeforeAndAfter() {
    Instant now = Instant.ofEpochSecond(1_000_000_020);
    String code = Totp.code(SECRET, now);
    long step = now.getEpochSecond() / 30;

    assertThat(Totp.step(SECRET, code, now, 0)).hasValue(step);
    assertThat(Totp.step(SECRET, code, now.plusSeconds(30), 0)).hasValue(step);
    assertThat(Totp.step(SECRET, code, now.minusSeconds(30), 0)).hasValue(step);
    assertThat(Totp.step(SECRET, code, now.plusSeconds(60), 0)).isEmpty();
    assertThat(Totp.step(SECRET, code, now, step)).isEmpty();
    assertThat(Totp.step(SECRET, "no", now, 0)).isEmpty();
  }

  @Test
  void newSecretsDifferAndGiveCodes() {
    String secret = Totp.newSecret();

    assertThat(secret).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.newSecret());
    assertThat(Totp.code(secret, Instant.EPOCH)).matches("\\d{6}");
  }
}
