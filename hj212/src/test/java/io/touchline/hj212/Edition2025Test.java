package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What HJ 212-2025 adds to the data segment, all of it known at second hand. */
class Edition2025Test {

  private static final String SENDER = "PW=123456;MN=010000A8900016F000169DC0;";

  @ParameterizedTest
  @CsvSource({
    "Flag=9;RF=1;, true, ''",
    "Flag=9;, false, ''",
    "Flag=9;RF=0;, false, rf-odd",
    "Flag=9;RF=;, false, rf-odd",
    "Flag=5;RF=1;, true, rf-odd"
  })
  void resentUploadIsKnownByRf(String fields, boolean resent, String remark) {
    Verdict verdict = decode("ST=31;CN=2061;" + SENDER + fields);

    assertThat(((Verdict.Accepted) verdict).packet().resent()).isEqualTo(resent);
    assertThat(verdict.diagnoses().stream().map(Diagnosis::code).toList())
        .isEqualTo(remark.isEmpty() ? List.of() : List.of(remark));
  }

  @ParameterizedTest
  @CsvSource({"1, 2, ''", "9, 9, ''", "10, 12, parts-over-nine", "0001, 0002, parts-over-nine"})
  void partsHaveOneDigitAndMoreAreTaken(String number, String of, String remark) {
    Verdict verdict =
        decode("ST=31;CN=2061;" + SENDER + "Flag=11;PNUM=" + of + ";PNO=" + number + ";");

    Packet packet = ((Verdict.Accepted) verdict).packet();
    assertThat(packet.part()).isEqualTo(Integer.parseInt(number));
    assertThat(packet.parts()).isEqualTo(Integer.parseInt(of));
    assertThat(verdict.diagnoses().stream().map(Diagnosis::code).findFirst())
        .isEqualTo(remark.isEmpty() ? Optional.empty() : Optional.of(remark));
  }

  @Test
  void newLoggerMayJoinWithoutAnMnButNotUpload() {
    Verdict join = decode("ST=91;CN=1001;PW=123456;MN=;Flag=9;");

    assertThat(((Verdict.Accepted) join).packet().mn()).isEmpty();
    assertThat(join.diagnoses()).isEmpty();
    assertThat(((Verdict.Rejected) decode("ST=31;CN=2061;PW=123456;MN=;Flag=9;")).reason())
        .isEqualTo(Reason.NO_MN);
  }

  private static Verdict decode(String header) {
    String segment =
        "QN=20260101090002123;"
            + header
            + "CP=&&DataTime=20260101080000;a21026-Avg=12.3,a21026-RawAvg=12.1,a21026-Flag=Td&&";
    return new FrameDecoder().decode(Frames.around(segment));
  }
}
