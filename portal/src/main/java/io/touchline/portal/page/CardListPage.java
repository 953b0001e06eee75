package io.touchline.portal.page;

import io.touchline.domain.cases.CardList;
import io.touchline.domain.cases.ListPeriod;
import io.touchline.domain.cases.Stage;
import java.util.List;

/**
 * One list.
 *
 * @param list its latest version, null where there is none yet
 * @param before what it is compared with, null where nothing was published before
 * @param printed whether it can be had as PDF
 * @param mayPublish whether who looks may publish
 * @param refused what the rule said where a step was not taken, null else
 */
public record CardListPage(
    String prefecture,
    String name,
    ListPeriod period,
    CardList list,
    CardList.Published before,
    boolean printed,
    boolean mayPublish,
    FormState form,
    String refused,
    String done) {

  public List<ListChange> changes() {
    return ListChange.between(
        before == null ? null : before.content().rows(), list.content().rows());
  }

  public long count(ListChange.Kind kind) {
    return changes().stream().filter(change -> change.kind() == kind).count();
  }

  public long cards(Stage.Card colour) {
    return list.content().rows().stream().filter(row -> row.colour() == colour).count();
  }

  public boolean isDraft() {
    return list instanceof CardList.Draft;
  }

  public boolean isReviewed() {
    return list instanceof CardList.Reviewed;
  }

  public boolean isPublished() {
    return list instanceof CardList.Published;
  }

  /** Who reviewed it, null where nobody has. */
  public String reviewer() {
    if (list instanceof CardList.Reviewed reviewed) {
      return reviewed.reviewer();
    }
    return list instanceof CardList.Published published ? published.reviewer() : null;
  }

  /** Null where it is not public. */
  public CardList.Published published() {
    return list instanceof CardList.Published published ? published : null;
  }
}
