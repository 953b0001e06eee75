package io.touchline.domain.cases;

import io.touchline.domain.cases.Outcome.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One case as its events have made it. The same events in the same order give the same case on any
 * machine; an event that was refused leaves nothing.
 *
 * @param enterprise credit code
 * @param flags what stands beside the state
 * @param history the events that stand, the oldest first, each with the state it led to
 */
public record CaseFile(
    String caseId, String enterprise, CaseState state, Set<Flag> flags, List<Entry> history) {

  /** One event that stands. */
  public record Entry(CaseEvent event, CaseState after) {}

  /**
   * What came of an event.
   *
   * @param file the case afterwards, the same where the event does not stand
   */
  public record Result(CaseFile file, Outcome outcome) {}

  private static final String HASH = "[0-9a-f]{64}";

  /** A case of which nothing is known yet. */
  public static CaseFile open(String caseId, String enterprise) {
    return new CaseFile(caseId, enterprise, new Clear(), Set.of(), List.of());
  }

  /**
   * The case that accepted events have made.
   *
   * @param events of one case, at least one
   * @throws IllegalArgumentException where one of them does not stand: what is stored was tampered
   *     with or is not whole
   */
  public static CaseFile fold(List<CaseEvent> events) {
    CaseFile file = open(events.get(0).caseId(), events.get(0).enterprise());
    for (CaseEvent event : events) {
      Result result = file.on(event);
      if (result.outcome() instanceof Outcome.Refused refused) {
        throw new IllegalArgumentException(
            "event " + event.eventId() + " of case " + file.caseId + ": " + refused.text());
      }
      file = result.file();
    }
    return file;
  }

  /** Takes one more event, or says why not. */
  public Result on(CaseEvent event) {
    Optional<Outcome> standing = known(event);
    if (standing.isPresent()) {
      return new Result(this, standing.get());
    }
    Outcome outcome =
        envelope(event)
            .or(() -> by(event))
            .or(() -> everywhere(event))
            .orElseGet(() -> state.on(event));
    return new Result(outcome instanceof Outcome.Moved moved ? with(event, moved) : this, outcome);
  }

  private Optional<Outcome> known(CaseEvent event) {
    return history.stream()
        .map(Entry::event)
        .filter(old -> old.eventId().equals(event.eventId()))
        .findFirst()
        .map(
            old ->
                old.equals(event)
                    ? new Outcome.Known()
                    : Outcome.refused(
                        Reason.ID_TAKEN,
                        "another event of this case is called " + event.eventId(),
                        "give it a name of its own"));
  }

  private Optional<Outcome> envelope(CaseEvent event) {
    if (!event.caseId().equals(caseId) || !event.enterprise().equals(enterprise)) {
      return refuse(
          Reason.OTHER_CASE,
          "the event is of case " + event.caseId() + " of " + event.enterprise(),
          "this is case " + caseId + " of " + enterprise);
    }
    if (!Words.said(event.law())
        || event.evidenceHash() == null
        || !event.evidenceHash().matches(HASH)) {
      return refuse(
          Reason.INCOMPLETE,
          "an event names the row of law it rests on and the SHA-256 of its evidence",
          "hand in both");
    }
    if (!history.isEmpty() && event.at().isBefore(last().event().at())) {
      return refuse(
          Reason.OUT_OF_ORDER,
          "the latest event was entered at " + last().event().at(),
          "enter it with the time of entry; the document's own date goes beside it");
    }
    return Optional.empty();
  }

  private Optional<Outcome> by(CaseEvent event) {
    List<Transition> rows = Transition.from(state.stage(), event.what().happening());
    if (rows.isEmpty()) {
      return refuse(
          Reason.NOT_FROM_HERE,
          event.what().happening() + " does not happen in " + state.stage(),
          "possible now: " + Transition.possible(state.stage()));
    }
    Transition.Hand hand = rows.get(0).hand();
    if (!hand.roles().contains(event.actor().role())) {
      return refuse(
          Reason.NOT_BY_THEM,
          event.actor().role() + " may not enter " + event.what().happening(),
          "it is for " + hand.roles());
    }
    if (event.what() instanceof Step.Recorded recorded) {
      return recorded(event, recorded);
    }
    return event.what() instanceof Decision decision
        ? signed(event, decision, hand)
        : Optional.empty();
  }

  private Optional<Outcome> recorded(CaseEvent event, Step.Recorded recorded) {
    boolean enterprise = event.actor().role() == Role.ENTERPRISE;
    if (enterprise && !recorded.milestone().isTheEnterprises()) {
      return refuse(
          Reason.NOT_BY_THEM,
          "an enterprise does not record " + recorded.milestone(),
          "it is for the authority");
    }
    return recorded.on() == null || !Words.said(recorded.document())
        ? refuse(Reason.INCOMPLETE, "a record needs its day and its document", "name both")
        : Optional.empty();
  }

  private static Optional<Outcome> signed(
      CaseEvent event, Decision decision, Transition.Hand hand) {
    Signature signature = decision.signature();
    if (signature == null || !signature.isWhole()) {
      return refuse(
          Reason.INCOMPLETE,
          event.what().happening() + " is a decision and nobody has signed it",
          "name who signed, in which document and when");
    }
    return hand.signatories().contains(signature.signatory())
        ? Optional.empty()
        : refuse(
            Reason.NOT_BY_THEM,
            signature.signatory() + " cannot sign " + event.what().happening(),
            "it is for " + hand.signatories());
  }

  private static Optional<Outcome> refuse(Reason reason, String why, String instead) {
    return Optional.of(Outcome.refused(reason, why, instead));
  }

  /** What every state answers alike. */
  private Optional<Outcome> everywhere(CaseEvent event) {
    if (event.what() instanceof Decision.EntityEnded ended) {
      return Words.said(ended.registryProof())
          ? Optional.of(Outcome.to(new Terminated("entity ended")))
          : refuse(
              Reason.INCOMPLETE, "nothing proves that the entity ended", "name the registry entry");
    }
    return event.what() instanceof Decision.FlagSet ? Optional.of(state.stays()) : Optional.empty();
  }

  private Entry last() {
    return history.get(history.size() - 1);
  }

  private CaseFile with(CaseEvent event, Outcome.Moved moved) {
    List<Entry> longer = new ArrayList<>(history);
    longer.add(new Entry(event, moved.to()));
    return new CaseFile(
        caseId, enterprise, moved.to(), flags(event, moved), Collections.unmodifiableList(longer));
  }

  private Set<Flag> flags(CaseEvent event, Outcome.Moved moved) {
    EnumSet<Flag> after = EnumSet.noneOf(Flag.class);
    after.addAll(flags);
    if (moved.disputed()) {
      after.add(Flag.DATA_DISPUTE);
    }
    if (event.what() instanceof Decision.FlagSet set) {
      if (set.raised()) {
        after.add(set.flag());
      } else {
        after.remove(set.flag());
      }
    }
    return Collections.unmodifiableSet(after);
  }
}
