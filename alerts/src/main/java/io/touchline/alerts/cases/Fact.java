package io.touchline.alerts.cases;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.cases.Facts;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Ground;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What data say of an enterprise and what a case may come of.
 *
 * @param id what findings of it are called, without their ground
 * @param place MN of an outlet, or credit code of an enterprise
 * @param gone whether nothing is left of it
 * @param value one of {@link Facts}
 */
record Fact(
    String id, Kind kind, String place, Instant from, int revision, boolean gone, Record value) {

  /** What of. */
  enum Kind {
    EXCEEDANCE(Facts.Exceedance.class),
    TOTAL(Facts.OverTotal.class),
    HINT(Facts.Hint.class);

    private final Class<? extends Record> type;

    Kind(Class<? extends Record> type) {
      this.type = type;
    }

    Class<? extends Record> type() {
      return type;
    }
  }

  /** What looks like evasion (Order 30 art. 6(1)); an officer must find it. Own choice of kinds. */
  private static final Set<QualityRecord.Kind> EVASION =
      EnumSet.of(
          QualityRecord.Kind.SUSPECT_MARK_ABUSE,
          QualityRecord.Kind.SUSPECT_COPIED_BLOCK,
          QualityRecord.Kind.SUSPECT_CHANGED_OXYGEN,
          QualityRecord.Kind.TREATMENT_OFF);

  /** Own choice: below it a score is for those who look after stations. */
  private static final Decimal SURE = Decimal.of("0.8");

  /** The permit is named by the exceedance of its amount; the sum itself is held against one. */
  private static final String PERMIT = "permitted amount";

  /**
   * Of an outlet's episode; empty where it makes no case: hours warn the enterprise, days and
   * months call the officer, and mass comes from totals, which say what of it was measured.
   */
  static Optional<Fact> of(ExceedanceRecord record) {
    boolean outlets = record.scope() == null || record.scope() == Scope.Kind.OUTLET;
    if (!outlets || record.period() == AveragingPeriod.HOUR) {
      return Optional.empty();
    }
    return Optional.of(
        new Fact(
            String.join("|", record.mn(), record.rule(), ChinaTime.format(record.from())),
            Kind.EXCEEDANCE,
            record.mn(),
            record.from(),
            record.revision(),
            record.state() == ExceedanceRecord.State.WITHDRAWN,
            record.toFact()));
  }

  /** Of the sum of an enterprise against its permits; empty where no permit speaks of it. */
  static Optional<Fact> of(TotalRecord record) {
    boolean judged =
        record.scope() == Scope.Kind.ENTERPRISE
            && record.permittedMg() != null
            && (record.period() == TotalPeriod.DAY
                || record.period() == TotalPeriod.YEAR
                || record.period() == TotalPeriod.ROLLING_12M);
    if (!judged) {
      return Optional.empty();
    }
    Instant end =
        ChinaTime.instant(
            record.period().endOf(ChinaTime.date(record.start())).plusDays(1).atStartOfDay());
    Facts.OverTotal value =
        new Facts.OverTotal(
            PERMIT,
            record.factor(),
            record.period(),
            record.start(),
            end,
            record.massMg(),
            record.substitutedMg(),
            record.permittedMg(),
            record.revision());
    String rule = PERMIT + '/' + record.factor() + '/' + record.period();
    return Optional.of(
        new Fact(
            String.join("|", record.id(), rule, ChinaTime.format(record.start())),
            Kind.TOTAL,
            record.id(),
            record.start(),
            record.revision(),
            record.massMg() <= record.permittedMg(),
            value));
  }

  /** Of what looks like evasion, or like running during a stop; empty for all else. */
  static Optional<Fact> of(QualityRecord record) {
    boolean runs = record.kind() == QualityRecord.Kind.SUSPECT_DECLARED_STOP;
    if (!runs && !EVASION.contains(record.kind())) {
      return Optional.empty();
    }
    boolean sure = record.score() == null || !SURE.exceeds(record.score());
    String id = record.kind().name() + (record.factor() == null ? "" : '/' + record.factor());
    Facts.Hint value =
        new Facts.Hint(
            id,
            runs ? Ground.C2 : Ground.P1,
            record.mn(),
            record.factor(),
            record.from(),
            record.to(),
            record.detail());
    return Optional.of(
        new Fact(
            String.join("|", record.mn(), id, ChinaTime.format(record.from())),
            Kind.HINT,
            record.mn(),
            record.from(),
            Math.max(1, record.revision()),
            record.withdrawn() || !sure,
            value));
  }

  /** What a finding is of. */
  static String idOf(Finding finding) {
    return finding.id().substring(finding.id().indexOf('|') + 1);
  }

  /** Facts of an enterprise with these among them, those apart of which nothing is left. */
  static Facts facts(String enterprise, String region, List<Fact> all) {
    List<Record> values = all.stream().filter(fact -> !fact.gone).map(Fact::value).toList();
    return Facts.of(enterprise, region)
        .withExceedances(of(values, Facts.Exceedance.class))
        .withTotals(of(values, Facts.OverTotal.class))
        .withHints(of(values, Facts.Hint.class));
  }

  private static <T> List<T> of(List<Record> values, Class<T> type) {
    return values.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
