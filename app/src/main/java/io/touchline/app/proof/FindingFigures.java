package io.touchline.app.proof;

import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.cases.Chain;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Flat;
import io.touchline.domain.cases.TimesOver;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a finding says, and what the record that it was made of says, as figures by name. */
final class FindingFigures {

  private static final int MILLIGRAMS_IN_A_TONNE = 9;

  private FindingFigures() {}

  static SortedMap<String, String> of(Finding finding) {
    SortedMap<String, String> figures = new TreeMap<>();
    put(figures, "factor", finding.factor());
    put(figures, "from", finding.from());
    put(figures, "to", finding.to());
    put(figures, "worst", finding.worst());
    put(figures, "limit", finding.limit());
    put(figures, "times", finding.times());
    put(figures, "exceedingDays", finding.exceedingDays());
    put(figures, "evidenceHash", finding.evidenceHash());
    return figures;
  }

  static SortedMap<String, String> of(ExceedanceRecord published) {
    Decimal limit = published.limit().value();
    Decimal lower = published.limit().lower();
    TimesOver times =
        lower != null
            ? TimesOver.ofRange(published.worst(), lower, limit)
            : published.limit().averaging().counts()
                ? TimesOver.ofRange(published.worst(), limit, limit)
                : TimesOver.of(published.worst(), limit);
    SortedMap<String, String> figures = new TreeMap<>();
    put(figures, "factor", published.factor());
    put(figures, "from", published.from());
    put(figures, "to", published.to());
    put(figures, "worst", published.worst());
    put(figures, "limit", limit);
    put(figures, "times", times);
    put(figures, "exceedingDays", published.exceedingDays());
    put(figures, "evidenceHash", Chain.hash(Flat.of(published.toFact())));
    return figures;
  }

  /** In tonnes, as a finding says them; the time of a total is in its key. */
  static SortedMap<String, String> of(TotalRecord total) {
    Decimal mass = tonnes(total.massMg());
    SortedMap<String, String> figures = new TreeMap<>();
    put(figures, "factor", total.factor());
    put(figures, "from", total.start());
    put(
        figures,
        "to",
        ChinaTime.instant(
            total.period().endOf(ChinaTime.date(total.start())).plusDays(1).atStartOfDay()));
    put(figures, "worst", mass);
    if (total.permittedMg() != null) {
      put(figures, "limit", tonnes(total.permittedMg()));
      put(figures, "times", TimesOver.of(mass, tonnes(total.permittedMg())));
    }
    return figures;
  }

  private static Decimal tonnes(long milligrams) {
    return new Decimal(BigDecimal.valueOf(milligrams)).shifted(-MILLIGRAMS_IN_A_TONNE);
  }

  private static void put(SortedMap<String, String> figures, String name, Object value) {
    if (value != null) {
      figures.put(name, value instanceof Instant at ? ChinaTime.format(at) : value.toString());
    }
  }
}
