package io.touchline.domain.distrust;

import io.touchline.domain.Decimal;
import io.touchline.domain.FactorBook;
import io.touchline.domain.FactorMean;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.Validity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Hours of one outlet as they stand, the earliest first; what has not come is not there. What
 * several tests ask for is found once: of one thread, and nobody may change the hours.
 */
public final class HourSeries {

  static final Duration HOUR = Duration.ofHours(1);

  /** One valid hour of one factor. */
  record Point(Instant start, Decimal value) {}

  /**
   * How something moved: {@code (greatest − least) / greatest}, in percent.
   *
   * @param factor what moved most
   */
  record Movement(String factor, Decimal least, Decimal greatest, Decimal percent) {}

  private final OutletProfile profile;
  private final NavigableMap<Instant, SortedMap<String, FactorMean>> hours;
  private final Map<String, List<Point>> points = new HashMap<>();
  private Set<String> pollutants;
  private Set<String> factors;
  private Optional<String> flow;

  public HourSeries(
      OutletProfile profile, SortedMap<Instant, SortedMap<String, FactorMean>> hours) {
    this.profile = profile;
    this.hours = Collections.unmodifiableNavigableMap(new TreeMap<>(hours));
  }

  /** The hours that start at that instant or later. */
  public HourSeries from(Instant start) {
    return new HourSeries(profile, hours.tailMap(start, true));
  }

  OutletProfile profile() {
    return profile;
  }

  NavigableMap<Instant, SortedMap<String, FactorMean>> hours() {
    return hours;
  }

  /** Factors that are concentrations of a pollutant: set points and states are never suspected. */
  Set<String> pollutants() {
    if (pollutants == null) {
      pollutants = factorsWhere((factor, mean) -> mean.unit().isConcentration());
    }
    return pollutants;
  }

  /** The factors that tests are about: pollutants, and the flow and oxygen beside them. */
  Set<String> factors() {
    if (factors == null) {
      factors =
          factorsWhere(
              (factor, mean) ->
                  mean.unit().isConcentration()
                      || FactorBook.isFlow(factor)
                      || FactorBook.isOxygen(factor));
    }
    return factors;
  }

  private Set<String> factorsWhere(BiPredicate<String, FactorMean> so) {
    Set<String> found = new TreeSet<>();
    for (SortedMap<String, FactorMean> means : hours.values()) {
      means.forEach(
          (factor, mean) -> {
            if (so.test(factor, mean)) {
              found.add(factor);
            }
          });
    }
    return Collections.unmodifiableSet(found);
  }

  /** Valid hours of a factor that have a value. */
  List<Point> points(String factor) {
    return points.computeIfAbsent(factor, key -> Collections.unmodifiableList(points(key, hours)));
  }

  /** The same that start in a stretch of time. */
  List<Point> points(String factor, Instant from, Instant to) {
    return points(factor, hours.subMap(from, to));
  }

  private static List<Point> points(
      String factor, SortedMap<Instant, SortedMap<String, FactorMean>> of) {
    List<Point> points = new ArrayList<>();
    of.forEach(
        (start, means) -> {
          FactorMean mean = means.get(factor);
          if (mean != null && mean.validity().isValid() && mean.value() != null) {
            points.add(new Point(start, mean.value()));
          }
        });
    return points;
  }

  /** The same, cut where an hour is missing or not valid. */
  List<List<Point>> stretches(String factor) {
    List<List<Point>> stretches = new ArrayList<>();
    List<Point> stretch = new ArrayList<>();
    for (Point point : points(factor)) {
      if (!stretch.isEmpty()
          && !stretch.get(stretch.size() - 1).start().plus(HOUR).equals(point.start())) {
        stretches.add(stretch);
        stretch = new ArrayList<>();
      }
      stretch.add(point);
    }
    if (!stretch.isEmpty()) {
      stretches.add(stretch);
    }
    return stretches;
  }

  /** Whether a device mark made an hour of a factor invalid. */
  boolean isMarked(String factor, Instant start) {
    SortedMap<String, FactorMean> means = hours.get(start);
    FactorMean mean = means == null ? null : means.get(factor);
    return mean != null && mean.validity().reason() == Validity.Reason.MARKED;
  }

  /** The flow that carries the medium's mass, where the outlet sends one. */
  Optional<String> flow() {
    if (flow == null) {
      flow = factors().stream().filter(FactorBook::isFlow).findFirst();
    }
    return flow;
  }

  /**
   * What moved most of all else that the outlet measures in these hours: flow, oxygen, another
   * pollutant. Empty where nothing else is known in half of them: then nobody can tell.
   */
  Optional<Movement> movementBeside(String factor, Instant from, Instant to) {
    Set<String> others = new TreeSet<>(factors());
    others.remove(factor);
    return most(others, from, to);
  }

  /** The same of flow and oxygen alone: how much the plant itself moved. */
  Optional<Movement> movementOfThePlant(String factor, Instant from, Instant to) {
    Set<String> others = new TreeSet<>(factors());
    others.removeAll(pollutants());
    others.remove(factor);
    return most(others, from, to);
  }

  private Optional<Movement> most(Set<String> others, Instant from, Instant to) {
    SortedMap<Instant, SortedMap<String, FactorMean>> within = hours.subMap(from, to);
    return others.stream()
        .map(other -> movement(other, within))
        .flatMap(Optional::stream)
        .reduce((a, b) -> b.percent().exceeds(a.percent()) ? b : a);
  }

  private static Optional<Movement> movement(
      String factor, SortedMap<Instant, SortedMap<String, FactorMean>> within) {
    List<Decimal> values = points(factor, within).stream().map(Point::value).sorted().toList();
    if (values.size() * 2 < within.size() || values.isEmpty()) {
      return Optional.empty();
    }
    Decimal least = values.get(0);
    Decimal greatest = values.get(values.size() - 1);
    return greatest.number().signum() <= 0
        ? Optional.empty()
        : Optional.of(
            new Movement(
                factor,
                least,
                greatest,
                percent(greatest.number().subtract(least.number()), greatest.number())));
  }

  /** {@code part / whole} in percent; the whole is not 0. */
  static Decimal percent(BigDecimal part, BigDecimal whole) {
    return Decimal.computed(
        part.multiply(BigDecimal.valueOf(100)).divide(whole, MathContext.DECIMAL128));
  }

  /** {@code part / whole}, at most 1: a score. */
  static Decimal score(long part, long whole) {
    return Decimal.computed(
        BigDecimal.valueOf(Math.min(part, whole))
            .divide(BigDecimal.valueOf(whole), MathContext.DECIMAL128));
  }
}
