package io.touchline.alerts.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What calls for nobody: a grade that fell, what is over before anyone knew, old news. */
final class GradeStage implements Stage {

  /** Own choice: who takes a registry over with years of data wants no messages about them. */
  private static final Duration OLD = Duration.ofDays(7);

  @Override
  public List<Telling> pass(List<Telling> tellings, Moment moment) {
    List<Telling> left = new ArrayList<>();
    for (Telling telling : tellings) {
      switch (telling.change()) {
        case LOWERED -> moment.release(telling);
        case ENDED, WITHDRAWN, CHANGED_AFTER_CLOSE -> left.add(telling);
        default -> {
          if (!telling.alert().isOpen()) {
            moment.drop(telling, "grade", "over before it was told");
          } else if (isOld(telling, moment)) {
            moment.drop(telling, "grade", "old news");
          } else {
            left.add(telling);
          }
        }
      }
    }
    return left;
  }

  private static boolean isOld(Telling telling, Moment moment) {
    return telling.change().isCall()
        && telling.alert().standing().last().isBefore(moment.now().minus(OLD));
  }
}
