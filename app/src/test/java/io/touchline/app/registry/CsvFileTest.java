package io.touchline.app.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alerts.registry.RegistrySheet.Line;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files that are changed a line at a time. */
class CsvFileTest {

  private static final String FILE =
      "\uFEFFMN,factor, value ,valid_to\r\nM1,a21026,\"say \"\"35\"\"\",\r\n\r\n,,,\r\nM2,\"two\r\nlines\",50,2026-01-01";

  private final CsvFile file = CsvFile.of(FILE.getBytes(UTF_8));

  @Test
  void whatIsNotChangedStaysByteForByte() {
    assertThat(text()).isEqualTo(FILE);
    assertThat(file.columns()).containsExactly("mn", "factor", "value", "valid_to");
    assertThat(file.lines())
        .extracting(line -> line.cell("value"))
        .containsExactly("say \"35\"", "50");
  }

  @Test
  void aLineIsAddedOnceWithTheLineEndsOfTheFile() {
    Map<String, String> cells = Map.of("mn", "M3", "factor", "a,b", "value", "1");
    file.add(cells);
    file.add(cells);

    assertThat(text()).isEqualTo(FILE + "\r\nM3,\"a,b\",1,\r\n");
  }

  @Test
  void aLineEndsAndStaysTheSameLine() {
    String id = file.lines().get(0).id();

    assertThat(file.set(id, "valid_to", "2026-12-31")).isTrue();
    assertThat(file.set("nobody", "valid_to", "2026-12-31")).isFalse();

    assertThat(text())
        .isEqualTo(FILE.replace("\"say \"\"35\"\"\",", "\"say \"\"35\"\"\",2026-12-31"));
    assertThat(file.lines()).extracting(Line::id).contains(id);
  }

  @Test
  void aColumnThatIsNeededIsAddedToEveryLine() {
    file.add(Map.of("mn", "M3", "clause", "table 3"));

    assertThat(text())
        .isEqualTo(
            "\uFEFFMN,factor, value ,valid_to,clause\r\n"
                + "M1,a21026,\"say \"\"35\"\"\",,\r\n\r\n,,,,\r\n"
                + "M2,\"two\r\nlines\",50,2026-01-01,\r\nM3,,,,table 3\r\n");
    assertThat(file.lines()).hasSize(3);
  }

  @Test
  void theIdOfALineDoesNotHangOnColumnsThatItDoesNotFill() {
    List<String> before = file.lines().stream().map(Line::id).toList();

    file.add(Map.of("mn", "M3", "clause", "table 3"));

    assertThat(file.lines().stream().map(Line::id).toList())
        .startsWith(before.toArray(new String[0]));
  }

  private String text() {
    return new String(file.toBytes(), UTF_8);
  }
}
