package io.touchline.domain.selfcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.touchline.domain.Decimal;
import io.touchline.domain.Threshold.Name;
import io.touchline.domain.selfcheck.SelfComparison.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SelfComparisonTest {

  private static final Instant HOUR = Instant.parse("2024-03-01T00:00:00Z");

  @Test
  void example7_6TheConvertedValueLiesElevenPercentBelowItsOxygens() {
    SelfComparison found = compared(Name.SELF_CONVERTED_OXYGEN, "27.0", "30.4");

    assertEquals(Verdict.DIFFERS, found.verdict());
    assertEquals("-11.1842", found.differencePercent().toString());
    assertEquals("27.0", found.reported().toString());
    assertEquals("30.4", found.reckoned().toString());
  }

  @Test
  void example1_6AMassOfTheConvertedConcentrationDiffers() {
    SelfComparison found = compared(Name.SELF_MASS_FLOW, "10.08", "8.871");

    assertEquals(Verdict.DIFFERS, found.verdict());
    assertEquals("13.6287", found.differencePercent().toString());
  }

  @Test
  void theToleranceItselfAgreesAndTheNextDigitDiffers() {
    assertEquals(Verdict.AGREES, compared(Name.SELF_HOUR_MINUTES, "102.000", "100").verdict());
    assertEquals(Verdict.DIFFERS, compared(Name.SELF_HOUR_MINUTES, "102.001", "100").verdict());
    assertEquals(Verdict.AGREES, compared(Name.SELF_HOUR_MINUTES, "98.000", "100").verdict());
    assertEquals(Verdict.DIFFERS, compared(Name.SELF_HOUR_MINUTES, "97.999", "100").verdict());
  }

  @Test
  void whatTheReportedDigitsRoundAwayIsNoDifference() {
    assertEquals(Verdict.AGREES, compared(Name.SELF_DAY_HOURS, "0.1", "0.149").verdict());
    assertEquals(Verdict.DIFFERS, compared(Name.SELF_DAY_HOURS, "0.100", "0.149").verdict());
  }

  @Test
  void somethingReportedWhereNothingIsReckonedDiffersWithoutPercent() {
    SelfComparison found = compared(Name.SELF_MASS_FLOW, "3.20", "0");

    assertEquals(Verdict.DIFFERS, found.verdict());
    assertNull(found.differencePercent());
    assertEquals(Verdict.AGREES, compared(Name.SELF_MASS_FLOW, "0", "0").verdict());
  }

  @Test
  void aMissingNumberIsNotCompared() {
    Decimal one = Decimal.of("1");

    assertEquals(
        Verdict.NOT_COMPARED, SelfComparison.of(Name.SELF_DAY_HOURS, null, one, HOUR).verdict());
    assertEquals(
        Verdict.NOT_COMPARED, SelfComparison.of(Name.SELF_DAY_HOURS, one, null, HOUR).verdict());
  }

  @Test
  void beforeTheRowHoldsNothingIsCompared() {
    Instant before = Instant.parse("2017-04-30T15:00:00Z");
    Decimal one = Decimal.of("1");

    assertEquals(
        Verdict.NOT_COMPARED,
        SelfComparison.of(Name.SELF_DAY_HOURS, one, Decimal.of("9"), before).verdict());
  }

  @Test
  void everyToleranceNeedsACheck() {
    for (Name name :
        new Name[] {
          Name.SELF_HOUR_MINUTES,
          Name.SELF_DAY_HOURS,
          Name.SELF_MASS_FLOW,
          Name.SELF_CONVERTED_OXYGEN
        }) {
      assertTrue(compared(name, "1", "1").needsCheck(), name.name());
    }
  }

  private static SelfComparison compared(Name against, String reported, String reckoned) {
    return SelfComparison.of(against, Decimal.of(reported), Decimal.of(reckoned), HOUR);
  }
}
