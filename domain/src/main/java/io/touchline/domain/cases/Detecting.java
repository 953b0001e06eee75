package io.touchline.domain.cases;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.cases.Facts.Exceedance;
import io.touchline.domain.cases.Facts.OverTotal;
import io.touchline.domain.cases.Facts.Sample;
import io.touchline.domain.totals.TotalPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From data to findings: which grounds the facts of an enterprise show or hint at. The same facts
 * give the same findings, whatever order they came in. A ground whose row of law may not judge
 * yields none, and is told of as withheld.
 */
public final class Detecting {

  /**
   * What the facts show.
   *
   * @param withheld what would be a finding if its row could judge, with the reason
   */
  public record Found(List<Finding> findings, List<String> withheld) {}

  private final Facts facts;
  private final Law law;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> withheld = new ArrayList<>();

  private Detecting(Facts facts, Law law) {
    this.facts = facts;
    this.law = law;
  }

  /** All findings of the facts, in the order of their names. */
  public static Found in(Facts facts, Law law) {
    Detecting detecting = new Detecting(facts, law);
    facts.exceedances().forEach(detecting::exceedance);
    facts.totals().forEach(detecting::total);
    facts.samples().forEach(detecting::sample);
    facts.hints().forEach(detecting::hint);
    return new Found(
        detecting.findings.stream().sorted(Comparator.comparing(Finding::id)).toList(),
        detecting.withheld.stream().distinct().sorted().toList());
  }

  private void exceedance(Exceedance exceedance) {
    Draft draft = Draft.of(exceedance);
    over(draft, exceedance.factor(), exceedance.from());
  }

  private void sample(Sample sample) {
    if (sample.kind() == Sample.Kind.SUPERVISORY && sample.value().exceeds(sample.limit())) {
      over(Draft.of(sample), sample.factor(), sample.takenAt());
    }
  }

  /** Over the standard: a limit's ground; after a limit a stop's; of toxic factors maybe more. */
  private void over(Draft draft, String factor, Instant from) {
    boolean limited =
        facts.limitedSince() != null && ChinaTime.date(from).isAfter(facts.limitedSince());
    boolean found = limited && add(draft, Ground.P4, "still over the standard after a limit");
    if (!found) {
      add(draft, Ground.L1, "over the standard");
    }
    ToxicFactor.at(factor, from).ifPresent(toxic -> toxic(draft, toxic, from));
  }

  private void toxic(Draft draft, ToxicFactor toxic, Instant from) {
    if (isWithheld(toxic)) {
      return;
    }
    timesOver(draft, from);
    Optional<Decimal> penalties = number(CaseNumber.Name.TOXIC_PENALTIES, from);
    Optional<Decimal> years = number(CaseNumber.Name.TOXIC_PENALTY_YEARS, from);
    if (penalties.isPresent() && years.isPresent()) {
      LocalDate day = ChinaTime.date(from);
      LocalDate since = day.minusYears(years.get().number().longValueExact());
      long count =
          facts.penalties().stream().filter(on -> !on.isBefore(since) && on.isBefore(day)).count();
      if (count >= penalties.get().number().longValueExact()) {
        add(draft, Ground.C1, count + " penalties since " + since + ", and again");
      }
    }
  }

  private void timesOver(Draft draft, Instant from) {
    Optional<Decimal> times = number(CaseNumber.Name.THREE_TIMES, from);
    if (times.isPresent() && draft.times().reaches(times.get(), law.threeTimes())) {
      add(
          draft,
          Ground.P2,
          "value / limit is "
              + draft.times().ratio()
              + ", (value - limit) / limit is "
              + draft.times().excess()
              + ", read as "
              + law.threeTimes());
    }
  }

  private void total(OverTotal total) {
    if (total.massMg() <= total.permittedMg()) {
      return;
    }
    String masses =
        total.massMg()
            + " mg measured, "
            + total.permittedMg()
            + " mg permitted by "
            + total.permit();
    Draft draft = Draft.of(facts, total);
    if (total.period() == TotalPeriod.DAY) {
      add(draft, Ground.L2, "over the daily total: " + masses);
    } else {
      add(draft, Ground.P3, "over the annual total: " + masses);
    }
  }

  private void hint(Facts.Hint hint) {
    Draft draft = Draft.of(hint);
    boolean running = hint.kind() == Ground.C2;
    boolean stopped =
        facts.stoppedSince() != null && ChinaTime.date(hint.from()).isAfter(facts.stoppedSince());
    if (!running || stopped) {
      add(draft, hint.kind(), hint.what());
    }
  }

  /** Whether it became a finding. */
  private boolean add(Draft draft, Ground ground, String why) {
    GroundRow national = GroundRow.at(ground, draft.from()).orElse(null);
    if (national == null || isWithheld(national)) {
      return false;
    }
    List<GroundRow> rows = new ArrayList<>(List.of(national));
    GroundRow.ofRegion(ground, facts.region(), draft.from()).stream()
        .filter(law::mayJudge)
        .forEach(rows::add);
    findings.add(draft.finding(ground, rows, why));
    return true;
  }

  private Optional<Decimal> number(CaseNumber.Name name, Instant at) {
    CaseNumber.at(name, at).ifPresent(this::isWithheld);
    return law.number(name, at).map(CaseNumber::number);
  }

  private boolean isWithheld(LawRow row) {
    Optional<String> objection = law.objection(row);
    objection.ifPresent(withheld::add);
    return objection.isPresent();
  }
}
