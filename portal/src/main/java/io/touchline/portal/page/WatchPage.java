package io.touchline.portal.page;

import io.touchline.alerts.LedgerEntry;
import io.touchline.domain.alert.Grade;
import io.touchline.domain.totals.Scope;
import io.touchline.portal.read.JudgedCount;
import io.touchline.portal.read.PeriodMean;
import java.util.List;
import java.util.Set;

/**
 * What the first page says.
 *
 * @param exceeding MNs of the outlets with an open exceedance
 * @param overPermitted enterprises that emitted more than they are permitted to
 * @param silent outlets not heard of for too long
 * @param limits how many limits are watched
 * @param hours judged factor-hours so far, null where only a part of the country is shown
 */
public record WatchPage(
    int outlets,
    Set<String> exceeding,
    long overPermitted,
    long silent,
    long limits,
    JudgedCount hours,
    List<OpenExceedance> open,
    List<ProvinceGroup> provinces) {

  /**
   * One open exceedance.
   *
   * @param grade of its alert, null where there is none any more
   * @param newest the factor's newest period, null where none came to this portal yet
   */
  public record OpenExceedance(LedgerEntry entry, Grade grade, PeriodMean newest) {

    /** Mass is an enterprise's, not an outlet's. */
    public boolean isOfEnterprise() {
      return entry.episode().scope() == Scope.Kind.ENTERPRISE;
    }
  }

  public int exceedingNow() {
    return exceeding.size();
  }

  public boolean isEmpty() {
    return outlets == 0 && open.isEmpty();
  }
}
