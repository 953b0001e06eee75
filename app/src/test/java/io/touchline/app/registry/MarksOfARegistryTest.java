package io.touchline.app.registry;

import static io.touchline.app.registry.RegistryFiles.AIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.Texts;
import io.touchline.contract.MarkRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Mark;
import io.touchline.domain.MarkUse;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksOfARegistryTest {

  private static final String HEADER = "mn,factor,from,to,mark,author,reason,marked_at";

  @BeforeAll
  static void inEnglish() {
    Texts.speak(Locale.ENGLISH);
  }

  @Test
  void aRegistryWithoutMarksIsAsGoodAsAny() {
    assertThat(RegistryReader.read(new RegistryFiles()).marks()).isEmpty();
  }

  @Test
  void aRowIsOneVersionOfAMark() {
    Registry registry =
        read(AIR + ",a21026,2026-01-01T08:00:00+08:00,2026-01-01 09:30,维护,王工,探头更换,2026-01-02");

    assertThat(registry.findings()).isEmpty();
    assertThat(registry.marks())
        .containsExactly(
            new MarkRecord(
                1,
                AIR,
                "a21026|2026-01-01T08:00:00+08:00|MAINTENANCE",
                "a21026",
                ChinaTime.parse("2026-01-01T08:00:00+08:00"),
                ChinaTime.parse("2026-01-01T09:30:00+08:00"),
                "MAINTENANCE",
                null,
                "王工",
                "探头更换",
                ChinaTime.parse("2026-01-02T00:00:00+08:00"),
                null,
                null,
                null));
  }

  @Test
  void furtherColumnsNameTheVersionAndItsProof() {
    Registry registry =
        RegistryReader.read(
            new RegistryFiles()
                .with(
                    "marks.csv",
                    HEADER + ",id,version,state,origin,attachment",
                    AIR
                        + ",,2026-01-01,2026-01-02,stopped,A,B,2026-01-02,m-7,2,withdrawn,automatic,file 12"));

    assertThat(registry.findings()).isEmpty();
    MarkRecord mark = registry.marks().get(0);
    assertThat(mark.id()).isEqualTo("m-7");
    assertThat(mark.version()).isEqualTo(2);
    assertThat(mark.state()).isEqualTo(Mark.State.WITHDRAWN);
    assertThat(mark.origin()).isEqualTo(Mark.Origin.AUTOMATIC);
    assertThat(mark.attachment()).isEqualTo("file 12");
    assertThat(mark.factor()).isNull();
  }

  @Test
  void aBareFaultIsTakenForTheInstrumentsAndSaidSo() {
    Registry registry = read(AIR + ",,2026-01-01,2026-01-02,fault,A,B,2026-01-05");

    assertThat(registry.isUsable()).isTrue();
    assertThat(registry.marks()).extracting(MarkRecord::mark).containsExactly("DEVICE_FAULT");
    assertThat(registry.findings()).singleElement().asString().contains("PLANT_FAULT");
  }

  @Test
  void marksComeInTheOrderInWhichTheyWereSet() {
    Registry registry =
        read(
            AIR + ",,2026-01-01,2026-01-02,STOPPED,A,B,2026-01-05",
            AIR + ",,2026-01-03,2026-01-04,STOPPED,A,B,2026-01-04");

    assertThat(registry.marks()).extracting(MarkRecord::markedAt).isSorted();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "M9,,2026-01-01,2026-01-02,STOPPED,A,B,2026-01-02 | error marks.csv:2: mn: MN M9 is not in outlets.csv",
        "A,,2026-01-02,2026-01-02,STOPPED,A,B,2026-01-02  | error marks.csv:2: to: the end 2026-01-02 must lie after",
        "A,,soon,2026-01-02,STOPPED,A,B,2026-01-02        | error marks.csv:2: from: 'soon' is no moment",
        "A,,2026-01-01,2026-01-02,HOLIDAY,A,B,2026-01-02  | error marks.csv:2: mark: 'HOLIDAY' is none of the choices",
        "A,,2026-01-01,2026-01-02,STOPPED,,B,2026-01-02   | error marks.csv:2: author: is empty",
        "A,,2026-01-01,2026-01-02,STOPPED,A,,2026-01-02   | error marks.csv:2: reason: is empty",
        "A,,2026-01-01,2026-01-02,STOPPED,A,B,            | error marks.csv:2: marked_at: is empty"
      })
  void whatIsWrongIsNamedWithLineAndColumn(String row, String finding) {
    Registry registry = read(row.startsWith("A,") ? AIR + row.substring(1) : row);

    assertThat(registry.isUsable()).isFalse();
    assertThat(registry.findings())
        .singleElement()
        .satisfies(found -> assertThat(found.sentence()).startsWith(finding));
  }

  @Test
  void anOutletMaySayThatItsMarksAreAdvisory() {
    RegistryFiles files =
        new RegistryFiles()
            .with(
                "outlets.csv",
                "mn,code,name,enterprise,medium,reference_oxygen,valid_from,marks",
                AIR + ",DA001,1号锅炉,91610000X,AIR,6,2024-01-01,advisory")
            .replaced(
                "limits.csv",
                RegistryFiles.WATER + ",w01001,6-9,,DAY,,GB 8978-1996,4.1,2024-01-01,\n",
                "");

    Registry registry = RegistryReader.read(files);

    assertThat(registry.findings()).isEmpty();
    assertThat(registry.outlets().get(0).markUse()).isEqualTo(MarkUse.ADVISORY);
    assertThat(RegistryReader.read(new RegistryFiles()).outlets().get(0).toDomain().markUse())
        .isEqualTo(MarkUse.BINDING);
  }

  private static Registry read(String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = HEADER;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return RegistryReader.read(new RegistryFiles().with("marks.csv", lines));
  }
}
