package io.touchline.alerts.cases;

import io.touchline.contract.CaseRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.calendar.WorkingDays;
import io.touchline.domain.cases.CaseEvent;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.Chain;
import io.touchline.domain.cases.Due;
import io.touchline.domain.cases.Dues;
import io.touchline.domain.cases.Flat;
import io.touchline.domain.cases.Law;
import io.touchline.domain.cases.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** How an event gets into a case, within one transaction. */
final class Entering {

  private final Handle handle;
  private final Instant now;
  private final WorkingDays calendar;
  private final Law law;

  Entering(Handle handle, Instant now, WorkingDays calendar) {
    this.handle = handle;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
    this.calendar = calendar;
    this.law = LawBook.read(handle);
  }

  /** Into a case that is there and that they may see. */
  Answer enter(Participant who, String caseId, NewEvent event) {
    Optional<StoredCase> found = CaseStore.locked(handle, caseId);
    boolean theirs =
        CaseLines.one(handle, caseId)
            .filter(line -> who.sees(line.state().enterprise(), line.regionCode()))
            .isPresent();
    if (found.isEmpty() || !theirs) {
      return new Answer.NotThere(
          "case " + caseId + " is not there, or is not yours to see", "look for it in the list");
    }
    StoredCase stored = found.get();
    if (stored.verdict() instanceof Chain.Broken broken) {
      return new Answer.Tampered(
          "the stored events of case " + caseId + " were changed: " + broken.what(),
          "restore them from topic cases before anything is added");
    }
    return onto(stored, stored.file(), who, event);
  }

  /** Into a case that begins with it. */
  Answer open(String caseId, String enterprise, Participant who, NewEvent event) {
    StoredCase nothing = new StoredCase(caseId, java.util.List.of(), StoredCase.NOTHING);
    return onto(nothing, CaseFile.open(caseId, enterprise), who, event);
  }

  private Answer onto(StoredCase stored, CaseFile file, Participant who, NewEvent entered) {
    CaseEvent event = event(stored, file, who, entered);
    CaseFile.Result result = file.on(event);
    if (result.outcome() instanceof Outcome.Refused refused) {
      return new Answer.AgainstTheRules(refused.reason(), refused.why(), refused.instead());
    }
    if (result.outcome() instanceof Outcome.Known) {
      return new Answer.Entered(CaseRecord.of(file, stored.head()), event.eventId(), true);
    }
    if (entered.version() != null && entered.version() != stored.events().size()) {
      return new Answer.Stale(
          stored.events().size(),
          "the case has "
              + stored.events().size()
              + " events, "
              + entered.version()
              + " when it was looked at",
          "look at it again, then enter it if it still holds");
    }
    CaseFile after = result.file();
    CaseRecord record =
        CaseStore.add(handle, after, Chain.next(stored.last(), event), nextDue(after));
    return new Answer.Entered(record, event.eventId(), false);
  }

  /** An event that is there already keeps the time and the actor it has. */
  private CaseEvent event(StoredCase stored, CaseFile file, Participant who, NewEvent entered) {
    String id = entered.eventId() == null ? UUID.randomUUID().toString() : entered.eventId();
    Instant last =
        file.history().isEmpty() ? now : file.history().get(file.history().size() - 1).event().at();
    Instant at =
        file.history().stream()
            .map(CaseFile.Entry::event)
            .filter(old -> old.eventId().equals(id))
            .map(CaseEvent::at)
            .findFirst()
            .orElse(now.isBefore(last) ? last : now);
    String hash =
        entered.evidenceHash() == null
            ? Chain.hash(Flat.of((Record) entered.what()))
            : entered.evidenceHash();
    String row = entered.law() == null ? RestsOn.row(entered.what(), at) : entered.law();
    return new CaseEvent(
        stored.caseId(), id, file.enterprise(), at, who.actor(), row, hash, entered.what());
  }

  LocalDate nextDue(CaseFile file) {
    return Dues.of(file, law, calendar, now).stream()
        .filter(due -> due.doneOn() == null)
        .map(Due::last)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  LocalDate today() {
    return ChinaTime.date(now);
  }
}
