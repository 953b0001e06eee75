package io.touchline.domain.water;

import io.touchline.domain.Averages;
import io.touchline.domain.Decimal;
import io.touchline.domain.Validity;
import io.touchline.domain.water.SlotVerdict.Reason;
import java.util.List;

/**
 * How many slots a figure rests on.
 *
 * @param expected slots of a whole period
 * @param came slots of which an account stands
 * @param noFlow of those, without flow
 * @param counted of those, in the mean
 * @param withoutVolume of those, valid but with no known volume
 */
public record SlotCounts(int expected, int came, int noFlow, int counted, int withoutVolume) {

  static SlotCounts of(int expected, List<SlotVerdict> verdicts, int counted) {
    return new SlotCounts(
        expected,
        count(verdicts.stream().filter(verdict -> verdict.reason() != Reason.OVERRULED).toList()),
        count(verdicts.stream().filter(verdict -> verdict.reason() == Reason.NO_FLOW).toList()),
        counted,
        count(
            verdicts.stream()
                .filter(verdict -> verdict.isValid() && verdict.slot().volume() == null)
                .toList()));
  }

  private static int count(List<SlotVerdict> verdicts) {
    return verdicts.size();
  }

  /** Slots of which nothing came. */
  public int missing() {
    return Math.max(0, expected - came);
  }

  /** Slots in which something flowed, or may have: all but those known to be without flow. */
  public int discharge() {
    return Math.max(expected, came) - noFlow;
  }

  /** Counted slots of the slots with discharge in percent, null where nothing flowed. */
  public Decimal share() {
    return discharge() == 0 ? null : Averages.percent(counted, discharge());
  }

  /** Whether the share is reached; null asks for no share but for one slot at least. */
  Validity validity(Decimal minimumPercent) {
    if (discharge() == 0) {
      return new Validity(Validity.Reason.NO_FLOW, "nothing flowed");
    }
    Decimal minimum = minimumPercent == null ? Decimal.of("0") : minimumPercent;
    return counted > 0 && Averages.isAtLeast(counted, discharge(), minimum)
        ? Validity.VALID
        : new Validity(
            Validity.Reason.TOO_FEW_PARTS,
            counted
                + " valid of "
                + discharge()
                + " slots with discharge, at least "
                + minimum
                + " %");
  }
}
