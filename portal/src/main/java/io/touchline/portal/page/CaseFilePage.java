package io.touchline.portal.page;

import io.touchline.alerts.cases.Answer;
import io.touchline.alerts.cases.CaseView;
import io.touchline.alerts.http.Caller;
import io.touchline.contract.CaseRecord;
import io.touchline.domain.cases.Chain;
import io.touchline.domain.cases.Due;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Happening;
import io.touchline.domain.cases.YellowCard;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * One case.
 *
 * @param steps that who looks may take now
 * @param form what was sent and not taken
 * @param refused why it was not, null where nothing was refused
 * @param done what was entered just now, null where nothing was
 */
public record CaseFilePage(
    Caller caller,
    CaseView view,
    List<CaseStep> steps,
    FormState form,
    Answer.Refused refused,
    Happening done,
    LocalDate today) {

  private static final int NEVER = 9999;

  public CaseRecord state() {
    return view.line().state();
  }

  public String id() {
    return state().caseId();
  }

  /** The enterprise's name; its code where the registry has none. */
  public String enterprise() {
    return view.line().enterpriseName() == null
        ? state().enterprise()
        : view.line().enterpriseName();
  }

  /** Missed first, then those that run by their end, then what is done. */
  public List<Due> dues() {
    return view.dues().stream()
        .sorted(
            Comparator.comparing((Due due) -> rank(due.state()))
                .thenComparing(due -> due.last() == null ? LocalDate.of(NEVER, 1, 1) : due.last()))
        .toList();
  }

  private static int rank(Due.State state) {
    return switch (state) {
      case MISSED -> 0;
      case RUNNING -> 1;
      case NEEDS_CHECK, END_NOT_KNOWN -> 2;
      case ONGOING -> 3;
      case MET_LATE, MET -> 4;
    };
  }

  public long missed() {
    return view.dues().stream().filter(due -> due.state() == Due.State.MISSED).count();
  }

  /** The next term that runs, null where none does. */
  public Due next() {
    return view.dues().stream()
        .filter(due -> due.state() == Due.State.RUNNING && due.last() != null)
        .min(Comparator.comparing(Due::last))
        .orElse(null);
  }

  public List<Station> stations() {
    return Station.of(view.file(), view.dues());
  }

  /** What speaks for a measure and was not decided on. */
  public List<Finding> findings() {
    return view.file().state().findings();
  }

  /** What the card that stands was decided on. */
  public List<Finding> decided() {
    return view.file().state().yellow().map(YellowCard::findings).orElse(List.of());
  }

  /** What of the stored events was changed, null where they are whole. */
  public String changed() {
    return view.verdict() instanceof Chain.Broken broken ? broken.what() : null;
  }

  public List<CaseStep> mainSteps() {
    return steps.stream().filter(CaseStep::main).toList();
  }

  public List<CaseStep> otherSteps() {
    return steps.stream().filter(step -> !step.main()).toList();
  }
}
