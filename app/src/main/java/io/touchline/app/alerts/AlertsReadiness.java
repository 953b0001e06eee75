package io.touchline.app.alerts;

import io.touchline.alerts.Progress;
import io.touchline.app.role.Readiness;
import java.util.List;
import java.util.function.Supplier;

/** Ready while the topics are read and what is read is kept. */
final class AlertsReadiness implements Readiness {

  private volatile Supplier<Progress> progress;
  private volatile boolean stopping;

  void follow(Supplier<Progress> followed) {
    progress = followed;
  }

  void stopping() {
    stopping = true;
  }

  /** What troubles it is outside, and passes without a new start. */
  @Override
  public boolean isAlive() {
    return true;
  }

  @Override
  public List<String> causes() {
    if (stopping) {
      return List.of("stopping");
    }
    if (progress == null) {
      return List.of("waiting for PostgreSQL and Kafka");
    }
    Progress now = progress.get();
    if (now.trouble().isPresent()) {
      return List.of(now.trouble().get());
    }
    return now.asOf().isPresent()
        ? List.of()
        : List.of("reading what came before: " + now.lag() + " records left");
  }
}
