package io.touchline.domain.totals;

import io.touchline.domain.Averaging;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Permitted amounts as limit rows, in tonnes, of energy in gigawatt-hours: each names the permit
 * and the clause that judges.
 *
 * <p>Of one enterprise and factor no two seasons overlap (the registry sees to it); where they did,
 * the first would judge.
 *
 * <p>A permit that takes another's place judges from its own first day all that was emitted in the
 * year so far. Of several permits that hold at one time the amounts add up; of several special
 * periods the strictest applies.
 */
public final class MassLimit {

  private MassLimit() {}

  /**
   * The row in force on a day.
   *
   * @param mass one of those that {@linkplain Averaging#isMass are mass}
   */
  public static Optional<EmissionLimit> on(
      LocalDate day, List<PermittedAmount> amounts, String factor, Averaging mass) {
    PermittedAmount.Period period = PermittedAmount.Period.of(mass);
    List<PermittedAmount> inForce = PermittedAmount.inForce(amounts, factor, period, day);
    if (period == PermittedAmount.Period.SEASON && !inForce.isEmpty()) {
      Season.Stretch season = inForce.get(0).seasonOn(day);
      inForce = inForce.stream().filter(amount -> amount.seasonOn(day).equals(season)).toList();
    }
    if (period == PermittedAmount.Period.SPECIAL) {
      inForce = PermittedAmount.strictest(inForce).map(List::of).orElse(List.of());
    }
    return inForce.isEmpty() ? Optional.empty() : Optional.of(together(inForce, factor, mass));
  }

  /**
   * What the mass of a day is summed up with: its month, quarter, year, or season.
   *
   * @return null where the day lies in no season that a permit speaks of
   */
  public static Season.Stretch stretch(
      LocalDate day, List<PermittedAmount> amounts, String factor, Averaging mass) {
    if (mass == Averaging.SEASON_MASS) {
      return PermittedAmount.inForce(amounts, factor, PermittedAmount.Period.SEASON, day).stream()
          .findFirst()
          .map(amount -> amount.seasonOn(day))
          .orElse(null);
    }
    TotalPeriod period = JudgedMass.periodOf(mass);
    LocalDate first = ChinaTime.date(period.startOf(ChinaTime.instant(day.atStartOfDay())));
    return new Season.Stretch(first, period.endOf(first));
  }

  /** The amount in force on a day, in milligrams. */
  public static Optional<Long> milligramsOn(
      LocalDate day, List<PermittedAmount> amounts, String factor, Averaging mass) {
    return on(day, amounts, factor, mass).map(limit -> PermittedAmount.milligrams(limit.value()));
  }

  /** The row that lets least be emitted on a day by itself: of a day, or of a special period. */
  public static Optional<EmissionLimit> ofDay(
      LocalDate day, List<PermittedAmount> amounts, String factor) {
    return Stream.of(Averaging.DAY_MASS, Averaging.SPECIAL_DAY_MASS)
        .flatMap(mass -> on(day, amounts, factor, mass).stream())
        .min(Comparator.comparing(EmissionLimit::value));
  }

  /** What no amount in force on any day is less than, in milligrams; empty where there is none. */
  public static Optional<Long> least(List<PermittedAmount> amounts, String factor, Averaging mass) {
    PermittedAmount.Period period = PermittedAmount.Period.of(mass);
    return amounts.stream()
        .filter(amount -> amount.period() == period && amount.factor().equals(factor))
        .map(PermittedAmount::milligrams)
        .min(Comparator.naturalOrder());
  }

  private static EmissionLimit together(
      List<PermittedAmount> amounts, String factor, Averaging mass) {
    BigDecimal tonnes =
        amounts.stream()
            .map(amount -> amount.tonnes().number())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new EmissionLimit(
        factor,
        null,
        new Decimal(tonnes),
        Quantity.of(factor).large(),
        mass,
        EmissionLimit.Basis.MEASURED,
        amounts.stream()
            .map(PermittedAmount::permit)
            .distinct()
            .sorted()
            .collect(Collectors.joining(" + ")),
        amounts.stream()
            .map(amount -> amount.clause() == null ? "permitted amount" : amount.clause())
            .distinct()
            .sorted()
            .collect(Collectors.joining(" + ")),
        amounts.stream()
            .map(PermittedAmount::validFrom)
            .max(Comparator.naturalOrder())
            .orElseThrow(),
        amounts.stream()
            .map(PermittedAmount::validTo)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null));
  }
}
