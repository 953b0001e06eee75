package io.touchline.contract;

import io.touchline.domain.cases.CardList;
import io.touchline.domain.cases.ListRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A yellow and red list as JSON for other systems, in the same order and with the same columns as
 * for people.
 *
 * @param prefecture GB/T 2260 code
 * @param period {@code 2026Q1} or {@code 2026-01}
 * @param from its first day
 * @param to its last day
 * @param asOf the instant whose cards it shows
 * @param state DRAFT, REVIEWED or PUBLISHED
 * @param version counts from 1
 * @param note what changed against the version before
 * @param document that bears the signature, absent until it is published
 * @param publishedAt absent until it is
 */
public record CardListRecord(
    int schemaVersion,
    String prefecture,
    String period,
    LocalDate from,
    LocalDate to,
    Instant asOf,
    State state,
    int version,
    String note,
    String document,
    Instant publishedAt,
    List<ListRow> rows) {

  public static final int SCHEMA_VERSION = 1;

  /** How far it is. */
  public enum State {
    DRAFT,
    REVIEWED,
    PUBLISHED
  }

  public static CardListRecord of(CardList list) {
    CardList.Content content = list.content();
    CardList.Published published = list instanceof CardList.Published signed ? signed : null;
    State draftOrReviewed = list instanceof CardList.Reviewed ? State.REVIEWED : State.DRAFT;
    return new CardListRecord(
        SCHEMA_VERSION,
        content.prefecture(),
        content.period().text(),
        content.period().first(),
        content.period().last(),
        content.asOf(),
        published == null ? draftOrReviewed : State.PUBLISHED,
        content.version(),
        content.note(),
        published == null ? null : published.signature().document(),
        published == null ? null : published.at(),
        content.rows());
  }
}
