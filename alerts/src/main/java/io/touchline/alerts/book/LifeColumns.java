package io.touchline.alerts.book;

import io.touchline.domain.alert.CloseCode;
import io.touchline.domain.alert.Life;
import java.util.Locale;

/** How far people have come with an alert, as columns. */
record LifeColumns(
    String life, String owner, String opinion, String closeCode, String closeEvidence) {

  static LifeColumns of(Life life) {
    String name = life.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    if (life instanceof Life.Closed closed) {
      return new LifeColumns(name, closed.owner(), null, closed.code().name(), closed.evidence());
    }
    String opinion = life instanceof Life.Reviewed reviewed ? reviewed.opinion().name() : null;
    return new LifeColumns(name, life.owner(), opinion, null, null);
  }

  Life toDomain() {
    return switch (life) {
      case "FRESH" -> new Life.Fresh();
      case "ASSIGNED" -> new Life.Assigned(owner);
      case "ACKNOWLEDGED" -> new Life.Acknowledged(owner);
      case "ANSWERED" -> new Life.Answered(owner);
      case "REVIEWED" -> new Life.Reviewed(owner, Life.Opinion.valueOf(opinion));
      case "CLOSED" -> new Life.Closed(owner, CloseCode.valueOf(closeCode), closeEvidence);
      default -> throw new IllegalStateException("no alert lives as " + life);
    };
  }
}
