package io.touchline.domain.cases;

import io.touchline.domain.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A card as signed decisions have given it: the only thing a list can be made of. There is no way
 * to one from a proposal.
 *
 * @param from date of the decision that gave the colour first
 * @param measure of the decision that stands
 * @param number of that decision
 * @param decidedOn its date
 * @param grounds what it rests on
 * @param servedOn null until it is served
 * @param due last day of a limit, else of filing completion where it has one; null without
 * @param releasedOn null until release
 * @param removedOn null until the card is off: another date than the release
 * @param status where it stands
 */
public record IssuedCard(
    String caseId,
    String enterprise,
    Stage.Card colour,
    LocalDate from,
    Measure measure,
    String number,
    LocalDate decidedOn,
    List<Finding> grounds,
    LocalDate servedOn,
    LocalDate due,
    LocalDate releasedOn,
    LocalDate removedOn,
    Status status) {

  /** Where a card stands. */
  public enum Status {
    RECTIFYING("整改中"),
    RELEASED("已解除"),
    REMOVED("已摘牌"),
    CLOSED("停业关闭");

    private final String chinese;

    Status(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  public IssuedCard {
    grounds = List.copyOf(grounds);
  }

  /**
   * All cards of a case as they stood at an instant, the oldest first. A cancelled decision leaves
   * none.
   */
  public static List<IssuedCard> of(CaseFile file, Instant at) {
    List<IssuedCard> cards = new ArrayList<>();
    IssuedCard running = null;
    for (CaseFile.Entry entry : file.history()) {
      if (entry.event().at().isAfter(at)) {
        break;
      }
      IssuedCard next = next(file, running, entry).orElse(null);
      if (running != null && next == null && !isCancelled(entry)) {
        cards.add(running.removed(entry));
      }
      running = next;
    }
    if (running != null) {
      cards.add(running);
    }
    return List.copyOf(cards);
  }

  private static boolean isCancelled(CaseFile.Entry entry) {
    return entry.event().what() instanceof Decision.DecisionCancelled;
  }

  /** The card after an entry, empty where none stands. */
  private static Optional<IssuedCard> next(
      CaseFile file, IssuedCard running, CaseFile.Entry entry) {
    if (entry.after() instanceof Red red) {
      return Optional.of(red(file, running, red));
    }
    return entry.after().yellow().map(card -> yellow(file, running, card, entry));
  }

  private static IssuedCard red(CaseFile file, IssuedCard running, Red red) {
    LocalDate on = red.signature().on();
    boolean already = running != null && running.colour == Stage.Card.RED;
    return new IssuedCard(
        file.caseId(),
        file.enterprise(),
        Stage.Card.RED,
        already ? running.from : on,
        Measure.CLOSURE,
        red.signature().document(),
        on,
        red.grounds(),
        null,
        null,
        null,
        null,
        Status.CLOSED);
  }

  private static IssuedCard yellow(
      CaseFile file, IssuedCard running, YellowCard card, CaseFile.Entry entry) {
    boolean already = running != null && running.colour == Stage.Card.YELLOW;
    LocalDate decidedOn = card.decision().signature().on();
    LocalDate released = releasedOn(entry.after());
    return new IssuedCard(
        file.caseId(),
        file.enterprise(),
        Stage.Card.YELLOW,
        already ? running.from : decidedOn,
        card.decision().measure(),
        card.decision().number(),
        decidedOn,
        card.findings(),
        card.servedOn(),
        card.limitEnds(),
        released,
        null,
        released == null ? Status.RECTIFYING : Status.RELEASED);
  }

  private static LocalDate releasedOn(CaseState state) {
    if (state instanceof ReleasedWatch watch) {
      return watch.releasedOn();
    }
    if (state instanceof ProposedYellow proposed) {
      return releasedOn(proposed.standing());
    }
    return state instanceof ProposedRed proposed ? releasedOn(proposed.standing()) : null;
  }

  private IssuedCard removed(CaseFile.Entry entry) {
    LocalDate on =
        entry.event().what() instanceof Decision decision
            ? decision.signature().on()
            : ChinaTime.date(entry.event().at());
    return new IssuedCard(
        caseId,
        enterprise,
        colour,
        from,
        measure,
        number,
        decidedOn,
        grounds,
        servedOn,
        due,
        releasedOn,
        on,
        colour == Stage.Card.RED ? Status.CLOSED : Status.REMOVED);
  }

  /** Whether it was there on some day of a period. */
  public boolean isIn(ListPeriod period) {
    return !from.isAfter(period.last())
        && (removedOn == null || !removedOn.isBefore(period.first()));
  }
}
