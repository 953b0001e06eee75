package io.touchline.hj212.message;

import static io.touchline.hj212.message.Direction.TO_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.hj212.Edition;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadTest {

  private static final LocalDateTime EIGHT = LocalDateTime.of(2026, 1, 1, 8, 0);

  @ParameterizedTest
  @CsvSource({
    "a21026, Avg, mg/m3", "a21026, ZsAvg, mg/m3", "a21026, Cou, kg", "a21026, Flag, ''",
    "a21026, Vendor, ''", "02, Rtd, mg/m3", "w00000, Cou, m3", "zz999, Avg, ''",
    "SB1, RT, h", "SB1, RS, ''", "a34013, RawAvg, mg/m3", "w01018, SampleRd, mg/L",
  })
  void valueHasTheUnitOfTheCatalogue(String code, String suffix, String unit) {
    FactorValues values = new FactorValues(code, Map.of(suffix, "1.50"));

    assertThat(values.value(suffix)).contains(new FactorValue("1.50", unit));
    assertThat(values.value("Other")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "12.30, 12.30",
    "-0.5, -0.5",
    "+1, 1",
    "007, 7",
    ".5, 0.5",
    "5., 5",
    "20.9999999999, 20.9999999999",
    "St, ",
    "'', ",
    "., ",
    "-, ",
    "1e9, ",
    "1.2.3, ",
    "1-2, ",
    "１２, ",
  })
  void numberKeepsItsDigitsAndTextThatIsNoneStaysText(String text, BigDecimal number) {
    FactorValue value = new FactorValue(text, "");

    assertThat(value.decimal().orElse(null)).isEqualTo(number);
    assertThat(value.text()).isEqualTo(text);
  }

  @Test
  void numberOfAbsurdLengthIsNone() {
    assertThat(new FactorValue("9".repeat(65), "").decimal()).isEmpty();
    assertThat(new FactorValue("9".repeat(64), "").decimal()).isPresent();
  }

  @Test
  void factorsStandInTheirOrderWithUnknownSuffixesAsSent() {
    Upload upload =
        upload(
            "2061",
            Edition.V2017,
            "DataTime=20260101080000;a21026-Avg=12.30,a21026-flag=N,a21026-Q9=x;qq-Avg=1");

    assertThat(upload.dataTime()).contains(EIGHT);
    assertThat(upload.factors().keySet()).containsExactly("a21026", "qq");
    assertThat(upload.factors().get("a21026").texts())
        .containsExactly(Map.entry("Avg", "12.30"), Map.entry("Flag", "N"), Map.entry("Q9", "x"));
    assertThat(upload.factor("a21026").orElseThrow().flag()).contains("N");
    assertThat(upload.factor("a21026").orElseThrow().factor().orElseThrow().zh()).isEqualTo("二氧化硫");
    assertThat(upload.factor("w01018")).isEmpty();
  }

  @Test
  void stateAndHoursOfEquipmentAreRead() {
    Upload.StateUpload state =
        (Upload.StateUpload)
            upload("2021", Edition.V2017, "DataTime=20260101080000;SB1-RS=1;SB2-RS=9;SB3-RS=on");
    Upload.RunningHours hours =
        (Upload.RunningHours)
            upload("2041", Edition.V2017, "DataTime=20260101000000;SB1-RT=1.10;SB2-RT=all");

    assertThat(state.state("SB1")).contains(EquipmentState.ON);
    assertThat(state.state("SB2")).isEmpty();
    assertThat(state.state("SB3")).isEmpty();
    assertThat(state.state("SB4")).isEmpty();
    assertThat(hours.hours("SB1")).contains(new BigDecimal("1.10"));
    assertThat(hours.hours("SB2")).isEmpty();
  }

  @Test
  void checkFurnaceRawAndNoiseOf2025AreRead() {
    Upload.CheckUpload check =
        (Upload.CheckUpload)
            upload(
                "2062",
                Edition.V2025,
                "DataTime=20260101080000;w01018-SampleRd=15.3;w01018-StandardValue=12;"
                    + "w01018-ResultType=1;w21003-ResultType=0;w21011-ResultType=2");
    Upload.FurnaceUpload furnace =
        (Upload.FurnaceUpload)
            upload("2111", Edition.V2025, "DataTime=20260101080000;a01901-Avg=868");
    Upload.RawUpload raw =
        (Upload.RawUpload)
            upload(
                "2013",
                Edition.V2025,
                "DataTime=20260101080000;w01018-SampleTime=20260101080000,"
                    + "w01018-CompleteTime=soon,w01018-Avg=40.1");
    Upload noise = upload("2052", Edition.V2025, "DataTime=20260101080000;Leq-Data=50.0");

    assertThat(check.passed("w01018")).contains(true);
    assertThat(check.passed("w21003")).contains(false);
    assertThat(check.passed("w21011")).isEmpty();
    assertThat(check.reading("w01018")).contains(new FactorValue("15.3", "mg/L"));
    assertThat(check.standard("w01018")).contains(new FactorValue("12", "mg/L"));
    assertThat(furnace.temperature()).contains(new FactorValue("868", "degC"));
    assertThat(raw.sampled("w01018")).contains(EIGHT);
    assertThat(raw.completed("w01018")).isEmpty();
    assertThat(noise.factor("Leq").orElseThrow().value("Data"))
        .contains(new FactorValue("50.0", "dB"));
  }

  @Test
  void uploadIsWrittenFromATimeAndFactorsInTheirOrder() {
    Map<String, Map<String, String>> factors = new LinkedHashMap<>();
    Map<String, String> dust = new LinkedHashMap<>();
    dust.put("Avg", "12.3");
    dust.put("Flag", "N");
    factors.put("a34013", dust);
    factors.put("a01012", Map.of("Avg", "9.3"));
    Upload upload = new Upload.FactorUpload(MessageType.MINUTE, Upload.fields(EIGHT, factors));

    assertThat(Exchange.cp(upload))
        .isEqualTo("DataTime=20260101080000;a34013-Avg=12.3,a34013-Flag=N;a01012-Avg=9.3");
  }

  @Test
  void valueThatWouldBreakTheFrameIsRefused() {
    assertThatThrownBy(() -> Upload.fields(EIGHT, Map.of("a1", Map.of("Avg", "1;CN=9014"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a1-Avg must not hold ; , & = or line breaks");
  }

  private static Upload upload(String cn, Edition edition, String cp) {
    return (Upload) Exchange.message(cn, TO_CENTRE, edition, cp);
  }
}
