package io.touchline.domain;

import static io.touchline.domain.Judgement.Verdict.COMPLIANT;
import static io.touchline.domain.Judgement.Verdict.EXCEEDS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A waste furnace's temperature day by day: its five-minute means may not lie below 850 °C in
 * normal operation; more than five of them in a day do not comply (MEE order 10; the five are
 * recall, rule sheet 4.2). 850 complies, a sixth below does not.
 */
public final class FurnaceTemperature {

  private static final Duration BLOCK = Duration.ofMinutes(5);

  /** Of a block's minutes this share must be valid, as of every period (HJ 212-2017 C.16). */
  private static final int QUARTERS_NEEDED = 3;

  private FurnaceTemperature() {}

  /**
   * Judges a day.
   *
   * @param day start of the day
   * @param minutes the temperature's minute means by their start
   * @param interval how far apart they are; five minutes at most
   * @param normal whether the furnace ran normally at an instant: what is marked as a start-up, a
   *     shut-down and the like does not count
   */
  public static Judgement judge(
      EmissionLimit limit,
      Instant day,
      SortedMap<Instant, FactorMean> minutes,
      Duration interval,
      Predicate<Instant> normal) {
    long allowed = RuleNumber.at(RuleNumber.Name.FURNACE_MEANS_BELOW, day);
    List<Decimal> means = means(limit, minutes, interval, normal);
    if (means.isEmpty()) {
      return Judgement.notJudged(limit, "no valid five-minute mean in normal operation");
    }
    long below = means.stream().filter(limit::isOutside).count();
    Decimal lowest = means.stream().min(Decimal::compareTo).orElseThrow();
    String counted =
        below + " of " + means.size() + " five-minute means below, " + allowed + " allowed";
    return new Judgement(limit, below > allowed ? EXCEEDS : COMPLIANT, lowest, null, counted);
  }

  private static List<Decimal> means(
      EmissionLimit limit,
      SortedMap<Instant, FactorMean> minutes,
      Duration interval,
      Predicate<Instant> normal) {
    SortedMap<Instant, List<Decimal>> blocks = new TreeMap<>();
    minutes.forEach(
        (start, minute) -> {
          if (minute.validity().isValid()
              && minute.value() != null
              && minute.unit().convertsTo(limit.unit())
              && normal.test(start)) {
            blocks
                .computeIfAbsent(blockOf(start), block -> new ArrayList<>())
                .add(minute.unit().convert(minute.value(), limit.unit()));
          }
        });
    long due = Math.max(1, BLOCK.dividedBy(interval));
    return blocks.values().stream()
        .filter(block -> block.size() * 4L >= due * QUARTERS_NEEDED)
        .map(ArithmeticMean::of)
        .toList();
  }

  private static Instant blockOf(Instant start) {
    long length = BLOCK.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(start.getEpochSecond(), length) * length);
  }
}
