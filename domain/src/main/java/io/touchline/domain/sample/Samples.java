package io.touchline.domain.sample;

import io.touchline.domain.Decimal;
import io.touchline.domain.FactorBook;
import io.touchline.domain.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All versions of all samples of one outlet, and which of them stand. The answer depends on the set
 * of versions alone, not on the order in which they became known.
 */
public final class Samples {

  public static final Samples NONE = new Samples(new TreeMap<>());

  private final Map<String, Sample> latest;
  private final List<Sample> standing;
  private final NavigableMap<Instant, List<Sample>> byBeginning = new TreeMap<>();

  private Samples(Map<String, Sample> latest) {
    this.latest = latest;
    this.standing =
        latest.values().stream()
            .filter(sample -> sample.state() == Sample.State.SET)
            .sorted(Sample.ORDER)
            .toList();
    standing.forEach(
        sample -> byBeginning.computeIfAbsent(sample.from(), key -> new ArrayList<>()).add(sample));
  }

  public static Samples of(Collection<Sample> versions) {
    Map<String, Sample> latest = new TreeMap<>();
    versions.forEach(
        sample ->
            latest.merge(
                name(sample.id(), sample.factor()),
                sample,
                (a, b) -> Sample.VERSIONS.compare(a, b) >= 0 ? a : b));
    return new Samples(latest);
  }

  /** The version of a sample's factor that stands, be it one that withdraws it. */
  public Optional<Sample> latest(String id, String factor) {
    return Optional.ofNullable(latest.get(name(id, factor)));
  }

  private static String name(String id, String factor) {
    return id + '\n' + factor;
  }

  /** Those that are not withdrawn, by their time. */
  public List<Sample> standing() {
    return standing;
  }

  /** Those that begin in a stretch, by their time; found without looking at all of them. */
  public List<Sample> beginning(Instant from, Instant to) {
    return byBeginning.subMap(from, to).values().stream().flatMap(List::stream).toList();
  }

  /** Those of a factor, by their time. */
  public List<Sample> of(String factor) {
    return standing.stream().filter(sample -> sample.factor().equals(factor)).toList();
  }

  /** Those of a factor of which some time lies in a stretch, by their time. */
  public List<Sample> of(String factor, Instant start, Instant end) {
    return of(factor).stream().filter(sample -> sample.touches(start, end)).toList();
  }

  /** The oxygen content that was measured at the very same time, null where none was. */
  public Decimal oxygenWith(Sample sample) {
    return standing.stream()
        .filter(other -> FactorBook.isOxygen(other.factor()) && !other.belowDetection())
        .filter(other -> other.from().equals(sample.from()) && other.to().equals(sample.to()))
        .filter(other -> other.unit().convertsTo(Unit.PERCENT))
        .map(Sample::value)
        .findFirst()
        .orElse(null);
  }
}
