package io.touchline.alerts.book;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.alert.AlertKey;
import io.touchline.domain.alert.Ground;
import io.touchline.domain.alert.Subject;

/** Episodes of exceedance as grounds of alerts. */
final class Episodes {

  private Episodes() {}

  static Occurrence occurrence(ExceedanceRecord episode) {
    Ground ground =
        new Ground(
            episode.from(),
            episode.revision(),
            switch (episode.state()) {
              case OPEN -> Ground.State.OPEN;
              case CLOSED -> Ground.State.OVER;
              case WITHDRAWN -> Ground.State.WITHDRAWN;
            },
            episode.to(),
            episode.periods(),
            episode.worst(),
            episode.multiple(),
            episode.exceedingDays(),
            null,
            null);
    OutletRecord.Limit limit = episode.limit();
    String figure =
        limit.lower() == null ? limit.value().toString() : limit.lower() + "-" + limit.value();
    return new Occurrence(
        new AlertKey(episode.mn(), episode.factor(), episode.rule()),
        Subject.of(episode.period()),
        ground,
        figure,
        limit.unit(),
        limit.source() + " " + limit.clause());
  }
}
