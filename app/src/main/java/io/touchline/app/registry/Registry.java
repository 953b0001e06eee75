package io.touchline.app.registry;

import io.touchline.app.registry.Finding.Severity;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.OutletRecord;
import java.util.List;

/**
 * What a registry says.
 *
 * @param outlets those without an error, each with its limits that have none
 * @param marks versions of operators' marks, by the time at which they were set
 * @param limits how many rows of limits are judged
 */
public record Registry(
    List<OutletRecord> outlets,
    List<MarkRecord> marks,
    int enterprises,
    int regions,
    int limits,
    List<Finding> findings) {

  /** All or nothing: with one error nothing of it is used. */
  public boolean isUsable() {
    return count(Severity.ERROR) == 0;
  }

  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
