package io.touchline.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A period's means formed from its parts: an hour from its minutes, a day from its hours.
 *
 * <p>An hour needs 45 valid minutes, a day 20 valid hours (HJ 76-2017 App. B; HJ 212-2017 App. D
 * eq. 24, 25). Flue gas: arithmetic mean of the valid parts. Waste water: weighted by the volume of
 * each part where it is known (App. D eq. 12–14), parts without flow left out; one abnormal part
 * makes the whole abnormal (C.16–C.18); pH is the median.
 */
public final class RecomputedPeriod {

  private final OutletProfile profile;
  private final FactorBook factors;
  private final AveragingPeriod period;
  private final Duration partLength;

  public RecomputedPeriod(OutletProfile profile, FactorBook factors, AveragingPeriod period) {
    this.profile = profile;
    this.factors = factors;
    this.period = period;
    this.partLength =
        period == AveragingPeriod.HOUR ? profile.minuteInterval() : AveragingPeriod.HOUR.length();
  }

  /** By factor, from the parts by their start; parts may lack factors, and may be few. */
  public SortedMap<String, FactorMean> means(
      SortedMap<Instant, SortedMap<String, FactorMean>> parts) {
    Map<String, List<Part>> byFactor = new TreeMap<>();
    for (SortedMap<String, FactorMean> part : parts.values()) {
      FactorMean flow = firstValid(part, FactorBook::isFlow);
      part.forEach(
          (factor, mean) ->
              byFactor
                  .computeIfAbsent(factor, key -> new ArrayList<>())
                  .add(new Part(mean, flow == null ? null : flow.amount())));
    }
    SortedMap<String, FactorMean> means = new TreeMap<>();
    byFactor.forEach((factor, list) -> means.put(factor, mean(factor, list)));
    FactorMean oxygen = firstValid(means, FactorBook::isOxygen);
    means.replaceAll(
        (factor, mean) ->
            InletChannel.isInlet(factor)
                ? mean
                : convertedByOxygen(mean, oxygen == null ? null : oxygen.value()));
    return means;
  }

  /** How long each part is. */
  Duration partLength() {
    return partLength;
  }

  /** The mean of a factor of which no part has come: there is none, and it is not valid. */
  public FactorMean withoutParts(String factor) {
    return mean(factor, List.of());
  }

  /** One part of one factor, with the volume that flowed meanwhile, null where not known. */
  private record Part(FactorMean mean, Decimal volume) {
    boolean isValid() {
      return mean.validity().isValid();
    }

    boolean hasFlow() {
      return volume != null && volume.number().signum() > 0;
    }
  }

  private FactorMean mean(String factor, List<Part> parts) {
    Unit unit = factors.unitOf(factor);
    List<Part> valid = parts.stream().filter(Part::isValid).toList();
    boolean weighted =
        profile.medium() == Medium.WATER
            && unit.convertsTo(Unit.MG_PER_L)
            && valid.stream().allMatch(part -> part.volume() != null);
    List<Part> counted = weighted ? valid.stream().filter(Part::hasFlow).toList() : valid;
    Decimal value = value(factor, counted, weighted);
    TreeSet<FrameRef> inputs = new TreeSet<>();
    parts.forEach(part -> inputs.addAll(part.mean().inputs()));
    return new FactorMean(
        value,
        meanOfConverted(counted),
        null,
        unit,
        FactorBook.isFlow(InletChannel.factorOf(factor)) ? volume(valid) : null,
        mass(factor, value, unit, valid),
        validity(parts, valid, value),
        FactorMean.Source.RECOMPUTED,
        inputs);
  }

  private Decimal value(String factor, List<Part> counted, boolean weighted) {
    if (counted.isEmpty()) {
      return null;
    }
    if (FactorBook.isPh(factor)) {
      return Averages.median(counted.stream().map(part -> part.mean().value()).toList());
    }
    return weighted
        ? weightedMean(counted)
        : ArithmeticMean.of(counted.stream().map(part -> part.mean().value()).toList());
  }

  private Validity validity(List<Part> parts, List<Part> valid, Decimal value) {
    if (profile.medium() == Medium.WATER && period == AveragingPeriod.HOUR) {
      for (Part part : parts) {
        if (part.mean().validity().reason() == Validity.Reason.FLAGGED) {
          return new Validity(
              Validity.Reason.ABNORMAL_PART, "a part has " + part.mean().validity().detail());
        }
      }
    }
    MeanLevel level = MeanLevel.of(period);
    Validity enough =
        MeanRules.validity(
            level, MeanRules.covered(level, valid.size(), partLength), needed(period));
    if (!enough.isValid()) {
      return becauseOfMarks(parts, enough);
    }
    return value == null ? new Validity(Validity.Reason.NO_FLOW, "nothing flowed") : Validity.VALID;
  }

  /** Too few parts are left: where marks took some away, that is the reason. */
  private static Validity becauseOfMarks(List<Part> parts, Validity tooFew) {
    Map<Validity.Reason, String> marked = new EnumMap<>(Validity.Reason.class);
    for (Part part : parts) {
      Validity validity = part.mean().validity();
      if (validity.isMarked()) {
        marked.putIfAbsent(validity.reason(), validity.detail());
      }
    }
    return marked.entrySet().stream()
        .reduce((first, second) -> second)
        .map(last -> new Validity(last.getKey(), last.getValue() + ": " + tooFew.detail()))
        .orElse(tooFew);
  }

  /** Valid minutes of an hour, valid hours of a day. */
  static long needed(AveragingPeriod period) {
    return MeanRules.standard().undated(MeanLevel.of(period));
  }

  /** An hour's mass is its mean times its volume; a day's is the sum of its hours. */
  private Long mass(String factor, Decimal value, Unit unit, List<Part> valid) {
    if (FactorBook.isFlow(factor) || InletChannel.isInlet(factor)) {
      return null;
    }
    if (period == AveragingPeriod.HOUR) {
      Decimal volume = sum(valid.stream().map(Part::volume).toList());
      Long massMg = EmittedMass.of(value, unit, volume);
      if (massMg != null) {
        return massMg;
      }
    }
    long sum = 0;
    for (Part part : valid) {
      if (part.mean().massMg() == null) {
        return null;
      }
      sum = Math.addExact(sum, part.mean().massMg());
    }
    return valid.isEmpty() ? null : sum;
  }

  private static Decimal volume(List<Part> valid) {
    return sum(valid.stream().map(part -> part.mean().amount()).toList());
  }

  private static Decimal sum(List<Decimal> numbers) {
    boolean known = !numbers.isEmpty() && numbers.stream().allMatch(Objects::nonNull);
    return known ? ArithmeticMean.sum(numbers) : null;
  }

  private static Decimal meanOfConverted(List<Part> counted) {
    boolean complete =
        !counted.isEmpty() && counted.stream().allMatch(part -> part.mean().converted() != null);
    return complete
        ? ArithmeticMean.of(counted.stream().map(part -> part.mean().converted()).toList())
        : null;
  }

  /** Where the parts brought no converted value, the period's means are converted by its oxygen. */
  private FactorMean convertedByOxygen(FactorMean mean, Decimal oxygen) {
    if (!mean.unit().convertsTo(Unit.MG_PER_M3)) {
      return mean;
    }
    return new FactorMean(
        mean.value(),
        mean.converted() != null
            ? mean.converted()
            : OxygenConversion.convert(mean.value(), oxygen, profile.referenceOxygen()),
        profile.rederived(mean.value(), mean.unit(), oxygen),
        mean.unit(),
        mean.amount(),
        mean.massMg(),
        mean.validity(),
        mean.source(),
        mean.inputs());
  }

  private static Decimal weightedMean(List<Part> parts) {
    return Averages.weighted(
        parts.stream().map(part -> part.mean().value()).toList(),
        parts.stream().map(Part::volume).toList());
  }

  private static FactorMean firstValid(
      SortedMap<String, FactorMean> means, Predicate<String> which) {
    return means.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()) && entry.getValue().validity().isValid())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
