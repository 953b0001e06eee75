package io.touchline.domain.barometer;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.Quantity;
import io.touchline.domain.totals.PermittedAmount;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;

/**
 * Where a region stands at the end of a month; masses in milligrams.
 *
 * @param requiredMg what the whole region may emit in a year by now: {@code B − (B − T) · τ}, the
 *     base less the part of the reduction that is due, τ the share of the time that has passed
 * @param annualisedMg the monitored mass of the year so far over its known days, times the days of
 *     the year; null where no day is known
 * @param monitoredShare the annualised mass over {@code requiredMg}: how much of a region's total
 *     is seen at all; null where there is no mass
 * @param completion reduction of the monitored mass over what is due of it, {@code (B − A) / ((B −
 *     T) · τ)} with B and T the monitored part; null where there is no level, or nothing to reduce
 * @param reason in an English sentence with the figures
 */
public record Progress(
    Level level,
    long requiredMg,
    Long annualisedMg,
    Decimal monitoredShare,
    Decimal completion,
    String reason) {

  /** Who is told where a target names nobody. */
  public static final String DEFAULT_ROLE = "responsible person of the region";

  private static final MathContext WIDE = new MathContext(60);

  /**
   * The progress by a target.
   *
   * @param massMg monitored mass, measured and substituted, from 1 January to the month's end
   * @param knownDays how many of these days it is from
   */
  public static Progress of(
      RegionTarget target, Bands bands, YearMonth month, long massMg, int knownDays) {
    BigDecimal time =
        BigDecimal.valueOf(target.elapsedMonths(month))
            .divide(BigDecimal.valueOf(target.allMonths()), WIDE);
    BigDecimal base = milligrams(target.baseTonnes());
    BigDecimal cap = milligrams(target.capTonnes());
    BigDecimal required = base.subtract(base.subtract(cap).multiply(time));
    long requiredMg = required.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    if (knownDays == 0) {
      return new Progress(Level.NO_DATA, requiredMg, null, null, null, "no day is known");
    }
    BigDecimal annual =
        BigDecimal.valueOf(massMg)
            .multiply(BigDecimal.valueOf(month.lengthOfYear()))
            .divide(BigDecimal.valueOf(knownDays), WIDE);
    Decimal share = required.signum() > 0 ? Decimal.computed(annual.divide(required, WIDE)) : null;
    Found found = found(target, bands, month, annual, knownDays, time);
    return new Progress(
        found.level(),
        requiredMg,
        annual.setScale(0, RoundingMode.HALF_EVEN).longValueExact(),
        share,
        found.completion(),
        found.reason());
  }

  private record Found(Level level, Decimal completion, String reason) {}

  private static Found found(
      RegionTarget target,
      Bands bands,
      YearMonth month,
      BigDecimal annual,
      int knownDays,
      BigDecimal time) {
    int days = month.atEndOfMonth().getDayOfYear();
    if (BigDecimal.valueOf(knownDays)
            .compareTo(bands.knownDays().number().multiply(BigDecimal.valueOf(days)))
        < 0) {
      return new Found(Level.NO_DATA, null, knownDays + " of " + days + " days are known");
    }
    if (target.monitoredBaseTonnes() == null) {
      return new Found(
          Level.NO_DATA, null, "what the monitored outlets emitted in the base year is not known");
    }
    BigDecimal base = milligrams(target.monitoredBaseTonnes());
    BigDecimal wholeBase = milligrams(target.baseTonnes());
    if (wholeBase.signum() == 0) {
      return new Found(Level.NO_DATA, null, "the base is nothing");
    }
    BigDecimal cap = base.multiply(milligrams(target.capTonnes())).divide(wholeBase, WIDE);
    BigDecimal due = base.subtract(cap).multiply(time);
    String sums =
        text(target, annual)
            + " a year, base "
            + text(target, base)
            + ", target "
            + text(target, cap);
    if (due.signum() <= 0) {
      boolean within = annual.compareTo(cap) <= 0;
      return new Found(within ? Level.GREEN : Level.RED, null, sums + "; nothing to reduce");
    }
    BigDecimal completion = base.subtract(annual).divide(due, WIDE);
    Decimal rounded = Decimal.computed(completion);
    return new Found(
        bands.levelOf(completion), rounded, sums + "; " + rounded + " of what is due by now");
  }

  /** The bands in force at the end of a month. */
  public static Bands bandsOf(YearMonth month) {
    return Bands.at(ChinaTime.instant(month.atEndOfMonth().atStartOfDay())).orElseThrow();
  }

  private static BigDecimal milligrams(Decimal tonnes) {
    return BigDecimal.valueOf(PermittedAmount.milligrams(tonnes));
  }

  private static String text(RegionTarget target, BigDecimal amount) {
    long whole = amount.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    return Quantity.of(target.factor()).text(whole);
  }
}
