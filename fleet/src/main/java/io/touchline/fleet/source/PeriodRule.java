package io.touchline.fleet.source;

import io.touchline.domain.FactorBook;
import io.touchline.domain.Medium;
import io.touchline.fleet.source.Reported.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How a logger makes an hour of its shorter periods and a day of its hours.
 *
 * <p>Flue gas: arithmetic means (HJ 212-2017 App. D eq. 23–25), an hour's mass is its mean times
 * its volume (eq. 33), three quarters of the parts valid make the whole valid (C.16–C.18). Waste
 * water: means weighted by volume (eq. 12–14), masses summed, one abnormal part makes the whole
 * abnormal; pH is the median, since it cannot be weighted. What is left of a period without enough
 * valid parts goes out under the flag of the first that is not.
 */
final class PeriodRule {

  private static final int SECONDS_PER_MINUTE = 60;

  private final Medium medium;
  private final Map<String, Instrument> instruments;
  private final String flow;

  PeriodRule(Medium medium, Map<String, Instrument> instruments) {
    this.medium = medium;
    this.instruments = instruments;
    this.flow = instruments.keySet().stream().filter(FactorBook::isFlow).findFirst().orElseThrow();
  }

  /** Cubic metres of gas from tenths of m³/s, litres of water from hundredths of L/s; exact. */
  long volume(Map<String, Long> shown, int minutes) {
    int perUnit = medium == Medium.AIR ? 10 : 100;
    return shown.get(flow) * SECONDS_PER_MINUTE * minutes / perUnit;
  }

  /** Milligrams of a pollutant in a volume, the volume itself for a flow, else nothing. */
  long amount(String factor, long mean, long volume) {
    InstrumentTraits traits = instruments.get(factor).traits();
    if (traits.isFlow()) {
      return volume;
    }
    return traits.isPollutant()
        ? Fixed.divide(Math.multiplyExact(mean, volume), Fixed.power(traits.decimals()))
        : 0;
  }

  Map<String, Reported> hour(List<Map<String, Reported>> parts) {
    return period(parts, medium == Medium.AIR);
  }

  Map<String, Reported> day(List<Map<String, Reported>> hours) {
    return period(hours, false);
  }

  private Map<String, Reported> period(
      List<Map<String, Reported>> parts, boolean massOfMeanAndVolume) {
    Map<String, Reported> period = new LinkedHashMap<>();
    long volume = amounts(counted(factor(flow, parts)));
    for (String factor : instruments.keySet()) {
      List<Reported> all = factor(factor, parts);
      List<Reported> counted = counted(all);
      Span measured = span(factor, counted, Reported::measured, volumes(factor, counted, parts));
      boolean isConverted = all.get(0).converted() != null;
      boolean ofMean = massOfMeanAndVolume && !factor.equals(flow);
      period.put(
          factor,
          new Reported(
              measured,
              isConverted ? span(factor, counted, Reported::converted, null) : null,
              ofMean ? amount(factor, measured.mean(), volume) : amounts(counted),
              flag(all, counted)));
    }
    return period;
  }

  private static List<Reported> factor(String factor, List<Map<String, Reported>> parts) {
    return parts.stream().map(part -> part.get(factor)).toList();
  }

  private List<Reported> counted(List<Reported> all) {
    List<Reported> valid = all.stream().filter(Reported::isValid).toList();
    boolean enough = 4 * valid.size() >= 3 * all.size();
    return medium == Medium.AIR && enough ? valid : all;
  }

  private static String flag(List<Reported> all, List<Reported> counted) {
    List<Reported> judged = counted.stream().allMatch(Reported::isValid) ? counted : all;
    return judged.stream()
        .filter(part -> !part.isValid())
        .map(Reported::flag)
        .findFirst()
        .orElse("N");
  }

  /** The weights of the parts, null for equal ones. */
  private List<Long> volumes(
      String factor, List<Reported> counted, List<Map<String, Reported>> parts) {
    boolean weighted = medium == Medium.WATER && instruments.get(factor).traits().isPollutant();
    return weighted && counted.size() == parts.size()
        ? factor(flow, parts).stream().map(Reported::amount).toList()
        : null;
  }

  private static Span span(
      String factor, List<Reported> parts, Function<Reported, Span> which, List<Long> weights) {
    List<Span> spans = parts.stream().map(which).toList();
    long mean = FactorBook.isPh(factor) ? median(spans) : mean(spans, weights);
    return new Span(
        mean,
        spans.stream().mapToLong(Span::least).min().orElseThrow(),
        spans.stream().mapToLong(Span::most).max().orElseThrow());
  }

  private static long mean(List<Span> spans, List<Long> weights) {
    long sum = 0;
    long weight = 0;
    for (int at = 0; at < spans.size(); at++) {
      long each = weights == null ? 1 : weights.get(at);
      sum = Math.addExact(sum, Math.multiplyExact(spans.get(at).mean(), each));
      weight += each;
    }
    return Fixed.divide(sum, weight);
  }

  private static long median(List<Span> spans) {
    List<Long> sorted = new ArrayList<>(spans.stream().map(Span::mean).sorted().toList());
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : Fixed.divide(sorted.get(middle - 1) + sorted.get(middle), 2);
  }

  private static long amounts(List<Reported> parts) {
    return parts.stream().mapToLong(Reported::amount).sum();
  }
}
