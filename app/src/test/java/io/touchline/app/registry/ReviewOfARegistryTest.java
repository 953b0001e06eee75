package io.touchline.app.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is odd about a registry on a day. */
class ReviewOfARegistryTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final String HEADER =
      "enterprise,permit_no,factor,amount_t,period,valid_from,valid_to,verified_on";

  @BeforeAll
  static void inEnglish() {
    Texts.speak(Locale.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28, , outlet",
    "2026-03-01, 0, expires",
    "2026-04-30, 60, expires",
    "2026-05-01, , ''",
    "2030-12-31, , ''",
  })
  void aPermitThatEndsWithinSixtyDaysIsTold(String end, String days, String said) {
    List<String> findings = review(permits("91610000X,P1,a21026,10,YEAR,2024-01-01," + end + ","));

    switch (said) {
      case "expires" ->
          assertThat(findings)
              .containsExactly(
                  "warning permits.csv:2: valid_to: permit P1 ends on "
                      + end
                      + ", in "
                      + days
                      + " days, and no later one is entered; see to its renewal and enter it");
      case "outlet" ->
          assertThat(findings)
              .containsExactly(
                  "warning outlets.csv:2: enterprise: enterprise 91610000X has no permit in force"
                      + " on 2026-03-01, yet this outlet is; enter the permit in permits.csv or"
                      + " end the outlet by its valid_to",
                  "warning outlets.csv:3: enterprise: enterprise 91610000X has no permit in force"
                      + " on 2026-03-01, yet this outlet is; enter the permit in permits.csv or"
                      + " end the outlet by its valid_to");
      default -> assertThat(findings).isEmpty();
    }
  }

  @Test
  void aPermitThatIsRenewedDoesNotExpire() {
    assertThat(
            review(
                permits(
                    "91610000X,P1,a21026,10,YEAR,2024-01-01,2026-03-31,",
                    "91610000X,P2,a21026,10,YEAR,2026-04-01,2031-03-31,")))
        .isEmpty();
  }

  @Test
  void aPermitWithoutOutletIsTold() {
    assertThat(
            review(
                permits(
                        "91610000X,P1,a21026,10,YEAR,2024-01-01,,",
                        "OTHER,P2,a21026,10,YEAR,2024-01-01,,",
                        "OTHER,P2,a21002,10,YEAR,2024-01-01,,")
                    .added("enterprises.csv", "OTHER,x,610100,,")))
        .containsExactly(
            "warning permits.csv:3: enterprise: permit P2 is in force on 2026-03-01, yet OTHER has"
                + " no outlet in force; enter the outlet in outlets.csv or end the permit by its"
                + " valid_to");
  }

  @ParameterizedTest
  @CsvSource({"2025-02-28, true", "2025-03-01, false", "'', false"})
  void anAnnualVerificationOfMoreThanAYearAgoIsTold(String verified, boolean told) {
    assertThat(review(permits("91610000X,P1,a21026,10,YEAR,2024-01-01,," + verified)))
        .hasSize(told ? 1 : 0)
        .allMatch(
            said ->
                said.startsWith(
                    "warning permits.csv:2: verified_on: permit P1 was last verified on"));
  }

  @Test
  void withoutPermitsTheFileIsToldOf() {
    assertThat(review(new RegistryFiles()))
        .singleElement()
        .asString()
        .startsWith("warning permits.csv: the file is missing, so no outlet has a permit;");
  }

  @ParameterizedTest
  @CsvSource({
    // limit, unit, from, to, whether laxer than 100 mg/m3 of GB 13223-2011 table 1
    "100, mg/m3, 2024-01-01, '', false",
    "101, mg/m3, 2024-01-01, '', true",
    "0.12, g/m3, 2024-01-01, '', true",
    "90000, ug/m3, 2024-01-01, '', false",
    "200, mg/m3, 2024-01-01, 2026-02-28, false",
    "200, mg/m3, 2027-01-01, '', true",
  })
  void aLimitLaxerThanTheStandardIsTold(
      String value, String unit, String from, String to, boolean told) {
    RegistryFiles files =
        permits("91610000X,P1,a21026,10,YEAR,2024-01-01,,")
            .replaced("outlets.csv", ",boiler,6,", ",燃煤发电锅炉（2012年起新建）,6,")
            .replaced(
                "limits.csv",
                "a21026,35,mg/m3,HOUR,CONVERTED,permit,1,2024-01-01,",
                String.join(
                    ",", "a21026", value, unit, "HOUR", "CONVERTED", "permit", "1", from, to));

    List<String> findings = review(files);

    assertThat(findings).hasSize(told ? 1 : 0);
    assertThat(findings)
        .allMatch(
            said ->
                said.equals(
                    "warning limits.csv:2: value: "
                        + value
                        + ' '
                        + unit
                        + " allows more than GB 13223-2011 表1, which has 100 mg/m3; the stricter of"
                        + " them judges where both are entered: mend the row, or say why it"
                        + " stands"));
  }

  @Test
  void withoutADayNothingIsReviewed() {
    assertThat(
            RegistryReader.read(permits("91610000X,P1,a21026,1,YEAR,2024-01-01,2024-02-01,"))
                .findings())
        .isEmpty();
  }

  private static RegistryFiles permits(String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = HEADER;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return new RegistryFiles().with("permits.csv", lines);
  }

  private static List<String> review(RegistryFiles files) {
    return RegistryReader.read(files, DAY).findings().stream().map(Finding::sentence).toList();
  }
}
