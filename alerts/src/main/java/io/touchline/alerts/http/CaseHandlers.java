package io.touchline.alerts.http;

import io.javalin.http.Context;
import io.touchline.alerts.cases.AccessLog;
import io.touchline.alerts.cases.Answer;
import io.touchline.alerts.cases.CaseQuery;
import io.touchline.alerts.cases.CaseView;
import io.touchline.alerts.cases.Enforcement;
import io.touchline.alerts.cases.NewEvent;
import io.touchline.domain.cases.Flat;
import io.touchline.domain.cases.Ground;
import io.touchline.domain.cases.Happening;
import io.touchline.domain.cases.Outcome;
import io.touchline.domain.cases.Stage;
import io.touchline.domain.cases.What;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cases and what is entered in them. What is not the caller's to see is not there. */
final class CaseHandlers {

  /**
   * An event to enter.
   *
   * @param details its figures by name, as docs/cases.md lists them for each {@code what}
   */
  record Entry(
      String eventId,
      Long version,
      String law,
      String evidenceHash,
      Happening what,
      SortedMap<String, String> details) {}

  /**
   * A case that begins with what no data show.
   *
   * @param finding DETECTED
   */
  record Beginning(String enterprise, Entry finding) {}

  record Adoption(String row, boolean adopted, String reason) {}

  private final Enforcement enforcement;

  CaseHandlers(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  Object list(Context ctx, Caller caller) {
    String stage = Requests.oneOf(ctx, "state", Stage.values());
    String card = Requests.oneOf(ctx, "card", Stage.Card.values());
    String ground = Requests.oneOf(ctx, "ground", Ground.values());
    String open = ctx.queryParam("open");
    if (open != null && !open.matches("true|false")) {
      throw new Refusal(400, "open is true or false");
    }
    return enforcement.list(
        caller.participant(),
        new CaseQuery(
            ctx.queryParam("region"),
            ctx.queryParam("enterprise"),
            stage == null ? null : Stage.valueOf(stage),
            card == null ? null : Stage.Card.valueOf(card),
            open == null ? null : Boolean.valueOf(open),
            ground == null ? null : Ground.valueOf(ground),
            day(ctx.queryParam("dueBefore")),
            Requests.limit(ctx),
            ctx.queryParam("after")));
  }

  private static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Refusal(400, "dueBefore is a day: 2026-11-20");
    }
  }

  Object one(Context ctx, Caller caller) {
    return CaseJson.of(seen(ctx, caller));
  }

  Object events(Context ctx, Caller caller) {
    return seen(ctx, caller).events();
  }

  Object duties(Context ctx, Caller caller) {
    return CaseJson.of(seen(ctx, caller)).dues();
  }

  private CaseView seen(Context ctx, Caller caller) {
    String id = ctx.pathParam("id");
    Optional<CaseView> found = enforcement.one(caller.participant(), id);
    return found.orElseThrow(() -> Refusal.notFound("case " + id));
  }

  Object begin(Context ctx, Caller caller) {
    Beginning beginning = Requests.body(ctx, Beginning.class);
    if (beginning.enterprise() == null || beginning.finding() == null) {
      throw new Refusal(400, "a case is begun of an enterprise with a finding");
    }
    Entry entry = beginning.finding();
    return said(enforcement.begin(caller.participant(), beginning.enterprise(), event(entry)));
  }

  Object enter(Context ctx, Caller caller) {
    NewEvent event = event(Requests.body(ctx, Entry.class));
    return said(enforcement.enter(caller.participant(), ctx.pathParam("id"), event));
  }

  private static NewEvent event(Entry entry) {
    if (entry.what() == null) {
      throw new Refusal(400, "what says what happened, one of docs/cases.md");
    }
    SortedMap<String, String> details = entry.details() == null ? new TreeMap<>() : entry.details();
    return new NewEvent(
        entry.eventId(),
        entry.version(),
        entry.law(),
        entry.evidenceHash(),
        what(entry.what(), details));
  }

  private static What what(Happening happening, SortedMap<String, String> details) {
    try {
      return (What) Flat.read(happening.type().asSubclass(Record.class), details);
    } catch (DateTimeException e) {
      throw new Refusal(422, "a day is 2026-11-20, an instant 2026-11-20T08:00:00+08:00");
    }
  }

  private static Answer said(Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      throw new Refusal(status(refused), refused.why() + "; " + refused.instead());
    }
    return answer;
  }

  private static int status(Answer.Refused refused) {
    if (refused instanceof Answer.NotThere) {
      return 404;
    }
    if (!(refused instanceof Answer.AgainstTheRules rule)) {
      return 409;
    }
    if (rule.reason() == Outcome.Reason.NOT_BY_THEM) {
      return 403;
    }
    return switch (rule.reason()) {
      case INCOMPLETE, LAW_NOT_SEEN, DEPARTS_WITHOUT_REASON, NOT_FOUND -> 422;
      default -> 409;
    };
  }

  Object law(Context ctx, Caller caller) {
    return enforcement.law().adopted().stream().sorted().toList();
  }

  Object adopt(Context ctx, Caller caller) {
    Adoption adoption = Requests.body(ctx, Adoption.class);
    enforcement.adopt(caller.participant(), adoption.row(), adoption.adopted(), adoption.reason());
    return law(ctx, caller);
  }

  Object accesses(Context ctx, Caller caller) {
    List<AccessLog.Line> lines =
        enforcement.accesses(caller.participant(), ctx.queryParam("subject"), Requests.limit(ctx));
    return lines;
  }
}
