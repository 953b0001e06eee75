package io.touchline.alerts.cases;

import io.touchline.domain.cases.CardList;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.ListPeriod;
import io.touchline.domain.cases.ListRow;
import io.touchline.domain.cases.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Yellow and red lists: drafted from signed decisions by the software, reviewed by an officer,
 * published with the head's signature by another. A version that is public stays what it is.
 */
public final class CardLists {

  /** What comes of a step. */
  public sealed interface Answer {}

  /** The list afterwards. */
  public record Done(CardList list) implements Answer {}

  /** It stays as it was. */
  public record Refused(String why, String instead) implements Answer {}

  private final Jdbi jdbi;
  private final Clock clock;

  public CardLists(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Drafts a list anew from what is signed now: the first version, or after a published one the
   * next, which needs a note. A draft or reviewed version that is not public yet is replaced.
   *
   * @param prefecture GB/T 2260 code, six digits that end in 00
   * @param note what was wrong with the version before; null in the first
   */
  public Answer draft(Participant who, String prefecture, ListPeriod period, String note) {
    if (!who.sees(null, prefecture)) {
      return notTheirs(prefecture);
    }
    return jdbi.inTransaction(
        handle -> {
          ListStore.lock(handle, prefecture, period);
          Instant now = clock.instant();
          Optional<CardList> latest = ListStore.latest(handle, prefecture, period, false);
          Optional<CardList> published = ListStore.latest(handle, prefecture, period, true);
          List<CaseFile> files = ListStore.cases(handle, prefecture);
          Map<String, io.touchline.domain.cases.Register> registry =
              Registry.read(handle, prefecture);
          CardList.Draft draft;
          if (published.isPresent()) {
            List<ListRow> rows = CardList.rows(prefecture, period, now, files, registry);
            Optional<CardList.Draft> corrected =
                ((CardList.Published) published.get()).corrected(rows, now, note);
            if (corrected.isEmpty()) {
              return new Refused(
                  "the published version says the same, or no note says what was wrong with it",
                  "correct it when a signed decision changed, with a note for the public");
            }
            draft = corrected.get();
          } else {
            draft = CardList.draft(prefecture, period, now, files, registry);
          }
          latest
              .filter(list -> !(list instanceof CardList.Published))
              .ifPresent(list -> ListStore.discard(handle, list.content()));
          ListStore.write(handle, draft);
          log(handle, now, who, "LIST_DRAFTED", draft);
          return new Done(draft);
        });
  }

  /** An officer stands for the draft. */
  public Answer review(Participant who, String prefecture, ListPeriod period) {
    return step(
        who,
        prefecture,
        period,
        "LIST_REVIEWED",
        list ->
            list instanceof CardList.Draft draft
                ? new Done(draft.reviewed(who.login(), clock.instant()))
                : new Refused("the latest version is no draft", "draft it anew"));
  }

  /**
   * Publishes what was reviewed. Four eyes: neither signs nor publishes who reviewed.
   *
   * @param signature of the head
   */
  public Answer publish(
      Participant who, String prefecture, ListPeriod period, Signature signature) {
    return step(
        who,
        prefecture,
        period,
        "LIST_PUBLISHED",
        list -> {
          if (!(list instanceof CardList.Reviewed reviewed)) {
            return new Refused(
                "the latest version was not reviewed", "have an officer review the draft");
          }
          if (reviewed.reviewer().equals(who.login())) {
            return new Refused(
                who.login() + " reviewed it and cannot publish it", "have another publish it");
          }
          CardList.Publishing outcome = reviewed.published(signature, clock.instant());
          return outcome instanceof CardList.Published published
              ? new Done(published)
              : new Refused(
                  ((CardList.NotPublished) outcome).why(),
                  ((CardList.NotPublished) outcome).instead());
        });
  }

  private interface ListStep {
    Answer on(CardList list);
  }

  private Answer step(
      Participant who, String prefecture, ListPeriod period, String action, ListStep step) {
    if (!who.sees(null, prefecture)) {
      return notTheirs(prefecture);
    }
    return jdbi.inTransaction(
        handle -> {
          ListStore.lock(handle, prefecture, period);
          Optional<CardList> latest = ListStore.latest(handle, prefecture, period, false);
          if (latest.isEmpty()) {
            return new Refused(
                "there is no list of " + prefecture + " for " + period.text(), "draft it first");
          }
          Answer answer = step.on(latest.get());
          if (answer instanceof Done done) {
            ListStore.change(handle, done.list());
            log(handle, clock.instant(), who, action, done.list());
          }
          return answer;
        });
  }

  /** The latest version, also one that is not public; empty where there is none. */
  public Optional<CardList> latest(Participant who, String prefecture, ListPeriod period) {
    return who.sees(null, prefecture)
        ? jdbi.withHandle(handle -> ListStore.latest(handle, prefecture, period, false))
        : Optional.empty();
  }

  /** The latest version of every list that is theirs, the latest period first. */
  public List<CardList> working(Participant who, int limit) {
    return jdbi.withHandle(handle -> ListStore.working(handle, who.region(), limit));
  }

  /** Prefectures of the registry that are theirs, by code, with their names. */
  public Map<String, String> prefectures(Participant who) {
    return jdbi.withHandle(handle -> ListStore.prefectures(handle, who.region()));
  }

  /** The latest published version: for anybody. */
  public Optional<CardList.Published> published(String prefecture, ListPeriod period) {
    return jdbi.withHandle(
        handle ->
            ListStore.latest(handle, prefecture, period, true).map(CardList.Published.class::cast));
  }

  /** One published version: for anybody. */
  public Optional<CardList.Published> published(String prefecture, ListPeriod period, int version) {
    return jdbi.withHandle(
        handle -> ListStore.publishedVersion(handle, prefecture, period, version));
  }

  /**
   * The latest published version of every period, the latest period first: for anybody.
   *
   * @param region what the prefecture's code begins with, null for all
   */
  public List<CardList.Published> published(String region, int limit) {
    return jdbi.withHandle(handle -> ListStore.published(handle, region, limit));
  }

  private static Refused notTheirs(String prefecture) {
    return new Refused("region " + prefecture + " is not yours", "ask who is in charge there");
  }

  private static void log(
      Handle handle, Instant now, Participant who, String action, CardList list) {
    CardList.Content content = list.content();
    AccessLog.add(
        handle,
        now,
        who,
        action,
        "list " + content.prefecture() + ' ' + content.period().text() + ' ' + content.version(),
        ListStore.hash(content));
  }
}
