package io.touchline.app.registry;

import static io.touchline.app.registry.RegistryFiles.AIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.Texts;
import io.touchline.contract.SampleRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit.Basis;
import io.touchline.domain.sample.Sample;
import io.touchline.domain.sample.SampleKind;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesOfARegistryTest {

  private static final String HEADER =
      "mn,factor,kind,from,to,value,unit,author,reason,reported_at";

  @BeforeAll
  static void inEnglish() {
    Texts.speak(Locale.ENGLISH);
  }

  @Test
  void aRegistryWithoutSamplesIsAsGoodAsAny() {
    assertThat(RegistryReader.read(new RegistryFiles()).samples()).isEmpty();
  }

  @Test
  void aRowIsOneVersionOfASample() {
    Registry registry =
        read(AIR + ",a21026,监督性监测,2026-01-01 08:00,2026-01-01 09:30,28.5,mg/m³,王工,季度监测,2026-01-05");

    assertThat(registry.findings()).isEmpty();
    assertThat(registry.samples())
        .containsExactly(
            new SampleRecord(
                1,
                AIR,
                "2026-01-01T08:00:00+08:00|SUPERVISORY",
                "a21026",
                SampleKind.SUPERVISORY,
                ChinaTime.parse("2026-01-01T08:00:00+08:00"),
                ChinaTime.parse("2026-01-01T09:30:00+08:00"),
                Decimal.of("28.5"),
                "mg/m3",
                null,
                null,
                null,
                null,
                "王工",
                "季度监测",
                ChinaTime.parse("2026-01-05T00:00:00+08:00"),
                null,
                null,
                null,
                null));
  }

  @Test
  void furtherColumnsSayHowItWasMeasuredAndByWhom() {
    Registry registry =
        RegistryReader.read(
            new RegistryFiles()
                .with(
                    "samples.csv",
                    HEADER
                        + ",qualifier,basis,method,laboratory,attachment,id,version,state,adopted_by",
                    AIR
                        + ",a21026,SUPERVISORY,2026-01-01,,3,mg/m3,A,B,2026-01-02,<,converted,"
                        + "HJ 57-2017,station,report 7,s-7,2,withdrawn,officer Li"));

    assertThat(registry.findings()).isEmpty();
    SampleRecord sample = registry.samples().get(0);
    assertThat(sample.qualifier()).isEqualTo(SampleRecord.BELOW);
    assertThat(sample.basis()).isEqualTo(Basis.CONVERTED);
    assertThat(sample.method()).isEqualTo("HJ 57-2017");
    assertThat(sample.laboratory()).isEqualTo("station");
    assertThat(sample.attachment()).isEqualTo("report 7");
    assertThat(sample.id()).isEqualTo("s-7");
    assertThat(sample.version()).isEqualTo(2);
    assertThat(sample.state()).isEqualTo(Sample.State.WITHDRAWN);
    assertThat(sample.adoptedBy()).isEqualTo("officer Li");
    assertThat(sample.to()).isNull();
  }

  @Test
  void lessThanTheDetectionLimitMayStandBeforeTheValue() {
    SampleRecord sample =
        read(AIR + ",a21026,SUPERVISORY,2026-01-01,,<3,mg/m3,A,B,2026-01-02").samples().get(0);

    assertThat(sample.qualifier()).isEqualTo("<");
    assertThat(sample.value()).hasToString("3");
  }

  @Test
  void samplesComeInTheOrderInWhichTheyWereReported() {
    Registry registry =
        read(
            AIR + ",a21026,SUPERVISORY,2026-01-01,,3,mg/m3,A,B,2026-01-09",
            AIR + ",a21026,SUPERVISORY,2026-01-02,,3,mg/m3,A,B,2026-01-04");

    assertThat(registry.samples()).extracting(SampleRecord::reportedAt).isSorted();
  }

  @Test
  void aFactorOutsideTheTablesIsTakenWithAWarning() {
    Registry registry = read(AIR + ",x99999,SUPERVISORY,2026-01-01,,3,mg/m3,A,B,2026-01-02");

    assertThat(registry.isUsable()).isTrue();
    assertThat(registry.samples()).hasSize(1);
    assertThat(registry.findings()).singleElement().asString().contains("x99999");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "M9,a21026,SUPERVISORY,2026-01-01,,3,mg/m3,A,B,2026-01-02 | error samples.csv:2: mn: MN M9 is not in outlets.csv",
        "A,,SUPERVISORY,2026-01-01,,3,mg/m3,A,B,2026-01-02 | error samples.csv:2: factor: is empty",
        "A,a21026,RAIN,2026-01-01,,3,mg/m3,A,B,2026-01-02 | error samples.csv:2: kind: 'RAIN' is none of the choices",
        "A,a21026,SUPERVISORY,soon,,3,mg/m3,A,B,2026-01-02 | error samples.csv:2: from: 'soon' is no moment",
        "A,a21026,SUPERVISORY,2026-01-02,2026-01-01,3,mg/m3,A,B,2026-01-02 | error samples.csv:2: to: the end 2026-01-01 must lie after",
        "A,a21026,SUPERVISORY,2026-01-02,2026-02-01,3,mg/m3,A,B,2026-02-02 | error samples.csv:2: to: a sample until 2026-02-01 takes more than 7 days",
        "A,a21026,SUPERVISORY,2026-01-01,,ND,mg/m3,A,B,2026-01-02 | error samples.csv:2: value: 'ND' is no value",
        "A,a21026,SUPERVISORY,2026-01-01,,<0,mg/m3,A,B,2026-01-02 | error samples.csv:2: value: the detection limit <0 must be above 0",
        "A,a21026,SUPERVISORY,2026-01-01,,3,mg/L,A,B,2026-01-02 | error samples.csv:2: unit: unit 'mg/L' cannot be compared with a21026",
        "A,a21026,SUPERVISORY,2026-01-01,,3,mg/m3,,B,2026-01-02 | error samples.csv:2: author: is empty",
        "A,a21026,SUPERVISORY,2026-01-01,,3,mg/m3,A,,2026-01-02 | error samples.csv:2: reason: is empty",
        "A,a21026,SUPERVISORY,2026-01-01,,3,mg/m3,A,B, | error samples.csv:2: reported_at: is empty"
      })
  void whatIsWrongIsNamedWithLineAndColumn(String row, String finding) {
    Registry registry = read(row.startsWith("A,") ? AIR + row.substring(1) : row);

    assertThat(registry.isUsable()).isFalse();
    assertThat(registry.findings())
        .singleElement()
        .satisfies(found -> assertThat(found.sentence()).startsWith(finding));
  }

  private static Registry read(String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = HEADER;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return RegistryReader.read(new RegistryFiles().with("samples.csv", lines));
  }
}
