package io.touchline.domain.cases;

import java.time.LocalDate;
import java.util.List;

/** What somebody decided and signed. The software makes none. */
public sealed interface Decision extends What {

  Signature signature();

  /**
   * Nothing is left of the suspicion.
   *
   * @param code why
   * @param attachment where the proof lies
   */
  record Dismissed(Signature signature, CloseCode code, String attachment) implements Decision {}

  /** Why a suspicion is dismissed. */
  enum CloseCode {
    DEVICE_FAULT,
    MAINTENANCE_MARKED,
    START_STOP,
    DATA_ERROR,
    DUPLICATE,
    WITHIN_LIMIT_AFTER_REVIEW,
    OTHER
  }

  /** The defence was accepted, or the head did not approve. */
  record NotApproved(Signature signature, String reason) implements Decision {}

  /**
   * The yellow card: a limit, a stop, or a penalty without a stop.
   *
   * @param number of the decision document
   * @param approval number of the written approval (D2)
   * @param major whether the case is major or socially sensitive and needs collective review
   * @param toldOn when the discharger was told of facts, basis and rights (D3)
   * @param parts what the document contains (D4)
   * @param months of a limit how many, null else
   * @param spared why it is spared the stop (art. 7), null unless it is
   * @param departure why it departs from the proposal, null where it does not
   * @param lawRows names of the rows it rests on
   * @param adopted those of them that were not seen in their text
   */
  record YellowDecided(
      Signature signature,
      Measure measure,
      String number,
      String approval,
      boolean major,
      LocalDate toldOn,
      List<DocumentPart> parts,
      Integer months,
      String spared,
      String departure,
      List<String> lawRows,
      List<String> adopted)
      implements Decision {
    public YellowDecided {
      parts = List.copyOf(parts);
      lawRows = List.copyOf(lawRows);
      adopted = List.copyOf(adopted);
    }
  }

  /** What a decision document must state (Order 30 art. 13). */
  enum DocumentPart {
    IDENTITY,
    FACTS_AND_BASIS,
    WAY_AND_TERM,
    DUTIES_AND_REMEDY,
    AUTHORITY_AND_DATE
  }

  /** A limit is put off once. */
  record LimitExtended(Signature signature, int months, String reason) implements Decision {}

  /** What was penalised without a stop is put right. */
  record RectificationAccepted(Signature signature, String inspection) implements Decision {}

  /**
   * The card is taken off (摘牌), another date than the release.
   *
   * @param applicationNeeded whether the local rule wants one
   * @param application its number, null where there is none
   */
  record CardRemoved(Signature signature, boolean applicationNeeded, String application)
      implements Decision {}

  /** The government closes it: the red card. */
  record ClosureDecided(Signature signature) implements Decision {}

  /** The government declines. */
  record ClosureDeclined(Signature signature, String reason) implements Decision {}

  /** The permit is revoked or the entity is gone after closure. */
  record PermitRevoked(Signature signature) implements Decision {}

  /** The entity was dissolved or went bankrupt (Order 30 art. 18(1)). */
  record EntityEnded(Signature signature, String registryProof) implements Decision {}

  /**
   * A decision is cancelled on review or by a court; lists that name it must be corrected.
   *
   * @param number of the decision that falls
   */
  record DecisionCancelled(Signature signature, String number, String ruling) implements Decision {}

  /** A flag is raised or lowered by a person. */
  record FlagSet(Signature signature, Flag flag, boolean raised, String reason)
      implements Decision {}
}
