package io.touchline.contract;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.Quantity;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;

/**
 * Value of topic {@link Topics#totals()}: what an outlet, or all monitored outlets of an
 * enterprise, region or sector together, emitted of one factor in one period. A sum over a region
 * or sector is never its total: {@code outlets} says over how many it is.
 *
 * @param id MN, credit code, GB/T 2260 code, or that of a province with a code of GB/T 4754: {@code
 *     630000/D4411}
 * @param massMg measured, in milligrams, or in {@code unit}; so are the other amounts
 * @param substitutedMg what stands in for hours without valid data, in milligrams
 * @param permittedMg absent where no permit says an amount for such a period
 * @param share both masses over the permitted amount, at four places; absent without one
 * @param outlets how many outlets are in it; of twelve months in a row, in the last of them
 * @param unit what the amounts are counted in; absent for milligrams, Wh for energy
 */
public record TotalRecord(
    int schemaVersion,
    Scope.Kind scope,
    String id,
    String factor,
    TotalPeriod period,
    Instant start,
    long massMg,
    long substitutedMg,
    Long permittedMg,
    Decimal share,
    int outlets,
    int revision,
    String unit) {

  public static final int SCHEMA_VERSION = 1;

  /** A sum with its share of what is permitted. */
  public static TotalRecord of(
      Scope scope,
      String factor,
      TotalPeriod period,
      Instant start,
      long massMg,
      long substitutedMg,
      Long permittedMg,
      int outlets) {
    return new TotalRecord(
        SCHEMA_VERSION,
        scope.kind(),
        scope.id(),
        factor,
        period,
        start,
        massMg,
        substitutedMg,
        permittedMg,
        share(Math.addExact(massMg, substitutedMg), permittedMg),
        outlets,
        1,
        Quantity.of(factor) == Quantity.MASS ? null : Quantity.of(factor).small().text());
  }

  private static Decimal share(long mass, Long permitted) {
    return permitted == null || permitted == 0
        ? null
        : Decimal.computed(
            BigDecimal.valueOf(mass).divide(BigDecimal.valueOf(permitted), MathContext.DECIMAL128));
  }

  /** The same as another revision. */
  public TotalRecord withRevision(int number) {
    return new TotalRecord(
        schemaVersion,
        scope,
        id,
        factor,
        period,
        start,
        massMg,
        substitutedMg,
        permittedMg,
        share,
        outlets,
        number,
        unit);
  }

  public boolean saysTheSameAs(TotalRecord other) {
    return other != null && withRevision(0).equals(other.withRevision(0));
  }

  /** Key of the topic: {@code OUTLET|MN|a21026|MONTH|2026-01-01T00:00:00+08:00}. */
  public String key() {
    return String.join("|", scope.name(), id, factor, period.name(), ChinaTime.format(start));
  }
}
