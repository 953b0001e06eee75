package io.touchline.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the registry says of one outlet (排口): the subject of limits and permits.
 *
 * @param mn device id of its data logger (设备唯一标识)
 * @param referenceOxygen reference oxygen content in percent, null where its standard sets none
 * @param minuteInterval how far apart its minute uploads are
 * @param judge whose period means are judged
 * @param markUse what operator marks count for
 * @param ranges upper end of an analyser's range by factor, in the factor's unit, where known
 * @param exemption the regime of exempt hours that it stands under (regulation/exemptions.csv),
 *     null for none
 * @param limits all dated rows, in any order
 */
public record OutletProfile(
    String mn,
    Medium medium,
    Decimal referenceOxygen,
    Duration minuteInterval,
    Judge judge,
    MarkUse markUse,
    Map<String, Decimal> ranges,
    String exemption,
    List<EmissionLimit> limits) {

  /** Whose means are judged. */
  public enum Judge {
    /** The data logger's own hour and day data, where it sends them. */
    REPORTED,
    /** Ours, from the next lower level. */
    RECOMPUTED
  }

  public OutletProfile {
    ranges = Map.copyOf(ranges);
    limits = List.copyOf(limits);
  }

  /** An outlet of which the registry says nothing: nothing is judged, everything is kept. */
  public static OutletProfile unregistered(String mn, Medium medium) {
    return new OutletProfile(
        mn,
        medium,
        null,
        defaultMinuteInterval(medium),
        Judge.REPORTED,
        MarkUse.BINDING,
        Map.of(),
        null,
        List.of());
  }

  /** Flue gas is stored by the minute, waste water by ten (HJ 212-2017 C.16, D.1). */
  public static Duration defaultMinuteInterval(Medium medium) {
    return Duration.ofMinutes(medium == Medium.AIR ? 1 : 10);
  }

  /** Whether parts of a factor are counted against a row in force at the start of a period. */
  public boolean countsParts(String factor, AveragingPeriod period, Instant start) {
    // Asked of every minute, and hardly any outlet has such a row.
    return limits.stream()
            .anyMatch(limit -> limit.averaging().counts() && limit.factor().equals(factor))
        && limitFor(factor, period, start).filter(limit -> limit.averaging().counts()).isPresent();
  }

  /** The converted concentration by our own reckoning, where the outlet has a reference oxygen. */
  Decimal rederived(Decimal measured, Unit unit, Decimal oxygen) {
    return referenceOxygen != null && unit.convertsTo(Unit.MG_PER_M3)
        ? OxygenConversion.convert(measured, oxygen, referenceOxygen)
        : null;
  }

  /**
   * The row to judge a period by: of one document the newest row in force, of several documents the
   * strictest; a tie goes to the row that comes first by name.
   */
  public Optional<EmissionLimit> limitFor(
      String factor, AveragingPeriod period, Instant periodStart) {
    List<EmissionLimit> inForce = new ArrayList<>();
    for (EmissionLimit limit : limits) {
      if (limit.factor().equals(factor)
          && limit.averaging().judgedEach() == period
          && limit.holdsAt(periodStart)) {
        inForce.add(limit);
      }
    }
    return inForce.size() > 1 ? strictest(inForce) : inForce.stream().findFirst();
  }

  private static Optional<EmissionLimit> strictest(List<EmissionLimit> inForce) {
    Map<String, EmissionLimit> newest = new HashMap<>();
    for (EmissionLimit limit : inForce) {
      newest.merge(
          limit.source() + '\n' + limit.clause() + '\n' + limit.basis(),
          limit,
          (a, b) -> a.validFrom().isBefore(b.validFrom()) ? b : a);
    }
    return newest.values().stream()
        .min(
            Comparator.comparing((EmissionLimit limit) -> inBaseUnit(limit))
                .thenComparing(EmissionLimit::rule));
  }

  private static Decimal inBaseUnit(EmissionLimit limit) {
    Decimal value = limit.value().shifted(limit.unit().power());
    return limit.isFloor() ? new Decimal(value.number().negate()) : value;
  }
}
