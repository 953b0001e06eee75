package io.touchline.alerts.book;

import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.Judgement.Verdict;
import io.touchline.domain.alert.JudgedPeriod;
import io.touchline.domain.alert.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What each topic means for alerts; what changed goes to whoever tells people. */
public final class Intake {

  /** Tells people of changes, within the transaction that made them. */
  public interface Teller {
    void tell(Handle handle, List<Notice> notices, Instant now);
  }

  private final Teller teller;
  private final Clock clock;

  public Intake(Teller teller, Clock clock) {
    this.teller = teller;
    this.clock = clock;
  }

  public Subscription.Handler<ExceedanceRecord> exceedances() {
    return (handle, records) -> take(handle, values(records).map(Episodes::occurrence).toList());
  }

  public Subscription.Handler<TotalRecord> totals() {
    return (handle, records) ->
        take(handle, values(records).map(Budgets::occurrence).flatMap(Optional::stream).toList());
  }

  /** A doubt about data changes how loud the alerts are that stand on them. */
  public Subscription.Handler<QualityRecord> findings() {
    return (handle, records) -> {
      List<Occurrence> found =
          values(records).filter(Findings::asksForSomething).map(Findings::occurrence).toList();
      take(handle, found);
      List<String> doubted =
          found.stream()
              .filter(occurrence -> occurrence.subject() == Subject.DOUBT)
              .map(occurrence -> occurrence.key().place())
              .distinct()
              .toList();
      if (!doubted.isEmpty()) {
        again(handle, AlertBook.openOfMeans(handle, doubted));
      }
    };
  }

  public Subscription.Handler<MeansRecord> means() {
    return (handle, records) -> {
      List<GroundRows.Seen> judged = new ArrayList<>();
      values(records).forEach(means -> judged.addAll(judged(means)));
      if (!judged.isEmpty()) {
        again(handle, GroundRows.judged(handle, judged));
      }
    };
  }

  private static List<GroundRows.Seen> judged(MeansRecord means) {
    List<GroundRows.Seen> judged = new ArrayList<>();
    means
        .factors()
        .forEach(
            (code, factor) -> {
              if (factor.judgement() != null
                  && factor.judgement().verdict() != Verdict.NOT_JUDGED) {
                judged.add(
                    new GroundRows.Seen(
                        means.mn(),
                        code,
                        Subject.of(means.period()),
                        new JudgedPeriod(
                            means.start(),
                            means.revision(),
                            factor.judgement().verdict() == Verdict.COMPLIANT)));
              }
            });
    return judged;
  }

  /** Time went on. */
  public boolean timePasses(Handle handle, int atMost) {
    Instant now = clock.instant();
    List<Notice> notices = AlertBook.timePasses(handle, now, atMost);
    teller.tell(handle, notices, now);
    return !notices.isEmpty();
  }

  private void take(Handle handle, List<Occurrence> occurrences) {
    Instant now = clock.instant();
    teller.tell(handle, AlertBook.take(handle, occurrences, now), now);
  }

  private void again(Handle handle, List<UUID> alerts) {
    Instant now = clock.instant();
    teller.tell(handle, AlertBook.lookAgain(handle, alerts, now), now);
  }

  private static <T> Stream<T> values(List<Incoming<T>> records) {
    return records.stream().map(Incoming::value).filter(Objects::nonNull);
  }
}
