package io.touchline.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineCutterTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 1000})
  void whateverPartsTheyComeInTheLinesComeOut(int part) throws BodyException {
    assertThat(cut("one\n\ntwo\r\nthree", part)).containsExactly("one", "", "two\r", "three");
    assertThat(cut("one\n", part)).containsExactly("one");
    assertThat(cut("", part)).isEmpty();
  }

  @Test
  void aLineThatNoFrameCanBeIsNamedByItsNumber() throws BodyException {
    String longest = "x".repeat(LineCutter.LONGEST);

    assertThat(cut("a\n" + longest + "\n", 7_000)).containsExactly("a", longest);
    assertThatThrownBy(() -> cut("a\n" + longest + "x\n", 7_000))
        .isInstanceOfSatisfying(
            BodyException.class,
            e -> {
              assertThat(e.answer()).isEqualTo(Answer.LINE_TOO_LONG);
              assertThat(e.arguments()).startsWith(2);
            });
  }

  private static List<String> cut(String text, int part) throws BodyException {
    byte[] bytes = text.getBytes(UTF_8);
    List<String> lines = new ArrayList<>();
    LineCutter cutter = new LineCutter();
    for (int at = 0; at < bytes.length; at += part) {
      cutter.cut(
          bytes, at, Math.min(at + part, bytes.length), line -> lines.add(new String(line, UTF_8)));
    }
    cutter.end(line -> lines.add(new String(line, UTF_8)));
    return lines;
  }
}
