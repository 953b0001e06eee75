package io.touchline.alerts.cases;

import io.touchline.domain.cases.Ground;
import io.touchline.domain.cases.Stage;
import java.time.LocalDate;

/**
 * Which cases are looked for; what is null does not matter.
 *
 * @param region what the region's code begins with
 * @param enterprise credit code
 * @param open whether they are not over
 * @param dueBefore a duty ends before that day and was not done
 * @param limit most on one page
 * @param after what the page before gave as next
 */
public record CaseQuery(
    String region,
    String enterprise,
    Stage stage,
    Stage.Card card,
    Boolean open,
    Ground ground,
    LocalDate dueBefore,
    int limit,
    String after) {

  public static final int USUAL = 50;

  /** All of them. */
  public static CaseQuery all() {
    return new CaseQuery(null, null, null, null, null, null, null, USUAL, null);
  }

  public CaseQuery of(String creditCode) {
    return new CaseQuery(region, creditCode, stage, card, open, ground, dueBefore, limit, after);
  }

  public CaseQuery in(Stage other) {
    return new CaseQuery(region, enterprise, other, card, open, ground, dueBefore, limit, after);
  }

  public CaseQuery dueBefore(LocalDate day) {
    return new CaseQuery(region, enterprise, stage, card, open, ground, day, limit, after);
  }

  public CaseQuery after(String next) {
    return new CaseQuery(region, enterprise, stage, card, open, ground, dueBefore, limit, next);
  }
}
