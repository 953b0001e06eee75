package io.touchline.alerts.cases;

import io.touchline.domain.calendar.WorkingDays;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.CaseState;
import io.touchline.domain.cases.Clear;
import io.touchline.domain.cases.Detecting;
import io.touchline.domain.cases.Detection;
import io.touchline.domain.cases.Facts;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Ground;
import io.touchline.domain.cases.LateTruth;
import io.touchline.domain.cases.Law;
import io.touchline.domain.cases.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what data say into cases, within the transaction that moves the consumed offset: a new
 * finding as {@code DETECTED}, into the open case of the enterprise or into a new one; a change
 * under a finding that a case stands on as {@code TRUTH_CHANGED}, into that case, whatever came of
 * it. It decides nothing.
 *
 * <p>News that only go on where they were (an episode that lasts, a total that grows) are no change
 * to what was decided: they take nothing from its ground.
 */
final class Detective {

  private static final Logger LOG = LoggerFactory.getLogger(Detective.class);

  /** Own choice: what looked like evasion before a case began and still belongs to it. */
  private static final Duration HINTS_BEFORE = Duration.ofDays(30);

  private static final LocalDate EVER = LocalDate.of(1970, 1, 1);

  private record Open(String caseId, CaseFile file) {}

  private final Handle handle;
  private final Instant now;
  private final Law law;
  private final Entering entering;
  private final List<Answer.Entered> entered = new ArrayList<>();

  Detective(Handle handle, Instant now, WorkingDays calendar) {
    this.handle = handle;
    this.now = now;
    this.law = LawBook.read(handle);
    this.entering = new Entering(handle, now, calendar);
  }

  /** Looks at facts that changed. */
  void look(String enterprise, List<Fact> changed) {
    CaseStore.lockEnterprise(handle, enterprise);
    String region = Optional.ofNullable(CaseLines.region(handle, enterprise)).orElse("");
    Map<String, CaseFile> files = new LinkedHashMap<>();
    for (String id : CaseStore.of(handle, enterprise)) {
      files.put(id, CaseStore.locked(handle, id).orElseThrow().file());
    }
    files.forEach((id, file) -> lateTruth(id, file, region, changed));
    fresh(enterprise, region, changed, files);
  }

  private void lateTruth(String caseId, CaseFile file, String region, List<Fact> changed) {
    if (!file.state().stage().isOpen()) {
      return;
    }
    Map<String, Fact> byId =
        changed.stream().collect(Collectors.toMap(Fact::id, Function.identity(), (a, b) -> b));
    List<Finding> held = Held.all(file.state());
    Set<Finding> decided = new HashSet<>(Held.decided(file.state()));
    Map<String, Finding> candidates = candidates(file.enterprise(), region, changed, file.state());
    List<Finding> current = new ArrayList<>();
    for (Finding one : held) {
      Fact fact = byId.get(Fact.idOf(one));
      Finding found = fact == null ? one : candidates.get(one.id());
      if (found != null) {
        current.add(stands(one, found, fact, decided.contains(one)) ? one : found);
      }
    }
    for (Detection news : LateTruth.of(file, current, "the data changed")) {
      enter(caseId, news);
    }
  }

  private static boolean stands(Finding held, Finding found, Fact fact, boolean decided) {
    if (Held.sameAs(held, found)) {
      return true;
    }
    boolean goesOn = decided || fact.kind() == Fact.Kind.TOTAL;
    return goesOn && Held.takesNothing(held, found);
  }

  /** All that the facts could show, also under a limit that was there once. */
  private Map<String, Finding> candidates(
      String enterprise, String region, List<Fact> changed, CaseState state) {
    Facts facts = Fact.facts(enterprise, region, changed);
    Facts limited =
        new Facts(
            enterprise,
            region,
            EVER,
            EVER,
            facts.exceedances(),
            facts.totals(),
            facts.samples(),
            facts.hints(),
            facts.penalties());
    Map<String, Finding> found = new LinkedHashMap<>();
    for (Facts one : List.of(facts, limited, facts.under(state))) {
      Detecting.in(one, law).findings().forEach(finding -> found.put(finding.id(), finding));
    }
    return found;
  }

  private void fresh(
      String enterprise, String region, List<Fact> changed, Map<String, CaseFile> files) {
    Optional<Open> open =
        files.entrySet().stream()
            .filter(entry -> entry.getValue().state().stage().isOpen())
            .map(entry -> new Open(entry.getKey(), entry.getValue()))
            .findFirst();
    CaseState state = open.map(one -> one.file().state()).orElseGet(Clear::new);
    Detecting.Found found = Detecting.in(Fact.facts(enterprise, region, changed).under(state), law);
    if (!found.withheld().isEmpty()) {
      LOG.atInfo()
          .addKeyValue("enterprise", enterprise)
          .addKeyValue("withheld", found.withheld())
          .log("rows of law that were not seen judged nothing");
    }
    Set<String> known =
        open.map(one -> Held.all(one.file().state()).stream().map(Finding::id).toList())
            .map(Set::copyOf)
            .orElse(Set.of());
    List<Finding> news =
        found.findings().stream()
            .filter(finding -> !known.contains(finding.id()))
            .filter(finding -> !known.contains(otherwise(finding)))
            .filter(finding -> files.values().stream().allMatch(file -> isNews(file, finding)))
            .toList();
    if (news.isEmpty()) {
      return;
    }
    if (open.isPresent()) {
      news.forEach(finding -> enter(open.get().caseId(), new Detection.Detected(finding)));
    } else if (news.stream().anyMatch(finding -> finding.ground() != Ground.P1)) {
      begin(enterprise, region, news);
    }
  }

  /** The same exceedance as it is called before and after a limit. */
  private static String otherwise(Finding finding) {
    return switch (finding.ground()) {
      case L1 -> Ground.P4 + "|" + Fact.idOf(finding);
      case P4 -> Ground.L1 + "|" + Fact.idOf(finding);
      default -> finding.id();
    };
  }

  /** Whether a case was not told of it, or of less. A total is told of once. */
  private static boolean isNews(CaseFile file, Finding finding) {
    return List.of(finding.id(), otherwise(finding)).stream()
        .flatMap(id -> Held.lastTold(file, id).stream())
        .allMatch(
            told ->
                file.state().stage() != Stage.TERMINATED
                    && told.ground() != Ground.L2
                    && told.ground() != Ground.P3
                    && finding.to() != null
                    && told.to() != null
                    && finding.to().isAfter(told.to()));
  }

  private void begin(String enterprise, String region, List<Finding> news) {
    String caseId = CaseStore.newId(handle, now);
    Finding first =
        news.stream().filter(one -> one.ground() != Ground.P1).findFirst().orElseThrow();
    log(caseId, entering.open(caseId, enterprise, Participant.SYSTEM, event(detected(first))));
    List<Finding> rest = new ArrayList<>(news);
    rest.remove(first);
    List<Fact> hints = FactStore.hints(handle, enterprise, now.minus(HINTS_BEFORE));
    Detecting.in(Fact.facts(enterprise, region, hints), law).findings().stream()
        .filter(hint -> rest.stream().noneMatch(one -> one.id().equals(hint.id())))
        .forEach(rest::add);
    rest.forEach(finding -> enter(caseId, detected(finding)));
  }

  private static Detection detected(Finding finding) {
    return new Detection.Detected(finding);
  }

  private void enter(String caseId, Detection news) {
    log(caseId, entering.enter(Participant.SYSTEM, caseId, event(news)));
  }

  private static NewEvent event(Detection news) {
    String evidence =
        news instanceof Detection.Detected detected ? detected.finding().evidenceHash() : null;
    return new NewEvent(news.eventId(), null, null, evidence, news);
  }

  private void log(String caseId, Answer answer) {
    if (answer instanceof Answer.Entered done) {
      entered.add(done);
    } else if (answer instanceof Answer.Refused refused) {
      LOG.atError()
          .addKeyValue("case", caseId)
          .addKeyValue("why", refused.why())
          .addKeyValue("instead", refused.instead())
          .log("what data say was not entered");
    }
  }

  /** Writes the access log, last: whoever holds its end waits for no case. */
  void finish() {
    for (Answer.Entered done : entered) {
      AccessLog.add(
          handle,
          now,
          Participant.SYSTEM,
          "ENTERED",
          done.now().caseId(),
          done.now().events() + " " + done.now().hash());
    }
  }
}
