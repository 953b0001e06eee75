package io.touchline.portal.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.Reason;
import io.touchline.portal.read.Quarantined;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PiecePageTest {

  private static final String SEGMENT = "ST=31;CN=2011;PW=123456;MN=A1;CP=&&a21026-Rtd=1,x=2&&";

  @Test
  void aFrameIsTakenApartInItsOrderAndItsPasswordHidden() {
    PiecePage.Part part = part("##%04d%sABCD\r\n".formatted(SEGMENT.length(), SEGMENT));

    assertThat(part.reason()).isEqualTo(Reason.BAD_CRC);
    assertThat(part.text()).contains("PW=••••••;MN=A1").endsWith("ABCD\\x0D\\x0A");
    assertThat(part.fields())
        .extracting(FrameField::name)
        .containsExactly("HEAD", "ST", "CN", "PW", "MN", "a21026-Rtd", "x", "CRC");
    assertThat(part.fields()).extracting(FrameField::value).doesNotContain("123456");
  }

  @Test
  void aCutFrameShowsWhatCame() {
    PiecePage.Part part = part("##0500ST=31;CN=2011;PW=123456");

    assertThat(part.reason()).isEqualTo(Reason.TRUNCATED);
    assertThat(part.fields())
        .extracting(FrameField::name)
        .containsExactly("HEAD", "ST", "CN", "PW");
    assertThat(part.text()).doesNotContain("123456");
  }

  @Test
  void bytesThatBeginNoFrameHaveNoFieldsAndNoVerdict() {
    PiecePage.Part part = part("hello");

    assertThat(part.verdict()).isNull();
    assertThat(part.reason()).isEqualTo(Reason.NO_HEADER);
    assertThat(part.fields()).isEmpty();
  }

  @Test
  void nothingIsNoPart() {
    assertThat(page("").parts()).isEmpty();
  }

  private static PiecePage.Part part(String text) {
    PiecePage page = page(text);
    assertThat(page.parts()).hasSize(1);
    return page.parts().get(0);
  }

  private static PiecePage page(String text) {
    return PiecePage.of(
        new Quarantined(0, 0, null, Instant.EPOCH, "x", "", null, null, text.getBytes(UTF_8)));
  }
}
