package io.touchline.domain.tax;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.Medium;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an outlet may have to pay for a month: an estimate, never a declaration.
 *
 * <p>{@code Σ equivalents · rate · payable share} over the factors with the most equivalents of
 * each group. The share is 100 %, or less where the month's mean lies well below the limit, unless
 * any hour (air) or day (water) of any factor of the outlet exceeded.
 *
 * @param lines by falling equivalents; those that are not among the most pay nothing
 * @param yuan of all lines, rounded half to even to the fen
 * @param lost what one exceeding hour or day would cost, or has cost, in lost reductions
 * @param needsCheck whether a row that it rests on has not been seen in its text
 */
public record TaxEstimate(
    YearMonth month, List<Line> lines, Decimal yuan, Decimal lost, boolean needsCheck) {

  /**
   * What an outlet emitted of one factor in the month.
   *
   * @param mean of the month's hour means (air) or day means (water), valid ones; null where none
   * @param limit in the mean's unit, null where none
   * @param exceeded whether an hour (air) or day (water) of it exceeded
   */
  public record Emission(
      String factor, long massMg, Decimal mean, Decimal limit, boolean exceeded) {}

  /**
   * One taxed factor.
   *
   * @param payablePercent 0 where it is not among the most
   * @param earnedPercent what would be payable had nothing exceeded
   */
  public record Line(
      String factor,
      Decimal equivalents,
      Decimal payablePercent,
      Decimal earnedPercent,
      Decimal yuan,
      String reason) {}

  private static final MathContext WIDE = new MathContext(60);
  private static final Decimal ALL = Decimal.of("100");
  private static final Decimal NOTHING = Decimal.of("0");
  private static final int MILLIGRAMS_IN_A_KILOGRAM = 6;
  private static final int FEN = 2;

  /**
   * The estimate of a month. Factors that no row taxes are left out.
   *
   * @param region GB/T 2260 code
   * @return null where no rate of the region is known
   */
  public static TaxEstimate of(
      Medium medium, String region, YearMonth month, List<Emission> emissions) {
    Instant at = ChinaTime.instant(month.atEndOfMonth().atStartOfDay());
    TaxRules.Rate rate = TaxRules.rate(region, medium, at).orElse(null);
    if (rate == null) {
      return null;
    }
    boolean exceeded = emissions.stream().anyMatch(Emission::exceeded);
    boolean needsCheck = !rate.source().verified();
    List<Taxed> taxed = new ArrayList<>();
    for (Emission emission : emissions) {
      TaxEquivalent row = TaxEquivalent.of(emission.factor(), at).orElse(null);
      if (row != null && row.medium() == medium) {
        taxed.add(new Taxed(emission, row));
        needsCheck |= !row.source().verified();
      }
    }
    taxed.sort(
        Comparator.comparing(Taxed::equivalents)
            .reversed()
            .thenComparing(one -> one.emission().factor()));
    Map<String, Integer> taken = new HashMap<>();
    List<Line> lines = new ArrayList<>();
    BigDecimal paid = BigDecimal.ZERO;
    BigDecimal earned = BigDecimal.ZERO;
    for (Taxed one : taxed) {
      String group = one.row().group();
      boolean counts = taken.merge(group, 1, Integer::sum) <= TaxRules.most(group, at);
      Line line = one.line(rate, counts, exceeded, at);
      lines.add(line);
      paid = paid.add(one.yuan(rate, line.payablePercent()));
      earned = earned.add(one.yuan(rate, line.earnedPercent()));
    }
    BigDecimal whole = BigDecimal.ZERO;
    for (int i = 0; i < taxed.size(); i++) {
      boolean counts = !lines.get(i).payablePercent().isZero();
      whole = counts ? whole.add(taxed.get(i).yuan(rate, ALL)) : whole;
    }
    return new TaxEstimate(month, lines, toFen(paid), toFen(whole.subtract(earned)), needsCheck);
  }

  private record Taxed(Emission emission, TaxEquivalent row) {

    BigDecimal equivalents() {
      return BigDecimal.valueOf(emission.massMg())
          .movePointLeft(MILLIGRAMS_IN_A_KILOGRAM)
          .divide(row.kilograms().number(), WIDE);
    }

    BigDecimal yuan(TaxRules.Rate rate, Decimal percent) {
      return equivalents()
          .multiply(rate.yuan().number())
          .multiply(percent.number())
          .movePointLeft(FEN);
    }

    Line line(TaxRules.Rate rate, boolean counts, boolean exceeded, Instant at) {
      if (!counts) {
        return line(rate, NOTHING, NOTHING, "not among the taxed factors of the outlet");
      }
      if (emission.mean() == null || emission.limit() == null || emission.limit().isZero()) {
        return line(rate, ALL, ALL, "no mean or no limit to reduce by");
      }
      BigDecimal below =
          emission
              .limit()
              .number()
              .subtract(emission.mean().number())
              .movePointRight(FEN)
              .divide(emission.limit().number(), WIDE);
      Decimal rounded = Decimal.computed(below);
      Decimal earned =
          TaxRules.reduction(below, at).map(TaxRules.Reduction::payablePercent).orElse(ALL);
      if (exceeded && ALL.exceeds(earned)) {
        return line(rate, ALL, earned, rounded + " % below the limit, lost by what exceeded");
      }
      return line(rate, earned, earned, rounded + " % below the limit");
    }

    private Line line(TaxRules.Rate rate, Decimal payable, Decimal earned, String reason) {
      return new Line(
          emission.factor(),
          Decimal.computed(equivalents()),
          payable,
          earned,
          toFen(yuan(rate, payable)),
          reason);
    }
  }

  private static Decimal toFen(BigDecimal yuan) {
    return new Decimal(yuan.setScale(FEN, RoundingMode.HALF_EVEN));
  }
}
