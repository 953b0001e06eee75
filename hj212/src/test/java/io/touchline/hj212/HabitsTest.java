package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no habit worth a remark. What is has its specimen, see {@link DiagnosesPageTest}. */
class HabitsTest {

  private static final String QN = "QN=20260101090002123;";
  private static final String SENDER = "PW=123456;MN=010000A8900016F000169DC0;";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ST=45;CN=2011;@Flag=8;CP=&&DataTime=20260101090000;p99101-Rtd=St&&",
        "ST=31;CN=2061;@Flag=4;CP=&&DataTime=20260101080000;a01013-Avg=-0.1200&&",
        "ST=31;CN=2061;@Flag=4;CP=&&DataTime=20260101080000;a21026-Avg=1,a21026-Flag=N,"
            + "a21026-EFlag=A01&&",
        "ST=31;CN=2061;@Flag=4;CP=&&DataTime=20251101080000;a21026-Avg=1&&",
        "ST=31;CN=2011;@Flag=8;RF=1;CP=&&DataTime=20251101080000;a21026-Rtd=1&&",
        "ST=44;CN=2011;@Flag=8;CP=&&DataTime=20251101080000;d20001-Rtd=1&&",
        "ST=32;CN=2062;@Flag=9;CP=&&DataTime=20260101090000;w01018-SampleRd=15.3;"
            + "w01018-StandardValue=12;w01018-ResultType=1&&",
        "ST=32;CN=3017;@Flag=4;CP=&&PolId=w01018;CstartTime=000000;Ctime=2&&",
        "ST=32;CN=3017;@Flag=4;CP=&&PolId=w01018;CstartTime=000000;CTime=2&&",
        "ST=23;CN=2031;@Flag=4;CP=&&DataTime=20251231000000;L5-Data=53.0;L5-DayData=53.0&&",
        "ST=B7;CN=2021;@Flag=4;CP=&&DataTime=20260101090000;SB1-RS=1&&",
        "ST=31;CN=3020;@Flag=4;CP=&&DataTime=20260101090000;i11001-Info=//a;b,c = d//&&",
        "ST=21;CN=2061;@Flag=5;CP=&&DataTime=20260101080000;w01001-Avg=7.1&&",
        "ST=31;CN=2061;@Flag=7;PNUM=12;PNO=12;CP=&&DataTime=20260101080000;a21026-Avg=1&&",
        "ST=91;CN=9015;@Flag=9;CP=&&&&",
      })
  void frameOfTheStandardHasNoRemark(String rest) {
    Verdict verdict = new FrameDecoder().decode(Frames.around(QN + rest.replace("@", SENDER)));

    assertThat(verdict.diagnoses()).isEmpty();
  }

  @Test
  void remarksAreTheSameHoweverOftenTheyAreAskedForAndCannotBeChanged() {
    Verdict verdict = Specimens.of(Diagnosis.BLANKS).verdict();

    assertThat(verdict.diagnoses()).isEqualTo(verdict.diagnoses()).contains(Diagnosis.BLANKS);
    assertThat(((Verdict.Accepted) verdict).departures()).isEmpty();
    assertThatThrownBy(() -> verdict.diagnoses().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
