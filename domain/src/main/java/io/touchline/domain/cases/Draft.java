package io.touchline.domain.cases;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A finding without its ground.
 *
 * @param id what it is of, without the ground
 * @param input what is hashed as its evidence
 */
record Draft(
    String id,
    String subject,
    String factor,
    String rule,
    Instant from,
    Instant to,
    Decimal worst,
    Decimal limit,
    TimesOver times,
    Integer exceedingDays,
    int revision,
    Record input) {

  private static final int MILLIGRAMS_IN_A_TONNE = 9;

  static Draft of(Facts.Exceedance of) {
    TimesOver times =
        of.lower() != null
            ? TimesOver.ofRange(of.worst(), of.lower(), of.limit())
            : of.counts()
                ? TimesOver.ofRange(of.worst(), of.limit(), of.limit())
                : TimesOver.of(of.worst(), of.limit());
    return new Draft(
        id(of.mn(), of.rule(), of.from()),
        of.mn(),
        of.factor(),
        of.rule(),
        of.from(),
        of.to(),
        of.worst(),
        of.limit(),
        times,
        of.exceedingDays(),
        of.revision(),
        of);
  }

  static Draft of(Facts.Sample of) {
    return new Draft(
        id(of.mn(), "sample " + of.id(), of.takenAt()),
        of.mn(),
        of.factor(),
        of.rule(),
        of.takenAt(),
        of.takenAt(),
        of.value(),
        of.limit(),
        TimesOver.of(of.value(), of.limit()),
        null,
        of.revision(),
        of);
  }

  /** In tonnes. */
  static Draft of(Facts facts, Facts.OverTotal of) {
    String rule = of.permit() + '/' + of.factor() + '/' + of.period();
    Decimal mass = tonnes(of.massMg());
    Decimal permitted = tonnes(of.permittedMg());
    return new Draft(
        id(facts.enterprise(), rule, of.start()),
        facts.enterprise(),
        of.factor(),
        rule,
        of.start(),
        of.end(),
        mass,
        permitted,
        TimesOver.of(mass, permitted),
        null,
        of.revision(),
        of);
  }

  static Draft of(Facts.Hint of) {
    return new Draft(
        id(of.mn(), of.id(), of.from()),
        of.mn(),
        of.factor(),
        null,
        of.from(),
        of.to(),
        null,
        null,
        null,
        null,
        1,
        of);
  }

  private static String id(String subject, String rule, Instant from) {
    return String.join("|", subject, rule, ChinaTime.format(from));
  }

  private static Decimal tonnes(long milligrams) {
    return new Decimal(BigDecimal.valueOf(milligrams)).shifted(-MILLIGRAMS_IN_A_TONNE);
  }

  Finding finding(Ground ground, List<GroundRow> rows, String why) {
    return new Finding(
        ground + "|" + id,
        ground,
        rows.stream().map(GroundRow::id).toList(),
        rows.stream().filter(row -> !row.source().verified()).map(GroundRow::id).toList(),
        subject,
        factor,
        rule,
        from,
        to,
        worst,
        limit,
        times,
        exceedingDays,
        revision,
        Chain.hash(Flat.of(input)),
        why);
  }
}
