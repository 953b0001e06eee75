package io.touchline.domain.flue;

import io.touchline.domain.Medium;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The flag of a period from the flags of its parts (数据标记; HJ 212-2017 C.16–C.18 notes). It stands
 * beside the validity of the value and never replaces it: 18 normal hours make a day's flag N, but
 * its mean needs 20.
 *
 * <p>Flue gas: N where 75 % and more of the parts that were due are normal, else D. Waste water:
 * one abnormal part makes the whole abnormal; the text does not say which flag it then has, so it
 * is the prevailing one. A part that did not come is not normal in flue gas, and says nothing in
 * waste water.
 *
 * @param flag N, or what the whole is; "" where nothing came
 * @param prevailing the most frequent flag that is not N, a tie in the order D, C, M and then by
 *     letter (our default, not in the text); "" where every part is normal
 * @param counts parts by flag
 * @param due parts that were due
 */
public record FlagRollUp(String flag, String prevailing, Map<String, Integer> counts, long due) {

  private static final String NORMAL = "N";
  private static final String FAULT = "D";
  private static final List<String> TIE = List.of(FAULT, "C", "M");

  public FlagRollUp {
    counts = Map.copyOf(counts);
  }

  /**
   * @param flags as sent, one for each part that came; none sent ("") is normal
   * @param due parts that were due; fewer than came is read as many as came
   * @param share percent of normal parts that flue gas needs
   */
  public static FlagRollUp of(
      Medium medium, Collection<String> flags, long due, FlueChecks.Check share) {
    Map<String, Integer> counts = new TreeMap<>();
    flags.forEach(
        flag ->
            counts.merge(flag.isEmpty() ? NORMAL : flag.toUpperCase(Locale.ROOT), 1, Integer::sum));
    long whole = Math.max(due, flags.size());
    String prevailing = prevailing(counts);
    return new FlagRollUp(
        flags.isEmpty() ? "" : flag(medium, counts, whole, share, prevailing),
        prevailing,
        counts,
        whole);
  }

  private static String flag(
      Medium medium,
      Map<String, Integer> counts,
      long due,
      FlueChecks.Check share,
      String prevailing) {
    if (medium == Medium.WATER) {
      return prevailing.isEmpty() ? NORMAL : prevailing;
    }
    return share.reachedBy(counts.getOrDefault(NORMAL, 0), due) ? NORMAL : FAULT;
  }

  private static String prevailing(Map<String, Integer> counts) {
    Comparator<String> order = Comparator.comparing(flag -> -counts.get(flag));
    return counts.keySet().stream()
        .filter(flag -> !flag.equals(NORMAL))
        .min(order.thenComparing(FlagRollUp::tie).thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  private static int tie(String flag) {
    int place = TIE.indexOf(flag);
    return place < 0 ? TIE.size() : place;
  }

  public boolean isNormal() {
    return flag.equals(NORMAL);
  }
}
