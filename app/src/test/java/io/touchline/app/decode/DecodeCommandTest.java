package io.touchline.app.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.CommandRun;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Sm4Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodeCommandTest {

  /** HJ 212-2017 Appendix A, the printed example. */
  private static final String SET_INTERVAL =
      "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
          + "CP=&&RtdInterval=30&&1C80";

  private static final String SET_INTERVAL_JSON =
      "\"verdict\":\"accepted\",\"edition\":\"2017\",\"cn\":\"1062\",\"st\":\"32\","
          + "\"mn\":\"010000A8900016F000169DC0\",\"qn\":\"20160801085857223\",\"factors\":{}";

  private static final String ENCIPHERED =
      escaped(
          new PacketWriter()
              .qn("20260101090000000")
              .st("31")
              .cn("2061")
              .pw("123456")
              .mn("010000A8900016F000169DC0")
              .flag(9)
              .item("DataTime", "20260101080000")
              .factor("a21026", "Avg", "12.3")
              .enciphered(Sm4Key.parse("0123456789abcdef"))
              .toFrame());

  @TempDir Path directory;

  @Test
  void aFrameBecomesOneLineOfJsonWithItsNumbersAsText() throws IOException {
    String upload =
        frame(
            "QN=20260101090000000;ST=31;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
                + "CP=&&DataTime=20260101080000;a21026-Avg=12.30,a21026-ZsAvg=15.0,"
                + "a21026-Cou=5.1,a21026-Flag=N&&");
    CommandRun run = decode(upload);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "{\"line\":1,\"verdict\":\"accepted\",\"edition\":\"2017\",\"cn\":\"2061\","
                + "\"st\":\"31\",\"mn\":\"010000A8900016F000169DC0\","
                + "\"qn\":\"20260101090000000\",\"dataTime\":\"2026-01-01T08:00:00+08:00\","
                + "\"factors\":{\"a21026\":{\"Avg\":\"12.30\",\"ZsAvg\":\"15.0\",\"Cou\":\"5.1\","
                + "\"Flag\":\"N\"}}}\n");
  }

  @Test
  void aRejectedFrameSaysWhyAndTheExitCodeIsOne() throws IOException {
    CommandRun run = decode(SET_INTERVAL.replace("1C80", "1C81"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith(
            "{\"line\":1,\"verdict\":\"rejected\",\"reason\":\"bad-crc\",\"diagnosis\":["
                + "{\"code\":\"bad-crc\",\"text\":\"the check code does not match the segment: check"
                + " code 1C81, computed 1C80\"}");
  }

  @Test
  void aLowerCaseCheckCodeIsAcceptedWithTheMend() throws IOException {
    CommandRun run = decode(SET_INTERVAL.replace("1C80", "1c80"));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "{\"line\":1,"
                + SET_INTERVAL_JSON
                + ",\"diagnosis\":[{\"code\":\"lower-case-crc\",\"text\":\"The check code is in lower"
                + " case; send A-F in upper case.\"}]}\n");
  }

  @Test
  void stickyFramesOfOneLineAreOneResultEachWithTheSameNumber() throws IOException {
    CommandRun run = decode("", SET_INTERVAL + "\\x0d\\x0A" + SET_INTERVAL, "", SET_INTERVAL);
    assertThat(run.out().lines())
        .containsExactly(
            "{\"line\":2," + SET_INTERVAL_JSON + "}",
            "{\"line\":2," + SET_INTERVAL_JSON + "}",
            "{\"line\":4," + SET_INTERVAL_JSON + "}");
  }

  @Test
  void bytesBesideAFrameAreARemarkOnIt() throws IOException {
    CommandRun run = decode("noise" + SET_INTERVAL);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "{\"line\":1,"
                + SET_INTERVAL_JSON
                + ",\"diagnosis\":[{\"code\":\"bytes-skipped\",\"text\":\"5 bytes beside the frame"
                + " belong to no frame and were passed over; send nothing but ##...CRLF\"}]}\n");
  }

  @Test
  void aLineWithoutAFrameIsRejected() throws IOException {
    CommandRun run = decode("hello");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("{\"line\":1,\"verdict\":\"rejected\",\"reason\":\"no-header\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123456789abcdef", "30313233343536373839616263646566"})
  void encipheredFrameIsReadWithItsKeyAndSaysSo(String key) throws IOException {
    CommandRun run = decode(List.of("--sm4-key", key), ENCIPHERED);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("{\"line\":1,\"verdict\":\"accepted\",\"edition\":\"2025\",\"cn\":\"2061\"")
        .contains("\"factors\":{\"a21026\":{\"Avg\":\"12.3\"}}")
        .contains("\"code\":\"enciphered\"");
  }

  @Test
  void encipheredFrameIsRejectedWithoutItsKeyAndWithAnother() throws IOException {
    assertThat(decode(ENCIPHERED).out())
        .contains("\"reason\":\"bad-crc\"")
        .contains("looks-encrypted");
    assertThat(decode(List.of("--sm4-key", "fedcba9876543210"), ENCIPHERED).out())
        .contains("\"reason\":\"bad-crc\"")
        .contains("key-does-not-fit")
        .doesNotContain("fedcba9876543210");
  }

  @Test
  void keyThatIsNoneIsNotRepeated() {
    CommandRun run = CommandRun.of("decode", "--sm4-key", "secret", "-");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).doesNotContain("secret");
  }

  @Test
  void anythingAtAllGivesLinesAndNoFailure() throws IOException {
    CommandRun run =
        decode("##", "##00", "##9999CP", "\\x00\\xff\\", "\\xZZ", "##0101" + "&".repeat(200));
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).hasSize(6).allMatch(line -> line.contains("\"rejected\""));
  }

  private CommandRun decode(String... lines) throws IOException {
    return decode(List.of(), lines);
  }

  private CommandRun decode(List<String> options, String... lines) throws IOException {
    Path file = directory.resolve("frames.txt");
    Files.write(file, List.of(lines));
    List<String> words = new ArrayList<>(List.of("decode"));
    words.addAll(options);
    words.add(file.toString());
    return CommandRun.of(words.toArray(String[]::new));
  }

  private static String escaped(byte[] frame) {
    StringBuilder line = new StringBuilder();
    for (byte b : frame) {
      line.append(b >= ' ' && b < 0x7F ? Character.toString(b) : String.format("\\x%02X", b));
    }
    return line.toString();
  }

  private static String frame(String segment) {
    int crc = 0xFFFF;
    for (byte b : segment.getBytes(ISO_8859_1)) {
      crc = (crc >> 8) ^ b;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xA001 : crc >> 1;
      }
    }
    return String.format("##%04d%s%04X", segment.length(), segment, crc);
  }
}
