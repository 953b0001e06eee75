package io.touchline.alerts.book;

import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.Quantity;
import io.touchline.domain.alert.AlertKey;
import io.touchline.domain.alert.Ground;
import io.touchline.domain.alert.Subject;
import io.touchline.domain.totals.Scope;
import java.util.Optional;

/** Shares of permitted amounts from which on somebody should know. */
final class Budgets {

  /** Own choice, as the lowest row of the grades of budgets. */
  private static final Decimal FROM = Decimal.of("0.8");

  private Budgets() {}

  /** Empty for sums that no permit speaks of, and for regions: their targets are no permits. */
  static Optional<Occurrence> occurrence(TotalRecord total) {
    if (total.share() == null || total.scope() == Scope.Kind.REGION) {
      return Optional.empty();
    }
    boolean much = total.share().compareTo(FROM) >= 0;
    Ground ground =
        new Ground(
            total.start(),
            total.revision(),
            much ? Ground.State.OPEN : Ground.State.WITHDRAWN,
            total.start(),
            1,
            null,
            null,
            null,
            total.share(),
            null);
    String rule = "BUDGET/" + total.period() + '/' + ChinaTime.date(total.start());
    return Optional.of(
        new Occurrence(
            new AlertKey(total.id(), total.factor(), rule),
            Subject.BUDGET,
            ground,
            total.permittedMg() + " " + Quantity.of(total.factor()).small(),
            null,
            null));
  }
}
