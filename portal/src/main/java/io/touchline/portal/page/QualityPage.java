package io.touchline.portal.page;

import io.touchline.contract.QualityRecord;
import io.touchline.portal.read.FindingRow;
import java.util.List;
import java.util.Map;

/**
 * What the page of data quality says.
 *
 * @param kind the kind shown, null for all
 * @param counts how many of each kind stand
 * @param page counted from 1
 * @param more whether there are older ones
 */
public record QualityPage(
    QualityRecord.Kind kind,
    Map<QualityRecord.Kind, Long> counts,
    List<Line> rows,
    int page,
    boolean more) {

  /** One finding, with the names of its outlet; null where the registry has none. */
  public record Line(FindingRow finding, String enterprise, String outlet) {}

  public long standing() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
