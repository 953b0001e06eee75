package io.touchline.alerts.pipeline;

import io.touchline.alerts.book.Alert;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/** What somebody asked not to be told of for a while. It is told when the silence is over. */
final class SilenceStage implements Stage {

  private record Silence(
      String region,
      String enterprise,
      String place,
      String factor,
      String subject,
      String author,
      String reason) {

    boolean covers(Alert alert) {
      return Match.prefix(region, alert.place().regionCode())
          && Match.same(enterprise, alert.place().enterpriseCode())
          && Match.same(place, alert.key().place())
          && Match.same(factor, alert.key().factor())
          && Match.same(subject, alert.subject().name());
    }
  }

  @Override
  public List<Telling> pass(List<Telling> tellings, Moment moment) {
    List<Silence> silences = silences(moment);
    if (silences.isEmpty()) {
      return tellings;
    }
    List<Telling> left = new ArrayList<>();
    for (Telling telling : tellings) {
      Silence silence =
          silences.stream().filter(one -> one.covers(telling.alert())).findFirst().orElse(null);
      if (silence == null || telling.change().goesToThoseTold()) {
        left.add(telling);
      } else {
        moment.hold(telling, "silence", silence.author() + ": " + silence.reason());
      }
    }
    return left;
  }

  private static List<Silence> silences(Moment moment) {
    return moment
        .handle()
        .createQuery(
            """
            select * from alerts.silence
            where ended_at is null and from_at <= :now and to_at > :now order by from_at, id""")
        .bind("now", Timestamp.from(moment.now()))
        .map(
            (row, context) ->
                new Silence(
                    row.getString("region_prefix"),
                    row.getString("enterprise"),
                    row.getString("place"),
                    row.getString("factor"),
                    row.getString("subject"),
                    row.getString("author"),
                    row.getString("reason")))
        .list();
  }
}
