package io.touchline.domain.facility;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A treatment facility stood still, or its bypass was open, while production ran (擅自停运、旁路排放).
 *
 * @param from the beginning, or the start of the day of which only hours are known
 * @param minutes how long, within these bounds
 */
public record FacilityOff(Facility facility, Instant from, Instant to, long minutes) {

  /**
   * From when it ran and when it stood still.
   *
   * @param production when production ran
   */
  public static List<FacilityOff> find(Facility facility, FacilityRun run, List<Span> production) {
    List<Span> out = facility.kind() == Facility.Kind.BYPASS ? run.running() : run.standing();
    return Span.common(out, production).stream()
        .filter(span -> isLong(span.length()))
        .map(span -> new FacilityOff(facility, span.from(), span.to(), span.length().toMinutes()))
        .toList();
  }

  /**
   * Of a day of which only the hours of running are known (CN 2041).
   *
   * @param hours that it ran
   * @param produced how long production ran that day
   */
  public static Optional<FacilityOff> ofDay(
      Facility facility, Instant day, Decimal hours, Duration produced) {
    Duration ran = FacilityRun.ofHours(hours);
    boolean bypass = facility.kind() == Facility.Kind.BYPASS;
    Duration out = bypass ? shorter(ran, produced) : produced.minus(ran);
    Duration least =
        (bypass ? FacilityFigure.OFF_MINUTES : FacilityFigure.UNEXPLAINED_MINUTES).minutes();
    return out.compareTo(least) < 0
        ? Optional.empty()
        : Optional.of(
            new FacilityOff(facility, day, AveragingPeriod.DAY.endOf(day), out.toMinutes()));
  }

  private static boolean isLong(Duration duration) {
    return duration.compareTo(FacilityFigure.OFF_MINUTES.minutes()) >= 0;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
