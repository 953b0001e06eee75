package io.touchline.domain.cases;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cases of an office. An enterprise has one open case at most, with all its grounds: what is
 * found meanwhile goes into it.
 *
 * @param files by case
 */
public record CaseBook(SortedMap<String, CaseFile> files) {

  /** What came of an event. */
  public record Result(CaseBook book, Outcome outcome) {}

  public CaseBook {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  public static CaseBook empty() {
    return new CaseBook(new TreeMap<>());
  }

  /** Takes one more event, or says why not. */
  public Result on(CaseEvent event) {
    CaseFile file =
        files.getOrDefault(event.caseId(), CaseFile.open(event.caseId(), event.enterprise()));
    Optional<CaseFile> other = openCaseOf(event.enterprise());
    if (!file.state().stage().isOpen()
        && event.what() instanceof Detection.Detected
        && other.isPresent()) {
      return new Result(
          this,
          Outcome.refused(
              Outcome.Reason.CARD_OPEN,
              "enterprise " + event.enterprise() + " has an open case",
              "bring it into case " + other.get().caseId()));
    }
    CaseFile.Result result = file.on(event);
    if (!(result.outcome() instanceof Outcome.Moved)) {
      return new Result(this, result.outcome());
    }
    TreeMap<String, CaseFile> after = new TreeMap<>(files);
    after.put(event.caseId(), result.file());
    return new Result(new CaseBook(after), result.outcome());
  }

  /** The one open case of an enterprise. */
  public Optional<CaseFile> openCaseOf(String enterprise) {
    return files.values().stream()
        .filter(file -> file.enterprise().equals(enterprise) && file.state().stage().isOpen())
        .findFirst();
  }
}
