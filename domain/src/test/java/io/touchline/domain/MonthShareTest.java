package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Judgement.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked example of rule sheet 4.1, and its edges. */
class MonthShareTest {

  private static final Instant MONTH = ChinaTime.parse("2026-01-01T00:00:00+08:00");

  private static final EmissionLimit LIMIT =
      new EmissionLimit(
          "a21026",
          null,
          Decimal.of("35"),
          Unit.MG_PER_M3,
          Averaging.MONTH_SHARE,
          EmissionLimit.Basis.CONVERTED,
          "permit",
          "3",
          LocalDate.of(2020, 1, 1),
          null);

  @ParameterizedTest
  @CsvSource({
    "684, 36, COMPLIANT, 95, '684 of 720 valid hours within, 684 needed'",
    "683, 37, EXCEEDS, 94.8611, '683 of 720 valid hours within, 684 needed'",
    "707, 37, COMPLIANT, 95.0269, '707 of 744 valid hours within, 707 needed'",
    "706, 38, EXCEEDS, 94.8925, '706 of 744 valid hours within, 707 needed'",
    "0, 1, EXCEEDS, 0, '0 of 1 valid hours within, 1 needed'"
  })
  void ninetyFivePercentOfValidHoursAreNeededRoundedUp(
      int within, int over, Verdict verdict, String share, String counted) {
    List<FactorMean> hours = new ArrayList<>();
    hours.addAll(Collections.nCopies(within, hour("35", Validity.VALID)));
    hours.addAll(Collections.nCopies(over, hour("35.0001", Validity.VALID)));

    Judgement judgement = MonthShare.judge(LIMIT, MONTH, hours);

    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.judged()).hasToString(share);
    assertThat(judgement.multiple()).isNull();
    assertThat(judgement.reason()).isEqualTo(counted);
  }

  @Test
  void hoursThatAreNotValidCountOnNeitherSide() {
    Validity invalid = new Validity(Validity.Reason.FLAGGED, "flag D");

    Judgement judgement =
        MonthShare.judge(LIMIT, MONTH, List.of(hour("10", Validity.VALID), hour("900", invalid)));

    assertThat(judgement.verdict()).isEqualTo(Verdict.COMPLIANT);
    assertThat(judgement.reason()).startsWith("1 of 1 valid hours");
    assertThat(MonthShare.judge(LIMIT, MONTH, List.of(hour("900", invalid))).verdict())
        .isEqualTo(Verdict.NOT_JUDGED);
  }

  @Test
  void monthBeforeAnyRuleOfSharesIsNotJudged() {
    Instant before = ChinaTime.parse("2018-01-01T00:00:00+08:00");

    assertThat(MonthShare.judge(LIMIT, before, List.of(hour("900", Validity.VALID))).verdict())
        .isEqualTo(Verdict.NOT_JUDGED);
  }

  private static FactorMean hour(String converted, Validity validity) {
    return new FactorMean(
        Decimal.of("1"),
        Decimal.of(converted),
        null,
        Unit.MG_PER_M3,
        null,
        null,
        validity,
        FactorMean.Source.REPORTED,
        new TreeSet<>());
  }
}
