package io.touchline.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A month's means from its days (HJ 76-2017 App. B): the arithmetic mean of the valid days, valid
 * with 25 of them, in February with 23; pH is the median. Mass and volume are the sums over the
 * days that have them. Its parts are days, which name their frames themselves.
 */
public final class MonthMeans {

  private MonthMeans() {}

  /**
   * By factor, from the days that came.
   *
   * @param month start of the month
   * @param days every formed day of it
   */
  public static SortedMap<String, FactorMean> of(
      Instant month, SortedMap<Instant, SortedMap<String, FactorMean>> days) {
    Map<String, List<FactorMean>> byFactor = new TreeMap<>();
    days.values()
        .forEach(
            day ->
                day.forEach(
                    (factor, mean) ->
                        byFactor.computeIfAbsent(factor, key -> new ArrayList<>()).add(mean)));
    SortedMap<String, FactorMean> means = new TreeMap<>();
    byFactor.forEach((factor, list) -> means.put(factor, mean(month, factor, list)));
    return means;
  }

  private static FactorMean mean(Instant month, String factor, List<FactorMean> days) {
    List<FactorMean> valid =
        days.stream().filter(day -> day.validity().isValid() && day.value() != null).toList();
    List<Decimal> converted =
        valid.stream().map(FactorMean::converted).filter(value -> value != null).toList();
    long needed = MeanRules.standard().at(MeanLevel.MONTH, month).needed(month);
    return new FactorMean(
        FactorBook.isPh(factor)
            ? median(valid)
            : meanOf(valid.stream().map(FactorMean::value).toList()),
        converted.size() == valid.size() ? meanOf(converted) : null,
        null,
        days.get(0).unit(),
        volume(days.stream().map(FactorMean::amount).filter(amount -> amount != null)),
        mass(days),
        MeanRules.validity(MeanLevel.MONTH, valid.size(), needed),
        FactorMean.Source.RECOMPUTED,
        new TreeSet<>());
  }

  private static Decimal median(List<FactorMean> days) {
    return days.isEmpty() ? null : Averages.median(days.stream().map(FactorMean::value).toList());
  }

  private static Decimal meanOf(List<Decimal> values) {
    return values.isEmpty() ? null : ArithmeticMean.of(values);
  }

  private static Decimal volume(Stream<Decimal> amounts) {
    List<Decimal> known = amounts.toList();
    return known.isEmpty() ? null : ArithmeticMean.sum(known);
  }

  private static Long mass(List<FactorMean> days) {
    Long sum = null;
    for (FactorMean day : days) {
      if (day.validity().isValid() && day.massMg() != null) {
        sum = Math.addExact(sum == null ? 0 : sum, day.massMg());
      }
    }
    return sum;
  }
}
