package io.touchline.domain.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The yellow and red list of a prefecture and period (黄牌红牌名单): drafted by the software, reviewed by
 * an officer, published with a signature. What was published stays; a correction is another version
 * with a note.
 */
public sealed interface CardList {

  Content content();

  /**
   * What a list says.
   *
   * @param prefecture GB/T 2260 code
   * @param asOf the instant whose cards it shows
   * @param version counts from 1
   * @param note what changed against the version before, "" in the first
   */
  record Content(
      String prefecture,
      ListPeriod period,
      Instant asOf,
      int version,
      String note,
      List<ListRow> rows) {
    public Content {
      rows = List.copyOf(rows);
    }
  }

  /** Nobody has looked at it. */
  record Draft(Content content) implements CardList {

    /** An officer stands for it. */
    public Reviewed reviewed(String officer, Instant at) {
      return new Reviewed(content, officer, at);
    }
  }

  /** Somebody has, and it may be signed. */
  record Reviewed(Content content, String reviewer, Instant at) implements CardList {

    /** It is public. Four eyes: the reviewer cannot sign. */
    public Publishing published(Signature signature, Instant on) {
      if (!signature.isWhole() || signature.signatory() != Signature.Signatory.HEAD) {
        return new NotPublished(
            "a list is published with the signature of the head", "have it signed");
      }
      return signature.person().equals(reviewer)
          ? new NotPublished(reviewer + " reviewed it and cannot sign it", "have another sign")
          : new Published(content, reviewer, signature, on);
    }
  }

  /** What comes of publishing. */
  sealed interface Publishing permits Published, NotPublished {}

  /** It stays as it was. */
  record NotPublished(String why, String instead) implements Publishing {}

  /** It is public and stays what it is. */
  record Published(Content content, String reviewer, Signature signature, Instant at)
      implements CardList, Publishing {

    /**
     * The draft of the next version; empty where nothing changed.
     *
     * @param note what was wrong; it goes to the public
     */
    public Optional<Draft> corrected(List<ListRow> rows, Instant asOf, String note) {
      return content.rows().equals(rows) || !Words.said(note)
          ? Optional.empty()
          : Optional.of(
              new Draft(
                  new Content(
                      content.prefecture(),
                      content.period(),
                      asOf,
                      content.version() + 1,
                      note,
                      rows)));
    }
  }

  /** The first draft of a period. */
  static Draft draft(
      String prefecture,
      ListPeriod period,
      Instant asOf,
      List<CaseFile> files,
      Map<String, Register> registry) {
    return new Draft(
        new Content(
            prefecture, period, asOf, 1, "", rows(prefecture, period, asOf, files, registry)));
  }

  /**
   * The cards of a prefecture that were there on some day of a period, red before yellow.
   *
   * @param registry by credit code; an enterprise that it lacks is on no list
   */
  static List<ListRow> rows(
      String prefecture,
      ListPeriod period,
      Instant asOf,
      List<CaseFile> files,
      Map<String, Register> registry) {
    return files.stream()
        .flatMap(file -> IssuedCard.of(file, asOf).stream())
        .filter(card -> card.isIn(period) && registry.containsKey(card.enterprise()))
        .filter(card -> registry.get(card.enterprise()).prefecture().equals(prefecture))
        .map(card -> ListRow.of(card, registry.get(card.enterprise())))
        .sorted(ListRow.ORDER)
        .toList();
  }
}
