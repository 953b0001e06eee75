package io.touchline.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Of several accounts of one slot or hour the one that stands, whatever order they came in. What is
 * said twice in the same words is one account; the others are kept as overruled, never lost.
 *
 * @param byStart the accounts that stand
 * @param overruled the others, the least first
 */
public record Standing<T>(SortedMap<Instant, T> byStart, List<T> overruled) {

  public Standing {
    byStart = Collections.unmodifiableSortedMap(new TreeMap<>(byStart));
    overruled = List.copyOf(overruled);
  }

  /**
   * The greatest of each start stands.
   *
   * @param order total: two accounts that compare as equal are the same account
   */
  public static <T> Standing<T> of(
      Collection<T> accounts, Function<T, Instant> start, Comparator<T> order) {
    TreeSet<T> distinct = new TreeSet<>(order);
    distinct.addAll(accounts);
    SortedMap<Instant, T> byStart = new TreeMap<>();
    List<T> overruled = new ArrayList<>();
    for (T account : distinct) {
      T lesser = byStart.put(start.apply(account), account);
      if (lesser != null) {
        overruled.add(lesser);
      }
    }
    overruled.sort(order);
    return new Standing<>(byStart, overruled);
  }
}
